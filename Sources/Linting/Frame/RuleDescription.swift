public import Diagnostics

/// Everything that people and settings know of a rule; its examples are its tests and its manual.
public struct RuleDescription: Hashable, Sendable {
    /// For people, such as `I03`.
    public var code: String
    /// For machines and settings, kebab-case, never reused.
    public var id: String
    public var title: String
    public var level: Level
    public var severity: Severity
    public var criterion: Criterion
    public var why: String
    public var remedy: String
    /// What to do, as an imperative that a leader understands; at most 20 characters.
    public var action: String
    /// The documents that ask for it.
    public var sources: [Citation]
    public var passing: [Example]
    public var failing: [Example]

    public enum Level: String, Hashable, Sendable, CaseIterable {
        case indicator = "指标"
        case project = "项目"
        case book = "全书"
        /// Over the towns of a run; single towns are not judged by it.
        case county = "全县"
    }

    /// The description as Chinese text, as `explain` and the manual print it.
    public var text: String {
        var lines = [
            "\(code) \(title)（\(id)）", "级别：\(severity.title)，按\(level.rawValue)检查，审核内容：\(criterion.rawValue)", "原因：\(why)",
            "改法：\(remedy)", "依据：\(sources.text)",
        ]
        for (heading, examples) in [("正确示例", passing), ("问题示例", failing)] where !examples.isEmpty {
            lines.append("\(heading)：")
            for example in examples { lines += example.text.split(separator: "\n").map { "  \($0)" } }
        }
        return lines.joined(separator: "\n")
    }
}
