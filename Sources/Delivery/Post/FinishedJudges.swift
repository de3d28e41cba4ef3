internal import Foundation
internal import GoalModel
internal import Reporting

/// What judges finished results, so that mails say of them what the results say themselves.
struct FinishedJudges: Sendable {
    private let tables: Tables
    private var settings: ReviewFiles?
    /// The inputs of today, by path.
    private var files: [String: InputFile] = [:]
    /// The inputs that each town's results were made of, by result folder.
    private var inputs: [String: [String]] = [:]
    /// The day on which what is agreed to be kept must still hold.
    private(set) var judgement: CalendarDay?

    /// The defaults judge all.
    init(_ tables: Tables) {
        self.tables = tables
    }

    /// The settings files of a workspace judge each town by the place of its inputs.
    init(_ tables: Tables, _ workspace: Workspace, _ basis: Basis?, judgedOn judgement: CalendarDay?) {
        self.init(tables)
        let search = InputSearch(workspace.inputs, excluding: workspace.outFolder)
        settings = ReviewFiles(search, profile: workspace.reviewSettings, engine: tables.engine)
        files = Dictionary((search.files + search.settings).map { ($0.path, $0) }) { first, _ in first }
        inputs = basis?.towns.mapValues { $0.inputs.map(\.path) } ?? [:]
        self.judgement = judgement
    }

    /// - Parameter folder: the town's, in the results.
    func engine(of folder: String, _ book: GoalBook) -> Engine {
        let mine = (inputs[folder] ?? []).compactMap { files[$0] }
        let town = ReadBook(files: mine, book: book, diagnostics: [])
        // Settings that cannot be used keep a town's results as they were, and the run has said so.
        let judged = try? settings?.judging(town)
        return tables.engine(of: judged ?? town)
    }
}
