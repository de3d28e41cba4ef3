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

    /// When each reader was last written to.
    func lastMails() throws(StateError) -> [String: Date] {
        let rows = try query("SELECT recipient, max(queued) FROM mails GROUP BY recipient") { ($0.text(0), $0.date(1)) }
        return Dictionary(rows.compactMap { row in row.1.map { (row.0, $0) } }) { max($0, $1) }
    }

    /// The mails whose time has come, the oldest first.
    func dueMails(at now: Date, limit: Int) throws(StateError) -> [QueuedMail] {
        try query(
            """
            SELECT key, recipient, subject, queued, attempts, message FROM mails WHERE state = 'queued' AND next_attempt <= ?
            ORDER BY queued, rowid LIMIT ?
            """, SQLValue(now), SQLValue(limit)
        ) { row in
            QueuedMail(
                key: row.text(0), recipient: row.text(1), subject: row.text(2), queued: row.date(3) ?? .distantPast,
                attempts: row.integer(4), message: row.bytes(5))
        }
    }

    func waitingMails() throws(StateError) -> Int {
        try query("SELECT count(*) FROM mails WHERE state = 'queued'") { $0.integer(0) }.first ?? 0
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
