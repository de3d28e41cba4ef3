public import Diagnostics

/// A township's goal book (部门预算绩效目标) for one year: part one in words, part two a table a project.
public struct GoalBook: Hashable, Sendable {
    public var sources: [SourceRecord]
    /// 镇/乡/街道 with its kind word, for example 巨鹿镇; empty when not found.
    public var town: String
    /// County, district or county-level city, for example 巨鹿县; `nil` when not found.
    public var county: String?
    /// Six digits of GB/T 2260, from the project codes; `nil` when not found.
    public var region: String?
    public var kind: TownKind?
    public var unit: BudgetUnit
    /// `nil` when neither codes nor text tell.
    public var fiscalYear: Int?
    /// How the year was found, in words.
    public var fiscalYearBasis: String
    /// Part one, verbatim.
    public var partOne: [Section]
    public var overallGoal: String
    public var subGoals: [SubGoal]
    public var safeguards: [Safeguard]
    public var expenseClasses: [Statement]
    /// What part one says of single projects.
    public var statements: [Statement]
    public var projects: [Project]
    /// Text that found no place in the model.
    public var residue: [Passage]
    /// Tables that were not understood.
    public var unread: [UnreadTable]
    /// The self-evaluation forms that the projects were read from, with what was reached.
    public var filledForms: [EvaluationForm] = []

    public init(
        sources: [SourceRecord] = [], town: String, county: String? = nil, region: String? = nil, kind: TownKind? = nil,
        unit: BudgetUnit, fiscalYear: Int?, fiscalYearBasis: String = "", partOne: [Section] = [], overallGoal: String = "",
        subGoals: [SubGoal] = [], safeguards: [Safeguard] = [], expenseClasses: [Statement] = [], statements: [Statement] = [],
        projects: [Project] = [], residue: [Passage] = [], unread: [UnreadTable] = []
    ) {
        self.sources = sources
        self.town = town
        self.county = county
        self.region = region
        self.kind = kind
        self.unit = unit
        self.fiscalYear = fiscalYear
        self.fiscalYearBasis = fiscalYearBasis
        self.partOne = partOne
        self.overallGoal = overallGoal
        self.subGoals = subGoals
        self.safeguards = safeguards
        self.expenseClasses = expenseClasses
        self.statements = statements
        self.projects = projects
        self.residue = residue
        self.unread = unread
    }
}

extension GoalBook {
    /// Whether its quality can be told: a book with gaps is none the better for what nobody could read.
    public var isScorable: Bool { !projects.isEmpty && projects.allSatisfy(\.gaps.isEmpty) }

    /// More than these not even fifty towns have; looking through a book takes as long as the book.
    public static let (mostProjects, mostIndicators) = (3_000, 20_000)

    /// What the book is, without what stands in it.
    public var withoutContents: GoalBook {
        GoalBook(
            sources: sources, town: town, county: county, region: region, kind: kind, unit: unit, fiscalYear: fiscalYear,
            fiscalYearBasis: fiscalYearBasis)
    }

    /// The project with this number; they are counted from 1 in their order.
    public func project(numbered number: Int?) -> Project? { index(ofProject: number).map { projects[$0] } }

    /// Where the project with this number stands.
    public func index(ofProject number: Int?) -> Int? {
        guard let number else { return nil }
        if number > 0, number <= projects.count, projects[number - 1].number == number { return number - 1 }
        return projects.firstIndex { $0.number == number }
    }
}

/// A file that a book was read from.
public struct SourceRecord: Hashable, Sendable {
    /// As given, relative to the input.
    public var path: String
    /// The format that was recognised, such as `txt`.
    public var format: String
    public var encoding: String
    /// Lower-case hexadecimal.
    public var sha256: String
    public var stripped: StrippedMarks

    public init(path: String, format: String, encoding: String, sha256: String, stripped: StrippedMarks = StrippedMarks()) {
        self.stripped = stripped
        self.path = path
        self.format = format
        self.encoding = encoding
        self.sha256 = sha256
    }
}

public enum TownKind: String, Hashable, Sendable, CaseIterable {
    case town = "镇"
    case township = "乡"
    case subdistrict = "街道"
    case sumu = "苏木"
}

/// 预算单位: a code of six digits (three of the department, three of the unit) and a name.
public struct BudgetUnit: Hashable, Sendable {
    /// `nil` when the document has none.
    public var code: String?
    public var name: String

    public init(code: String?, name: String) {
        self.code = code
        self.name = name
    }

    /// Code and name with a blank between, without what is missing.
    public var codeAndName: String { [code ?? "", name].filter { !$0.isEmpty }.joined(separator: " ") }
}

/// A piece of text with its place.
public struct Passage: Hashable, Sendable {
    public var text: String
    public var location: Location?

    public init(_ text: String, at location: Location? = nil) {
        self.text = text
        self.location = location
    }
}

/// A heading of part one and the paragraphs below it, as written.
public struct Section: Hashable, Sendable {
    public var heading: Passage
    public var paragraphs: [Passage]

    public init(heading: Passage, paragraphs: [Passage] = []) {
        self.heading = heading
        self.paragraphs = paragraphs
    }
}

/// 分项绩效目标.
///
/// A book may give only some of the three.
public struct SubGoal: Hashable, Sendable {
    public var title: String
    public var goal: String
    public var indicator: String
    public var location: Location?

    public init(title: String, goal: String, indicator: String, location: Location? = nil) {
        self.title = title
        self.goal = goal
        self.indicator = indicator
        self.location = location
    }
}

/// 工作保障措施.
public struct Safeguard: Hashable, Sendable {
    public var title: String
    public var text: String
    public var location: Location?

    public init(title: String, text: String, location: Location? = nil) {
        self.title = title
        self.text = text
        self.location = location
    }
}

/// What part one says in prose of an expense class or of a project: an amount, a plan, indicators.
public struct Statement: Hashable, Sendable {
    /// 人员类, 日常公用类, or the project's name as part one writes it.
    public var name: String
    public var amount: Money?
    public var plan: SpendingPlan
    /// The dash-separated indicators, as written.
    public var indicators: [String]
    /// The number of the project in part two that is meant; `nil` for expense classes and where none fits.
    public var project: Int?
    public var location: Location?

    public init(
        name: String, amount: Money?, plan: SpendingPlan = SpendingPlan(), indicators: [String] = [], project: Int? = nil,
        location: Location? = nil
    ) {
        self.name = name
        self.amount = amount
        self.plan = plan
        self.indicators = indicators
        self.project = project
        self.location = location
    }
}
