public import Diagnostics

/// Everything that people and settings know of a rule; its examples are its tests and its manual.
///
/// A class, since every mark of a rule carries it along; the examples are made when somebody asks for them.
public final class RuleDescription: Hashable, Sendable {
    /// For people, such as `I03`.
    public let code: String
    /// For machines and settings, kebab-case, never reused.
    public let id: String
    public let title: String
    public let level: Level
    public let severity: Severity
    public let criterion: Criterion
    public let why: String
    public let remedy: String
    /// What to do, as an imperative that a leader understands; at most 20 characters.
    public let action: String
    /// The documents that ask for it.
    public let sources: [Citation]
    private let passingExamples: @Sendable () -> [Example]
    private let failingExamples: @Sendable () -> [Example]

    public var passing: [Example] { passingExamples() }
    public var failing: [Example] { failingExamples() }

    init(
        code: String, id: String, title: String, level: Level, severity: Severity, criterion: Criterion, why: String,
        remedy: String, action: String, sources: [Citation], passing: @autoclosure @escaping @Sendable () -> [Example],
        failing: @autoclosure @escaping @Sendable () -> [Example]
    ) {
        (self.code, self.id, self.title, self.level, self.severity) = (code, id, title, level, severity)
        (self.criterion, self.why, self.remedy, self.action, self.sources) = (criterion, why, remedy, action, sources)
        (passingExamples, failingExamples) = (passing, failing)
    }

    public static func == (a: RuleDescription, b: RuleDescription) -> Bool {
        a === b || a.id == b.id
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }

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
