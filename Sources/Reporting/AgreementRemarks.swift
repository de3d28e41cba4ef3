internal import Linting

/// What is to be said of agreements to keep findings: which are over, and which are of no use.
public struct AgreementRemarks: Sendable {
    private var uses: [WaiverUse] = []
    private var answers: [String] = []

    public init() {}

    public mutating func add(_ report: Report) {
        uses += report.waiverUses
        answers += report.replyRemarks
    }

    public mutating func add(_ other: AgreementRemarks) {
        uses += other.uses
        answers += other.answers
    }

    /// One sentence each, town by town.
    ///
    /// - Parameter isWhole: every town that the settings are for was looked at, so that a project which none of them has is
    ///   a mistake.
    public func sentences(isWhole: Bool = true) -> [String] {
        var sentences = uses.compactMap(\.remark)
        var seen: Set<Waiver> = []
        let found = Set(uses.filter { $0.state != .elsewhere }.map(\.waiver))
        for use in uses where isWhole && !use.waiver.isAnswer && !found.contains(use.waiver) && seen.insert(use.waiver).inserted {
            sentences.append("\(use.waiver.origin)（\(use.waiver.subject)）：没有用上，目标书里没有这个项目或这个问题，请核对或删去")
        }
        return sentences + answers
    }
}
