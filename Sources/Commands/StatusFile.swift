internal import Delivery
internal import Diagnostics
internal import Foundation
internal import GoalModel

/// `goalbook status --json` (schema `goalbook.status/1`); times are ISO 8601, scores in points.
struct StatusFile: Encodable {
    let schema = "goalbook.status/1"
    let title: String
    let workspace: String
    let last: Run?
    let lastSuccess: String?
    let running: Running?
    let next: String?
    let isScheduled: Bool
    let page: String?
    let towns: [Town]
    let failures: [InputFailure]
    let problems: [String]
    let dropped: [String]
    let mails: Mails

    struct Run: Encodable {
        let id: String
        let started: String
        let finished: String?
        let outcome: String
        let exitCode: Int?
    }

    struct Running: Encodable {
        let process: Int32
        let host: String
        let since: String
    }

    struct Town: Encodable {
        let folder: String
        let town: String
        let year: Int?
        let made: String
        /// `current` or `stale`.
        let state: String
        let reason: String?
        let since: String?
        let score: Decimal?
        let errors: Int
    }

    struct Mails: Encodable {
        let sent: Int
        let waiting: Int
        let failed: Int
        let strangers: [String]
        let troubles: [String]
    }

    init(_ status: WorkspaceStatus) {
        func text(_ date: Date) -> String { date.formatted(.iso8601) }
        title = status.title
        workspace = status.folder
        last = status.last.map {
            Run(
                id: $0.id, started: text($0.started), finished: $0.finished.map(text), outcome: $0.outcome, exitCode: $0.exitCode)
        }
        lastSuccess = status.lastSuccess.map(text)
        running = status.running.map { Running(process: $0.process, host: $0.host, since: text($0.since)) }
        next = status.next.map(text)
        isScheduled = status.isScheduled
        page = status.page
        towns = status.towns.map { town in
            Town(
                folder: town.folder, town: town.town, year: town.year, made: text(town.made),
                state: town.staleReason == nil ? "current" : "stale", reason: town.staleReason,
                since: town.staleSince.map(text), score: town.score.map(\.decimal), errors: town.errors)
        }
        failures = status.failures
        problems = status.problems
        dropped = status.dropped
        mails = Mails(
            sent: status.mails.sent, waiting: status.mails.waiting, failed: status.mails.failed,
            strangers: status.mails.strangers, troubles: status.mails.troubles)
    }
}
