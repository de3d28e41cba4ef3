public import GoalModel
internal import Text

/// A finding that somebody has agreed to keep, with a reason, a name and an end.
public struct Waiver: Hashable, Sendable {
    /// What stands in place of a project for what is found outside the projects.
    public static let wholeBook = "正文"

    /// The rule's code; empty where the fingerprint says enough.
    public var rule: String
    /// The project's code, its name where it has none, or ``wholeBook``; empty where the fingerprint says enough.
    public var project: String
    /// Of a single finding; empty for all findings of the rule in the project.
    public var fingerprint: String
    public var reason: String
    public var person: String
    /// The last day on which it holds; `nil` for the book's own year.
    public var until: CalendarDay?
    /// Where it is written, as messages name it.
    public var origin: String

    public init(
        rule: String, project: String, fingerprint: String = "", reason: String, person: String, until: CalendarDay?,
        origin: String
    ) {
        (self.rule, self.project, self.fingerprint, self.reason) = (rule, project, fingerprint, reason)
        (self.person, self.until, self.origin) = (person, until, origin)
    }

    /// It is an answer to one finding, and holds for the book's own year.
    public var isAnswer: Bool { until == nil }

    /// Reads an entry of a settings file.
    init(_ object: [String: SettingValue], at path: [String], origin: String) throws(ReviewSettingsError) {
        let keys = ["rule", "project", "fingerprint", "reason", "person", "until"]
        if let other = object.keys.sorted().first(where: { !keys.contains($0) }) { throw .unknown(path + [other], known: keys) }
        func text(_ key: String, _ what: String, isNeeded: Bool = true) throws(ReviewSettingsError) -> String {
            guard case .text(let text) = object[key] ?? .text("") else { throw .kind(path + [key], expected: "加引号的文字") }
            let trimmed = text.trimmed
            guard !trimmed.isEmpty || !isNeeded else {
                throw ReviewSettingsError("里的 \(path.joined(separator: ".")) 没有写\(what)（\(key)）。同意保留必须写明\(what)")
            }
            return trimmed
        }
        let name = try text("rule", "规则")
        guard let rule = RuleCatalogue.description(of: name) else {
            throw .unknown(path + ["rule", name], known: RuleCatalogue.descriptions.map(\.code))
        }
        let written = try text("until", "到期日")
        guard let until = CalendarDay(iso: written) else {
            throw .value(path + ["until"], written: written, expected: "如 2026-12-31 的日期")
        }
        self.init(
            rule: rule.code, project: try text("project", "项目", isNeeded: false),
            fingerprint: try text("fingerprint", "指纹", isNeeded: false), reason: try text("reason", "原因"),
            person: try text("person", "同意人"), until: until, origin: origin)
        if project.isEmpty, fingerprint.isEmpty {
            throw ReviewSettingsError(
                "里的 \(path.joined(separator: ".")) 没有写哪个项目。请写 project（项目编码；项目以外的写“\(Self.wholeBook)”）或 fingerprint（问题的指纹）")
        }
    }

    /// Rule and project as messages name them.
    public var subject: String {
        [rule, project == Self.wholeBook ? project : project.isEmpty ? "" : "项目\(project)", fingerprint].filter { !$0.isEmpty }
            .joined(separator: "，")
    }
}
