internal import Facts
internal import Foundation
internal import GoalModel
internal import Intake
internal import Platform
internal import Reporting

/// One town of a run: to be printed, or to be taken over as it stands.
struct TownJob: Sendable {
    var town: ReadBook
    /// Older books of the town, the newest first, to tell what changed.
    var predecessors: [ReadBook] = []
    /// Earlier results that are taken over instead of printing new ones.
    var standing: ReusableResult?
    /// What is shown when printing fails.
    var lastGood: LastGoodResult?
    /// What the town's results depend on, as a fingerprint; empty where earlier results are of no interest.
    var fingerprint = ""
    /// What the town scored on earlier nights, the oldest first.
    var history: [ScoreTrend.Night] = []
}

/// Finished results of a town that stand in an older folder.
struct ReusableResult: Sendable {
    /// The town's folder in the earlier results.
    var folder: URL
    /// Relative to the results, as in their manifest.
    var files: [Manifest.Entry]
    /// When they were made; `nil` where nobody keeps count of that.
    var madeOn: CalendarDay?
    /// How many pages the town's book has behind the contents; `nil` when there is no book.
    var pages: Int?
    /// Why they are not made anew although they ought to be; `nil` where nothing changed.
    var staleness: Staleness?
    /// The files stay as they are to the byte, also the page.
    var isUntouched = false
    /// The files that somebody has changed since.
    var changed: Set<String> = []
}

/// Why a town shows earlier results.
struct Staleness: Hashable, Sendable {
    /// When the shown results were made, in words: `2026年11月23日`; empty where no clock may be asked.
    var madeOn: String
    /// What is wrong with the newest input, in words.
    var reason: String

    /// One sentence for a reader of the results.
    var banner: String {
        let state = TownState.stale.title
        return madeOn.isEmpty ? "\(state)：\(reason)。这里是以前的结果" : "这里是\(madeOn)的结果，\(state)：\(reason)"
    }
}

/// A town's earlier results, to fall back on.
struct LastGoodResult: Sendable {
    var standing: ReusableResult
    /// The files that they were made from.
    var files: [InputFile]
    /// When they were made, in words.
    var madeOn: String

    /// The book that the results are of.
    ///
    /// - Throws: when the facts that stand with the results cannot be read.
    func book() throws -> ReadBook {
        let file = standing.folder.appending(path: ResultFile.facts.rawValue)
        let path = files.first?.path ?? ResultFile.facts.rawValue
        let read = try CrashContainment.reading(InputFile(url: file, path: path)) {
            try FactsFile.books(Array(try Data(contentsOf: file)), path: path)
        }
        guard let first = read.first else { throw FactsError.noBooks }
        var town = ReadBook(files: files, book: first.book, diagnostics: first.diagnostics)
        (town.review, town.progress) = (first.review, first.progress)
        return town
    }

    /// The results, saying why they are not new.
    func standing(because reason: String) -> ReusableResult {
        var standing = standing
        standing.staleness = Staleness(madeOn: madeOn, reason: reason)
        return standing
    }
}
