import Aggregation
public import GoalModel
import Linting

extension CountyReport {
    /// What the county's page needs of a town, so that whole reports need not be kept.
    public struct Town: Sendable {
        public private(set) var row: Row
        let key: Key
        /// `nil` where the book names none.
        let county: String?
        let region: String
        let fiscalYear: Int?
        /// The same for all years of a town.
        private let identity: String
        private let prints: RowPrints
        let rules: [RuleCount]
        /// Why the town is not of today's input, in one sentence; `nil` where it is.
        public var remark: String? {
            get { row.remark }
            set { row.remark = newValue }
        }

        /// When the town's results were made; `nil` where nobody keeps count of that.
        public var updated: CalendarDay? {
            get { row.updated }
            set { row.updated = newValue }
        }

        /// - Parameter folder: the town's result folder, relative to the overview.
        public init(_ report: Report, folder: String) {
            let book = report.book
            row = Row(
                folder: folder, town: report.town, county: book.county ?? "", year: report.year, projects: book.projects.count,
                indicators: book.projects.reduce(0) { $0 + $1.indicators.count }, budget: report.funding.total,
                score: report.quality.score, errors: report.counts.errors, warnings: report.counts.warnings,
                hints: report.counts.hints)
            key = Key(region: book.region ?? "", unit: book.unit.code ?? "", year: book.fiscalYear ?? 0, folder: folder)
            county = book.county
            region = book.region ?? ""
            fiscalYear = book.fiscalYear
            identity = "\(region) \(book.unit.code ?? "") \(book.unit.code == nil ? book.town : "")"
            prints = RowPrints(book)
            row.byKind = report.funding.byKind.map { KindPart(label: $0.label, projects: $0.projects, amount: $0.amount) }
            row.change = report.change.map(Change.init)
            row.faults = report.faults
            rules = report.ruleCounts
        }

        var likenessPart: CountyLikeness.Part { CountyLikeness.Part(row: row, identity: identity, prints: prints) }
    }

    /// Rolls towns up into one page.
    ///
    /// - Parameters:
    ///   - towns: The towns that were read, in any order.
    ///   - failures: The inputs that gave no result.
    public init(towns: [Town], failures: [Failure]) {
        let towns = towns.sorted { $0.key < $1.key }
        let (shown, total) = ShownAmount.column(towns.map(\.row.budget.exact))
        let rows = zip(towns, shown).map { town, budget in
            var row = town.row
            row.budget = budget
            row.byKind = KindPart.adding(row.byKind, to: budget)
            return row
        }
        self.rows = rows
        self.total = total
        years = Set(rows.map(\.year)).sorted().map { year in
            let mine = rows.filter { $0.year == year }
            return YearTotal(
                year: year, towns: mine.count, projects: mine.reduce(0) { $0 + $1.projects },
                budget: mine.map(\.budget).reduce(.zero, +))
        }
        title = CountyReport.title(of: towns)
        byKind = KindPart.totals(rows.map(\.byKind))
        rules = RuleTotal.totals(zip(rows, towns.map(\.rules)).map { (row: $0, rules: $1) })
        newestYear = towns.compactMap(\.fiscalYear).max()
        projects = rows.reduce(0) { $0 + $1.projects }
        errors = rows.reduce(0) { $0 + $1.errors }
        warnings = rows.reduce(0) { $0 + $1.warnings }
        likeness = CountyLikeness(towns.map(\.likenessPart))
        self.failures = failures.sorted { ($0.path, $0.reason) < ($1.path, $1.reason) }
    }

    private static func title(of towns: [Town]) -> String {
        let named = Set(towns.compactMap(\.county))
        let nameless = Set(towns.filter { $0.county == nil }.map(\.region))
        if nameless.isEmpty, let only = named.first, named.count == 1 { return only }
        if towns.isEmpty { return "没有乡镇" }
        if named.isEmpty, nameless.count == 1 { return nameless.first.map { $0.isEmpty ? "未写明县（市、区）" : "区划\($0)" } ?? "" }
        return "\(named.count + nameless.count)个县（市、区）"
    }

    /// The stable order of towns: region, unit code, year, folder.
    struct Key: Comparable, Sendable {
        var region: String
        var unit: String
        var year: Int
        var folder: String

        static func < (a: Key, b: Key) -> Bool {
            (a.region, a.unit, a.year, a.folder) < (b.region, b.unit, b.year, b.folder)
        }
    }
}
