public import Aggregation
public import Diagnostics
public import GoalModel

/// All towns of a run on one page.
///
/// One town is a county of one.
public struct CountyReport: Sendable {
    /// For example `巨鹿县`, or `5个县（市、区）` when the towns are of several.
    public var title: String
    public var rows: [Row]
    public var total: ShownAmount
    /// The totals of each year, the oldest first; one entry where all towns are of one year.
    public var years: [YearTotal]
    /// Where the money of all towns goes, the greatest first and the rest (其他) last; adds up to ``total``.
    public var byKind: [KindPart]
    /// The newest year of any town; `nil` where no book tells its year.
    public var newestYear: Int?
    public var projects: Int
    public var errors: Int
    public var warnings: Int
    /// Inputs that gave no result, by their titles.
    public var failures: [InputFailure]
    /// Those of them whose towns have rows that tell of it.
    var rowFailures: Set<InputFailure> = []
    /// Personal data is hidden in all of it, so that it may be shown to anyone.
    public var isMasked = false
    /// What the towns have copied from each other; `nil` for a single town.
    public var similarity: CountySimilarity?
    /// What each rule found, the gravest first.
    public var rules: [RuleTotal]

    public struct YearTotal: Hashable, Sendable {
        /// `2024年`, or `年度不明`.
        public var year: String
        public var towns: Int
        public var projects: Int
        /// The sum of the year's rows, exact and as shown.
        public var budget: ShownAmount
    }

    public struct Row: Hashable, Sendable {
        /// The town's result folder, relative to the overview.
        public var folder: String
        public var town: String
        public var county: String
        public var year: String
        public var projects: Int
        public var indicators: Int
        /// Rows add up to ``CountyReport/total``.
        public var budget: ShownAmount
        /// `nil` where the book has no projects.
        public var score: Points?
        public var errors: Int
        public var warnings: Int
        public var hints: Int
        /// Why the row is not of today's input, or why its book counts as failed, in one sentence; `nil` where all is well.
        public var remark: String?
        /// Its results are made, and yet its book cannot be handed in as it is.
        public var isFailed = false
        /// When the town's results were made; `nil` where nobody keeps count of that.
        public var updated: CalendarDay?
        /// What the money is for, the greatest first; adds up to ``budget``.
        public var byKind: [KindPart] = []
        /// What changed since an older book or result, where there is one.
        public var change: Change?
        /// The first errors, in the order of the book.
        public var faults: [Fault] = []
        /// How score and errors went over the nights, where somebody keeps count of that.
        public var trend: ScoreTrend?

        public var state: TownState { TownState(isFailed: isFailed, isStale: remark != nil, errors: errors) }
        /// `巨鹿镇 2024年`.
        public var shownName: String { "\(town) \(year)" }

        /// The exact budget in 分.
        public var budgetFen: Int64 { budget.exact.fen }

        public init(
            folder: String, town: String, county: String, year: String, projects: Int, indicators: Int, budget: ShownAmount,
            score: Points?, errors: Int, warnings: Int, hints: Int
        ) {
            self.folder = folder
            self.town = town
            self.county = county
            self.year = year
            self.projects = projects
            self.indicators = indicators
            self.budget = budget
            self.score = score
            self.errors = errors
            self.warnings = warnings
            self.hints = hints
        }
    }

    /// The money for one kind of project.
    public struct KindPart: Hashable, Sendable {
        public var label: String
        public var projects: Int
        public var amount: ShownAmount

        public init(label: String, projects: Int, amount: ShownAmount) {
            (self.label, self.projects, self.amount) = (label, projects, amount)
        }
    }

    /// How a town's book differs from the one before.
    public struct Change: Hashable, Sendable {
        /// `2023年`, or `上一份`.
        public var basis: String
        public var difference: ShownAmount
        /// `nil` where one of the two has no score.
        public var scoreDifference: Points?
        /// How many more errors the rules find.
        public var errorDifference: Int

        public init(basis: String, difference: ShownAmount, scoreDifference: Points?, errorDifference: Int) {
            (self.basis, self.difference) = (basis, difference)
            (self.scoreDifference, self.errorDifference) = (scoreDifference, errorDifference)
        }
    }
}
