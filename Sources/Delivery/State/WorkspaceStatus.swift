public import Diagnostics
public import Foundation
public import GoalModel
public import Reporting

/// The last run of a workspace, and the next; as JSON it is `goalbook status --json` (schema `goalbook.status/1`).
public struct WorkspaceStatus: Sendable, Encodable {
    let schema = "goalbook.status/1"
    public var title: String
    public var workspace: String
    /// The last run; `nil` before the first one.
    public var last: Run?
    /// When the last run began at which all was well.
    public var lastSuccess: Date?
    public var running: RunLock.Holder?
    /// When the next run is due by the settings.
    public var next: Date?
    /// Whether the system knows of it, as far as its usual places tell.
    public var isScheduled: Bool
    /// The page to open; `nil` while there are no results.
    public var page: String?
    public var towns: [Town]
    /// What could not be read when the shown results were made.
    public var failures: [InputFailure]
    /// What the last run found wrong, a line each.
    public var problems: [String]
    public var dropped: [String]
    public var mails: Mails

    public struct Run: Sendable, Encodable {
        public var id: String
        public var started: Date
        public var finished: Date?
        /// `published`, `unchanged`, `failed`, `interrupted`, `running`.
        public var outcome: String
        public var exitCode: Int?
    }

    public struct Town: Sendable, Encodable {
        public var folder: String
        public var town: String
        public var year: Int?
        /// When the results were made that readers see.
        public var made: Date
        /// `current`, `stale` or, where the book counts as failed although the results are made, `failed`.
        var state: String
        /// How the town stands.
        public var standing: TownState
        /// Why they are not of the newest input, and since when, or why the book counts as failed; `nil` where all is well.
        public var reason: String?
        public var since: Date?
        /// `nil` where the book has no projects.
        public var points: Points?
        var score: Decimal?
        public var errors: Int

        private enum CodingKeys: String, CodingKey {
            case folder, town, year, made, state, reason, since, score, errors
        }
    }

    public struct Mails: Sendable, Encodable {
        public var sent = 0
        public var waiting = 0
        public var failed = 0
        /// Recipients of whose towns there are no results.
        public var unmatchedRecipients: [String] = []
        /// What was said of the last mails that were not taken: addresses and answer.
        public var troubles: [String] = []

        private enum CodingKeys: String, CodingKey {
            case sent, waiting, failed, troubles
            case unmatchedRecipients = "strangers"
        }
    }

    /// - Throws: ``StateError`` when the state is there and cannot be read.
    public init(_ workspace: Workspace, now: Date = Date()) throws(StateError) {
        title = workspace.title
        self.workspace = workspace.folder.path(percentEncoded: false)
        running = RunLock.holder(of: workspace.lockFile)
        isScheduled = workspace.isScheduled
        next = workspace.settings.nightly.at.next(after: now)
        (towns, failures, problems, dropped, mails) = ([], [], [], [], Mails())
        guard FileManager.default.fileExists(atPath: workspace.database) else { return }
        let database = try Database.stateForReading(at: workspace.database)
        let runs = try database.runs(limit: 1)
        last = runs.first.map { run in
            let isLost = run.outcome == .running && running == nil
            return Run(
                id: run.id, started: run.started, finished: run.finished,
                outcome: (isLost ? RunRecord.Outcome.interrupted : run.outcome).rawValue, exitCode: run.exitCode)
        }
        lastSuccess = try database.lastSuccess()
        problems = try database.problems()
        mails = try database.mailCounts()
        guard let current = RunFolders.currentRun(workspace) else { return }
        page = workspace.current.appending(path: "index.html").path(percentEncoded: false)
        guard let basis = try database.state(of: current) else { return }
        towns = basis.towns.values.sorted { $0.folder < $1.folder }.map { town in
            let points = town.figures.score.map(Points.init)
            return Town(
                folder: town.folder, town: town.town, year: town.year, made: town.made,
                state: town.state.isTrouble ? town.state.rawValue : "current", standing: town.state,
                reason: town.heldReason ?? town.staleReason, since: town.staleSince,
                points: points, score: points?.decimal, errors: town.figures.errors)
        }
        failures = basis.failures.map(\.titled)
        mails.unmatchedRecipients = workspace.settings.mail.unknownTowns(among: basis.towns.values.map(\.names))
        dropped = basis.dropped.map { "\($0.town)不再列出：\($0.reason)" }
    }
}

extension PublishedState.Town {
    /// What can stand in settings for the town, as ``FinishedResults/Town/names`` has it.
    var names: [String] {
        let parts = folder.split(separator: "-").map(String.init)
        return [folder, town] + (parts.count > 1 ? [parts[1], parts[0] + "-" + parts[1]] : [])
    }
}

extension Database {
    fileprivate func mailCounts() throws(StateError) -> WorkspaceStatus.Mails {
        let counts = try query("SELECT state, count(*) FROM mails GROUP BY state") { ($0.text(0), $0.integer(1)) }
        let number = Dictionary(counts) { first, _ in first }
        let troubles = try query(
            """
            SELECT group_concat(DISTINCT recipient), answer FROM mails WHERE answer != '' AND state IN ('queued', 'failed')
            GROUP BY answer ORDER BY max(max(coalesce(finished, 0), queued)) DESC LIMIT 5
            """
        ) { "\($0.text(0).replacing(",", with: "、"))：\($0.text(1))" }
        return WorkspaceStatus.Mails(
            sent: number["sent"] ?? 0, waiting: number["queued"] ?? 0, failed: number["failed"] ?? 0, troubles: troubles)
    }
}
