import Aggregation
import GoalModel
import Linting

extension CountyReport {
    /// Rolls towns up into one page.
    ///
    /// - Parameters:
    ///   - reports: The towns that were read, in any order.
    ///   - folders: The result folder of each report, in the same order, relative to the overview.
    ///   - failures: The inputs that gave no result.
    public init(reports: [Report], folders: [String], failures: [Failure]) {
        let towns = zip(reports, folders).sorted { Key($0) < Key($1) }
        let (shown, total) = ShownAmount.column(towns.map { $0.0.funding.total.exact })
        rows = zip(towns, shown).map { Row(report: $0.0, folder: $0.1, budget: $1) }
        self.total = total
        title = CountyReport.title(of: towns.map(\.0.book))
        projects = rows.reduce(0) { $0 + $1.projects }
        errors = rows.reduce(0) { $0 + $1.errors }
        warnings = rows.reduce(0) { $0 + $1.warnings }
        self.failures = failures.sorted { ($0.path, $0.reason) < ($1.path, $1.reason) }
    }

    private static func title(of books: [GoalBook]) -> String {
        let named = Set(books.compactMap(\.county))
        let nameless = Set(books.filter { $0.county == nil }.map { $0.region ?? "" })
        if nameless.isEmpty, let only = named.first, named.count == 1 { return only }
        if books.isEmpty { return "没有乡镇" }
        if named.isEmpty, nameless.count == 1 { return nameless.first.map { $0.isEmpty ? "未写明县（市、区）" : "区划\($0)" } ?? "" }
        return "\(named.count + nameless.count)个县（市、区）"
    }
}

extension CountyReport.Row {
    fileprivate init(report: Report, folder: String, budget: ShownAmount) {
        self.init(
            folder: folder, town: report.town, county: report.book.county ?? "", year: report.year,
            projects: report.book.projects.count, indicators: report.book.projects.reduce(0) { $0 + $1.indicators.count },
            budget: budget,
            score: report.quality.score, errors: report.counts.errors, warnings: report.counts.warnings,
            hints: report.counts.hints)
    }
}

/// The stable order of towns: region, unit code, year, folder.
private struct Key: Comparable {
    var region: String
    var unit: String
    var year: Int
    var folder: String

    init(_ town: (report: Report, folder: String)) {
        region = town.report.book.region ?? ""
        unit = town.report.book.unit.code ?? ""
        year = town.report.book.fiscalYear ?? 0
        folder = town.folder
    }

    static func < (a: Key, b: Key) -> Bool {
        (a.region, a.unit, a.year, a.folder) < (b.region, b.unit, b.year, b.folder)
    }
}
