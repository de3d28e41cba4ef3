internal import Foundation
internal import Mailing
internal import Pages

/// A mail that waits in the ledger to be handed over.
struct QueuedMail: Sendable {
    var key: String
    var recipient: String
    var subject: String
    var queued: Date
    var attempts: Int
    var message: [UInt8]
}

extension Database {
    /// Puts a mail into the spool and notes what its reader then knows, both or neither; a mail of the same key is never put in
    /// twice.
    ///
    /// - Returns: whether the mail is new.
    func queue(_ draft: MailDraft, messageID: String, bytes: [UInt8], at now: Date) throws(StateError) -> Bool {
        try transaction { () throws(StateError) in
            try run(
                """
                INSERT OR IGNORE INTO mails (key, message_id, period, scope, recipient, content, subject, queued, state, next_attempt,
                  message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?)
                """, .text(draft.key), .text(messageID), .text(draft.period), .text(draft.scope), .text(draft.to.key),
                .text(draft.fingerprint), .text(draft.content.subject), SQLValue(now), SQLValue(now), .bytes(bytes))
            let isNew = changes == 1
            for (scope, content) in draft.knownAfter { try tell(draft.to.key, scope, content, at: now) }
            return isNew
        }
    }

    /// Notes what a reader knows of something.
    func tell(_ recipient: String, _ scope: String, _ content: String, at now: Date) throws(StateError) {
        try run("INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?)", .text(recipient), .text(scope), .text(content), SQLValue(now))
    }

    /// What each reader was told last: content by scope.
    func known() throws(StateError) -> [String: [String: String]] {
        let rows = try query("SELECT recipient, scope, content FROM told") { ($0.text(0), $0.text(1), $0.text(2)) }
        return rows.reduce(into: [:]) { $0[$1.0, default: [:]][$1.1] = $1.2 }
    }

    /// When each reader was last written to; a clock that was ahead for a night does not count.
    func lastMails(at now: Date) throws(StateError) -> [String: Date] {
        let rows = try query("SELECT recipient, max(queued) FROM mails WHERE queued <= ? GROUP BY recipient", SQLValue(now)) {
            ($0.text(0), $0.date(1))
        }
        return Dictionary(rows.compactMap { row in row.1.map { (row.0, $0) } }) { max($0, $1) }
    }

    /// The mails whose time has come, the oldest first; a time beyond every pause was set by a clock that was wrong.
    func dueMails(at now: Date, limit: Int) throws(StateError) -> [QueuedMail] {
        try query(
            """
            SELECT key, recipient, subject, queued, attempts, message FROM mails
            WHERE state = 'queued' AND (next_attempt <= ? OR next_attempt > ?) ORDER BY queued, rowid LIMIT ?
            """, SQLValue(now), SQLValue(now.addingTimeInterval(MailSender.longestPause)), SQLValue(limit)
        ) { row in
            QueuedMail(
                key: row.text(0), recipient: row.text(1), subject: row.text(2), queued: row.date(3) ?? now,
                attempts: min(max(row.integer(4), 0), 1_000), message: row.bytes(5))
        }
    }

    func waitingMails() throws(StateError) -> Int {
        try query("SELECT count(*) FROM mails WHERE state = 'queued'") { $0.integer(0) }.first ?? 0
    }

    /// How many mails wait that were tried, why and until when, in one sentence; nothing where none does.
    ///
    /// - Parameter told: how many of them it was said of.
    func waitingWords(at now: Date, besides told: Int = 0) throws(StateError) -> [String] {
        let rows = try query(
            "SELECT next_attempt, answer FROM mails WHERE state = 'queued' AND attempts > 0 ORDER BY next_attempt, rowid"
        ) { (next: $0.date(0) ?? now, answer: $0.text(1)) }
        guard let first = rows.first, rows.count > told else { return [] }
        let isDue = !(now.addingTimeInterval(1)...now.addingTimeInterval(MailSender.longestPause)).contains(first.next)
        let when = isDue ? "下次运行时发" : "\(LocalTime(first.next).inWords)以后的运行再试"
        let answer = first.answer.isEmpty ? "" : "（上次没有发出：\(first.answer)）"
        return ["还有\(rows.count)封邮件没有发出，\(when)\(answer)。改好以后要马上发，运行 goalbook mail 结果文件夹，如 goalbook mail out/current"]
    }

    /// Lets all mails that wait be tried now.
    func hurry(at now: Date) throws(StateError) {
        try run("UPDATE mails SET next_attempt = ? WHERE state = 'queued' AND next_attempt > ?", SQLValue(now), SQLValue(now))
    }

    /// Notes that the server has a mail; its text is kept no longer.
    func sent(_ key: String, answer: String, at now: Date) throws(StateError) {
        try run(
            "UPDATE mails SET state = 'sent', attempts = attempts + 1, finished = ?, answer = ?, message = NULL WHERE key = ?",
            SQLValue(now), .text(answer), .text(key))
    }

    /// Notes that a mail was not taken.
    ///
    /// - Parameter next: when to try again; `nil` to give up.
    func refused(_ key: String, answer: String, next: Date?, at now: Date) throws(StateError) {
        try run(
            """
            UPDATE mails SET state = ?, attempts = attempts + 1, finished = ?, answer = ?, next_attempt = ? WHERE key = ?
            """, .text(next == nil ? "failed" : "queued"), SQLValue(next == nil ? now : nil), .text(answer),
            SQLValue(next ?? now), .text(key))
    }
}
