internal import GoalModel
public import Linting

extension WaivedFinding {
    /// What a finding that is agreed to be kept is called.
    public static let title = "已同意保留"

    /// Why, by whom and until when.
    public var agreement: String { waiver.agreement }
}

extension Waiver {
    /// `原因：上级统一标准；同意人：张三；有效期至2026年12月31日`.
    public var agreement: String {
        let end = until.map { "；有效期至\($0.year)年\($0.day.month)月\($0.day.day)日" } ?? ""
        return "原因：\(reason)；同意人：\(person)\(end)"
    }
}
