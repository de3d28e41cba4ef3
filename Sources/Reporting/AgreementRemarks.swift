internal import GoalModel
public import Linting

/// Remarks on agreements to keep findings: which are over, and which are of no use.
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

extension WaivedFinding {
    /// What a finding that is agreed to be kept is called.
    public static let title = "已同意保留"

    /// Why, by whom and until when.
    public var agreement: String { waiver.agreement }
}

extension Waiver {
    /// `原因：上级统一标准；同意人：张三；有效期至2026年12月31日`.
    public var agreement: String {
        let end = until.map { "；有效期至\($0.words)" } ?? ""
        return "原因：\(reason)；同意人：\(person)\(end)"
    }
}
