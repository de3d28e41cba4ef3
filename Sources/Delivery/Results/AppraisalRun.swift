public import Appraisal
public import Diagnostics
public import GoalModel
public import Intake
internal import Platform
internal import Reporting

/// Reads books and actual figures and judges them: `goalbook monitor` and `goalbook evaluate`.
public struct AppraisalRun: Sendable {
    /// In the order of the books; those of which no file says anything are left out.
    public var reports: [AppraisalReport] = []
    public var failures: [InputFailure]
    public var notices: [String]
    /// Towns with a book and no actual figures.
    public var missing: [String] = []
    /// How many books there are.
    public var books: Int

    public enum Task: Sendable {
        case monitoring(CalendarDay)
        case evaluation
    }

    /// - Parameters:
    ///   - settings: the settings files of county and towns.
    ///   - actuals: files of actual figures, and folders of them.
    public static func running(
        _ search: InputSearch, tables: RunResources, settings: ReviewFiles, actuals paths: [String], _ task: Task, jobs: Int
    ) async -> AppraisalRun {
        let collection = await TownCollection.reading(search, lexicon: tables.lexicon, settings: settings, jobs: jobs)
        var files = ActualsFiles(paths)
        let towns = AppraisalRun.current(collection.towns, task)
        let actuals = zip(files.actuals(of: towns.map(\.book)), towns).map { $0.completed(by: $1.actuals) }
        let pairs = zip(towns, actuals).filter { !$0.1.files.isEmpty }
        var run = AppraisalRun(
            failures: collection.failures + files.failures, notices: collection.notices, books: towns.count)
        run.reports = await Workers(jobs).map(pairs) { pair, _ in
            let (town, actuals) = pair
            return CrashContainment.making(town) { () -> AppraisalReport in
                let engine = tables.engine(of: town)
                let (appraiser, actuals) = (engine.appraiser, engine.looked(actuals))
                let report: AppraisalReport =
                    switch task {
                    case .monitoring(let day): .monitoring(of: town.book, actuals: actuals, asOf: day, by: appraiser)
                    case .evaluation: .evaluation(of: town.book, actuals: actuals, by: appraiser)
                    }
                return engine.hidingNumbers(report)
            }
        }
        run.failures += run.reports.compactMap(\.leak)
        for town in zip(towns, actuals) where town.1.files.isEmpty && !files.isEmpty {
            run.missing.append(town.0.book.shownName)
        }
        if !run.missing.isEmpty { run.notices.append("\(run.missing.joined(separator: "、"))没有执行数据，没有算；补填以后再运行一次") }
        return run
    }

    /// The books of the year that is looked at, where a town has several.
    private static func current(_ towns: [ReadBook], _ task: Task) -> [ReadBook] {
        guard case .monitoring(let day) = task else { return towns }
        let mine = towns.filter { $0.book.fiscalYear == day.year }
        return mine.isEmpty ? towns : mine
    }

    /// The books of a run, with what judges each, for the template.
    public static func books(
        _ search: InputSearch, tables: RunResources, settings: ReviewFiles, jobs: Int
    ) async -> (books: [GoalBook], settings: AppraisalSettings?, failures: [InputFailure]) {
        let collection = await TownCollection.reading(search, lexicon: tables.lexicon, settings: settings, jobs: jobs)
        let first = collection.towns.first.map { tables.engine(of: $0).appraiser.settings }
        return (collection.towns.map(\.book), first, collection.failures)
    }
}
