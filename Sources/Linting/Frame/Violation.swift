public import Diagnostics
public import GoalModel

/// A trouble as its rule states it; the linter adds the rule, the location and the fingerprint and makes it a ``Finding``.
public struct Violation: Hashable, Sendable {
    public var message: Finding.Message
    public var place: Place
    /// Where it differs from that of the rule.
    public var severity: Severity?
    /// Where it differs from that of the rule.
    public var remedy: String?
    public var suggestion: String?
    /// Set by rules of the book; the linter knows the others.
    public var project: Int?
    /// The row of the project, counted from 1; set by rules of the book.
    public var row: Int?
    /// Every project of a group, in order; empty for a finding of one project.
    public var group: [Int]
    /// What tells this trouble from another of its rule, where the text at the place does not.
    public var key: String?
    /// What does so without the value that is to be put right, where the key holds that; empty where project and row say enough.
    public var anchor: String?
    /// The location, for a place outside the projects.
    public var location: Location?
    /// The personal number that is found, without separators; shown nowhere.
    var number: String?

    init(
        _ message: Finding.Message, at place: Place, severity: Severity? = nil, remedy: String? = nil, suggestion: String? = nil,
        project: Int? = nil, row: Int? = nil, group: [Int] = [], key: String? = nil, anchor: String? = nil,
        location: Location? = nil
    ) {
        self.message = message
        self.place = place
        self.severity = severity
        self.remedy = remedy
        self.suggestion = suggestion
        self.project = project
        self.row = row
        self.group = group
        self.key = key
        self.anchor = anchor
        self.location = location
    }
}

/// The cell or passage that a mark stands at.
public enum Place: Hashable, Sendable {
    case cell(Indicator.Field)
    case field(Project.Field)
    /// A passage outside the projects, or text that found no place.
    case passage

    static let target = Place.cell(.target)
    static let indicatorName = Place.cell(.name)

    /// The heading of the cell in the official form.
    public var title: String {
        switch self {
        case .cell(let field): field.title
        case .field(let field): field.title
        case .passage: "正文"
        }
    }
}

extension Finding {
    /// The words of a finding; every rule file ends with its own as static members.
    public struct Message: Hashable, Sendable, ExpressibleByStringInterpolation {
        public var text: String

        public init(stringLiteral value: String) {
            text = value
        }
    }
}
