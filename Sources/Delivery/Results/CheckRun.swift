public import Diagnostics
public import GoalModel
public import Intake
internal import Platform
public import Reporting

/// Reads and lints without writing anything: `goalbook check` and `goalbook facts`.
public struct CheckRun: Sendable {
    public var reports: [Report]
    public var failures: [InputFailure]
    public var notices: [String]
    /// Which towns are judged alike, and by what; in the order of the towns.
    ///
    /// Reckoned when it is asked for: comparing all settings of all towns takes long.
    public var engines: [(towns: [String], engine: Reviewer)] { CheckRun.engines(of: towns, tables) }
    private let towns: [ReadBook]

    /// What each cell of the towns' documents was taken for, by the towns' names.
    public var readTables: [(town: String, tables: [ReadTable])] {
        towns.map { ($0.book.shownName, $0.tables(tables.lexicon)) }
    }
    private let tables: RunResources

    /// - Parameters:
    ///   - settings: the settings files of county and towns.
    ///   - judgement: the day on which what is agreed to be kept must still hold; without one, 1 January of each book's year.
    public static func running(
        _ search: InputSearch, tables: RunResources, settings: ReviewFiles, judgedOn judgement: CalendarDay?, jobs: Int
    ) async -> CheckRun {
        let collection = await TownCollection.reading(search, lexicon: tables.lexicon, settings: settings, jobs: jobs)
        let reports = await Workers(jobs).map(collection.towns) { town, _ in
            CrashContainment.making(town) {
                tables.engine(of: town).report(town.book, town.diagnostics, judgedOn: judgement)
            }
        }
        var remarks = AgreementRemarks()
        for report in reports { remarks.add(report) }
        return CheckRun(
            reports: reports, failures: collection.failures + collection.towns.compactMap(\.doubt),
            notices: collection.notices + remarks.sentences(isWhole: collection.failures.isEmpty),
            towns: collection.towns, tables: tables)
    }

    private static func engines(of towns: [ReadBook], _ tables: RunResources) -> [(towns: [String], engine: Reviewer)] {
        var engines: [(towns: [String], engine: Reviewer)] = []
        for town in towns {
            let engine = tables.engine(of: town)
            let name = "\(town.book.shownName)（\(town.path)）"
            if let index = engines.firstIndex(where: { $0.engine.judgesAlike(engine) }) {
                engines[index].towns.append(name)
            } else {
                engines.append(([name], engine))
            }
        }
        return engines
    }
}
