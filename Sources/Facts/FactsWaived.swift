internal import GoalModel
internal import Linting

/// One finding that is agreed to be kept, with the agreement.
struct FactsWaived: Encodable {
    let finding: FactsFinding
    let suppression: Agreement

    init(_ waived: WaivedFinding) {
        finding = FactsFinding(waived.finding)
        suppression = Agreement(waived.waiver)
    }

    struct Agreement: Encodable {
        let reason: String
        let person: String
        /// The last day, `2026-12-31`.
        let until: String?
        /// Where it is written.
        let source: String

        init(_ waiver: Waiver) {
            reason = waiver.reason
            person = waiver.person
            until = waiver.until?.iso
            source = waiver.origin
        }
    }
}
