public import Diagnostics
internal import Text

/// A trouble that a rule found, at its place, with its reason and remedy.
public struct Finding: Hashable, Sendable {
    /// The rule's kebab-case id, for machines and settings.
    public var rule: String
    /// The rule's code for people, such as `I03`.
    public var code: String
    /// The rule's Chinese title.
    public var title: String
    public var severity: Severity
    public var criterion: Criterion
    /// The number of the project; `nil` for findings of the book as a whole.
    public var project: Int?
    /// Every project that the finding is about, in order, ``project`` first; none for findings of the book as a whole.
    public var projects: [Int]
    /// The indicator's row, counted from 1.
    public var indicator: Int?
    /// What is wrong, one Chinese sentence without place and without full stop.
    public var message: String
    public var remedy: String
    /// A corrected text to stand beside the original; never applied.
    public var suggestion: String?
    /// The same for the same trouble after re-wrapping, renumbering or a remedy that failed: 16 hexadecimal digits.
    public var fingerprint: String
    /// By which it is known besides: as earlier versions reckoned it, and as it was while the project's code was wrong.
    public var formerly: [String] = []
    public var location: Location?
    /// The personal number that is found, without separators; shown nowhere.
    public var number: String?

    public init(
        rule: String, code: String, title: String, severity: Severity, criterion: Criterion, project: Int?, projects: [Int],
        indicator: Int?, message: String, remedy: String, suggestion: String? = nil, fingerprint: String, location: Location?
    ) {
        self.rule = rule
        self.code = code
        self.title = title
        self.severity = severity
        self.criterion = criterion
        self.project = project
        self.projects = projects
        self.indicator = indicator
        self.message = message
        self.remedy = remedy
        self.suggestion = suggestion
        self.fingerprint = fingerprint
        self.location = location
    }

    /// `可改为“≥95%”。`; empty where nothing is offered.
    public var offer: String { suggestion.map { "可改为\($0.quoted)。" } ?? "" }

    /// All by which it is known, its own first.
    public var fingerprints: [String] { [fingerprint] + formerly }
}

/// The four words of the official review (财预〔2015〕88号), and publication beside them.
public enum Criterion: String, Sendable, Hashable, CaseIterable {
    case completeness = "完整性"
    case relevance = "相关性"
    case appropriateness = "适当性"
    case feasibility = "可行性"
    case publication = "公开"
}
