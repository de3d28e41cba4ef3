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

    /// Rule and project as messages name them.
    public var subject: String {
        [rule, project == Self.wholeBook ? project : project.isEmpty ? "" : "项目\(project)", fingerprint].filter { !$0.isEmpty }
            .joined(separator: "，")
    }
}
