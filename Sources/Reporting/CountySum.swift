import Aggregation
public import Diagnostics

extension CountyReport {
    /// Rolls towns up into one page.
    ///
    /// - Parameters:
    ///   - towns: The towns that were read, in any order.
    ///   - failures: The inputs that gave no result.
    public init(towns: [Town], failures: [InputFailure]) {
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
        similarity = CountySimilarity(towns.map(\.similarityPart))
        self.failures = failures.map(\.titled).sorted { ($0.path, $0.reason) < ($1.path, $1.reason) }
        let troubled = Set(rows.filter { $0.remark != nil }.flatMap { [$0.shownName, $0.town] })
        rowFailures = Set(failures.filter { !$0.towns.isEmpty && troubled.isSuperset(of: $0.towns) }.map(\.titled))
    }

    /// What is told of no row: each trouble stands once.
    public var otherFailures: [InputFailure] { failures.filter { !rowFailures.contains($0) } }

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
