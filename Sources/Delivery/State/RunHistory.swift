internal import Foundation
internal import Text

/// A run as the state remembers it.
struct RunRecord: Hashable, Sendable {
    var id: String
    var started: Date
    var finished: Date?
    var outcome: Outcome
    var exitCode: Int?
    /// The run whose results readers saw afterwards.
    var basis: String?

    enum Outcome: String, Sendable {
        case running
        /// Its results are complete and about to be published.
        case ready
        case published
        case unchanged
        /// Nothing new was published: nothing could be read, or the disk refused.
        case failed
        /// It ended without saying how: killed, or the machine stopped.
        case interrupted
    }
}

extension Database {
    /// A name for a run that begins now; names sort by time.
    ///
    /// - Parameter folders: names that results bear of which the state may not know, when it comes from a backup.
    func freshRun(at now: Date, besides folders: [String]) throws(StateError) -> String {
        let stamp = LocalTime(now).stamp
        let taken = Set(try query("SELECT id FROM runs WHERE id LIKE ?", .text(stamp + "%")) { $0.text(0) } + folders)
        var (id, number) = (stamp, 1)
        while taken.contains(id) {
            number += 1
            id = "\(stamp)-\(number)"
        }
        return id
    }

    /// Notes that a run begins.
    func begin(_ id: String, at now: Date) throws(StateError) {
        try run("INSERT INTO runs (id, started, outcome) VALUES (?, ?, 'running')", .text(id), SQLValue(now))
    }

    /// Notes how a run ended, and what it found wrong in place of what the run before it had found.
    func finish(
        _ id: String, _ outcome: RunRecord.Outcome, exitCode: Int, basis: String?, problems: [String], at now: Date
    ) throws(StateError) {
        try transaction { () throws(StateError) in
            try run(
                "UPDATE runs SET finished = ?, outcome = ?, exit_code = ?, basis = ? WHERE id = ?", SQLValue(now),
                .text(outcome.rawValue), SQLValue(exitCode), SQLValue(basis), .text(id))
            try run("DELETE FROM problems")
            for line in problems { try run("INSERT INTO problems VALUES (?)", .text(line.withNumbersStarred)) }
        }
    }

    /// What the last run that came to its end found wrong.
    func problems() throws(StateError) -> [String] {
        try query("SELECT line FROM problems ORDER BY rowid") { $0.text(0) }
    }

    /// Whether any run has shown its results to readers.
    func hasPublished() throws(StateError) -> Bool {
        try !query("SELECT 1 FROM runs WHERE outcome = 'published' LIMIT 1") { $0.integer(0) }.isEmpty
    }

    /// Runs whose results never reached a reader.
    func unpublishedRuns() throws(StateError) -> Set<String> {
        Set(try query("SELECT id FROM runs WHERE outcome IN ('interrupted', 'failed')") { $0.text(0) })
    }

    /// Settles what runs left open that were killed.
    ///
    /// - Parameter current: the run that the link leads to; when it was ready, it was published.
    func settle(current: String?) throws(StateError) {
        try run("UPDATE runs SET outcome = 'published', basis = id WHERE outcome = 'ready' AND id = ?", SQLValue(current))
        try run("UPDATE runs SET outcome = 'interrupted' WHERE outcome IN ('running', 'ready')")
    }

    /// The newest runs, the last one first, whatever the clock said.
    func runs(limit: Int) throws(StateError) -> [RunRecord] {
        try query(
            "SELECT id, started, finished, outcome, exit_code, basis FROM runs ORDER BY rowid DESC LIMIT ?",
            SQLValue(limit)
        ) { row in
            RunRecord(
                id: row.text(0), started: row.date(1) ?? .distantPast, finished: row.date(2),
                outcome: RunRecord.Outcome(rawValue: row.text(3)) ?? .interrupted, exitCode: row.optionalInteger(4),
                basis: row.optionalText(5))
        }
    }

    /// When the last run that was all done began.
    func lastSuccess() throws(StateError) -> Date? {
        try query("SELECT started FROM runs WHERE exit_code = 0 ORDER BY rowid DESC LIMIT 1") { $0.date(0) }.first ?? nil
    }

    /// All runs as they followed each other, whatever the clock said.
    func runOrder() throws(StateError) -> [String] {
        try query("SELECT id FROM runs ORDER BY rowid") { $0.text(0) }
    }
}
