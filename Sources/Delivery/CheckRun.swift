public import Reporting

/// Reads and lints without writing anything: `goalbook check` and `goalbook facts`.
public struct CheckRun: Sendable {
    public var reports: [Report]
    public var failures: [TownFailure]
    public var notices: [String]

    public static func running(_ search: InputSearch, tables: Tables, jobs: Int) async -> CheckRun {
        let collection = await TownCollection.reading(search, tables: tables, jobs: jobs)
        let reports = await Workers(jobs).map(collection.towns) { town, _ in
            tables.engine.report(town.book, town.diagnostics)
        }
        return CheckRun(reports: reports, failures: collection.failures, notices: collection.notices)
    }
}
