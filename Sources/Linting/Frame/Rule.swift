internal import GoalModel
internal import Text

/// One thing that can be wrong with a goal book.
///
/// A rule conforms to the protocol of its level, holds no state, and never traps on any content.
public protocol Rule: Sendable {
    static var description: RuleDescription { get }
    /// The rule as one of its level; to ask the run time for its protocols takes longer than many a check.
    var checks: RuleChecks { get }
}

extension Rule {
    public var description: RuleDescription { Self.description }
}

/// Looks at one row at a time; at most one finding a row.
protocol IndicatorRule: Rule {
    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void)
}

/// Looks at one project at a time; at most one finding a project.
protocol ProjectRule: Rule {
    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void)
}

/// Looks at the whole book.
protocol BookRule: Rule {
    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void)
}

/// Compares the towns of a run; it is asked for the county's overview only, never for a single town.
protocol CountyRule: Rule {
    func check(_ book: RowFingerprints, beside others: [RowFingerprints], report: (Violation) -> Void)
}

/// A rule as the checks that it makes.
public struct RuleChecks: Sendable {
    private(set) var indicator: (any IndicatorRule)?
    private(set) var project: (any ProjectRule)?
    private(set) var book: (any BookRule)?
    private(set) var county: (any CountyRule)?
    /// The personal numbers that the rule finds.
    private(set) var personal: PersonalNumber.Kind?

    init(_ rule: any IndicatorRule) { indicator = rule }
    init(_ rule: any ProjectRule) { project = rule }
    init(_ rule: any CountyRule) { county = rule }
    init(_ rule: any BookRule, of kind: PersonalNumber.Kind? = nil) { (book, personal) = (rule, kind) }

    /// Those of a rule that looks at rows and at the book.
    init(_ rule: any IndicatorRule & BookRule) { (indicator, book) = (rule, rule) }
}

extension IndicatorRule {
    public var checks: RuleChecks { RuleChecks(self) }
}

extension ProjectRule {
    public var checks: RuleChecks { RuleChecks(self) }
}

extension BookRule {
    public var checks: RuleChecks { RuleChecks(self) }
}

extension CountyRule {
    public var checks: RuleChecks { RuleChecks(self) }
}

/// The book and the tables that rules may look at beside their row or project.
final class RuleInput: Sendable {
    let book: GoalBook
    let tables: LintingTables
    /// Every text of the book, each once.
    let texts: [BookText]
    /// What finds personal numbers.
    let personal: PersonalNumbers
    /// The texts that hold personal numbers.
    let numberedTexts: [(text: BookText, numbers: [PersonalNumber])]
    /// Numbers that stand over the ends of texts.
    let splitNumbers: SplitNumbers
    /// 测算核对, by the project's number.
    let estimates: [Int: Estimate]
    /// What part one certainly says of a project, by the project's number.
    let statements: [Int: Statement]
    /// Whether any row has a description; where none has, the form has no such column.
    let hasDescriptions: Bool
    /// Whether any project has a spending plan; where none has, the form has no place for one.
    let hasPlans: Bool
    /// Whether any project has a code or a cell for it.
    let hasCodes: Bool
    /// Whether any project has goals or a cell for them.
    let hasGoals: Bool
    /// Whether any project has a purpose or a cell for it.
    let hasPurposes: Bool
    /// Whether any row has a basis or a cell for it.
    let hasBases: Bool
    /// Whether any row has a 二级指标.
    let hasTypes: Bool

    init(book: GoalBook, tables: LintingTables) {
        texts = BookText.all(in: book)
        let personal = PersonalNumbers(book, tables)
        self.personal = personal
        // What the book says of itself stands in no paragraph of it.
        let heads = [book.town, book.county, book.unit.name, book.unit.code].compactMap(\.self).filter(\.hasLongNumber)
        numberedTexts = (texts + Set(heads).sorted().map { BookText(text: $0, place: .passage) })
            .map { ($0, personal.numbers(in: $0.text)) }.filter { !$0.1.isEmpty }
        splitNumbers = SplitNumbers(in: texts, by: personal)
        hasDescriptions = book.projects.contains { $0.indicators.contains { $0.description.hasWords } }
        hasPlans = book.projects.contains { !$0.plan.points.isEmpty }
        hasCodes = book.projects.contains { !$0.code.isEmpty || $0.places[.code] != nil }
        hasGoals = book.projects.contains { !$0.goals.isEmpty || $0.places[.goals] != nil }
        hasPurposes = book.projects.contains { !$0.purpose.isEmpty || $0.places[.purpose] != nil }
        hasBases = book.projects.contains { $0.indicators.contains { $0.basis.hasWords || $0.hasCell(.basis) } }
        hasTypes = book.projects.contains { $0.indicators.contains { $0.type.hasWords } }
        let found = Estimating(tables: tables).estimates(in: book)
        estimates = Dictionary(found.map { ($0.project, $0) }) { first, _ in first }
        statements = StatementPairs(book, words: tables.estimates.nameAffixes).statements
        self.book = book
        self.tables = tables
    }
}
