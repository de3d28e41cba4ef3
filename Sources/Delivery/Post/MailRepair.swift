internal import Foundation
public import Mailing
internal import Pages

/// What somebody does who sets up mails, or has mended what kept them back: a trial, and another try.
public struct MailRepair: Sendable {
    private let workspace: Workspace

    public init(_ workspace: Workspace) { self.workspace = workspace }

    private var settings: MailSettings { workspace.settings.mail }

    /// Sends one mail by the settings, whatever recipients they name; the ledger has nothing of it.
    ///
    /// - Returns: by what way it went, and what the server said.
    /// - Throws: ``MailError`` for an address or a server that cannot be used.
    public func trial(to address: String) throws -> (way: String, receipt: MailReceipt) {
        let (to, from) = (try Mailbox(address: address), try settings.sender())
        let content = TrialMail(place: workspace.title, way: settings.way, address: settings.address?.overview).content
        let now = Date()
        let message = MailMessage(
            from: from, to: to, replyTo: settings.replyTo, subject: content.subject, text: content.text, html: content.html,
            messageID: "\(UUID().uuidString.lowercased())@\(from.place)", date: now)
        let receipt = try settings.transport(in: workspace.folder).send(try message.bytes(), from: from.address, to: to.address)
        RunLog(workspace, run: "mail").write(
            receipt.isAccepted ? .info : .error, "mail-trial", ["to": to.address, "answer": receipt.text])
        return (settings.way, receipt)
    }

    public struct Retried: Sendable {
        /// What was sent: recipient and subject.
        public var sent: [String] = []
        /// How many are left alone, because there is newer news for their readers.
        public var superseded = 0
        public var outcome = MailOutcome()
    }

    /// Sends what failed or waits once more; the ledger knows what was sent, and nobody gets that again.
    public func retry() async throws -> Retried {
        let now = Date()
        let lock = try RunLock(workspace.lockFile, waiting: 0, now: now)
        let database = try Database.state(at: workspace.database)
        let postman = MailSender(
            database: database, transport: try settings.transport(in: workspace.folder), from: try settings.sender().address,
            limits: settings.limits, log: RunLog(workspace, run: "mail"))
        var retried = Retried()
        retried.superseded = try database.revive(at: now)
        try database.hurry(at: now)
        let due = try database.dueMails(at: now, limit: settings.limits.perRun)
        retried.outcome = try await postman.deliver(at: now)
        for mail in due where try database.isSent(mail.key) { retried.sent.append("\(mail.recipient)：\(mail.subject)") }
        lock.release()
        return retried
    }
}

extension MailSettings {
    /// By what mails go, in words.
    fileprivate var way: String {
        switch route {
        case .sendmail: "本机的邮件程序" + (sendmail.isEmpty ? "" : " \(sendmail)")
        case .smtp: "邮件服务器 \(smtp.host)" + (smtp.port.map { ":\($0)" } ?? "") + "（\(smtp.security.rawValue)）"
        }
    }
}

extension Database {
    /// Puts mails that were given up into the spool again, other than those behind which there is newer news for the same reader.
    ///
    /// - Returns: how many of those there are.
    fileprivate func revive(at now: Date) throws(StateError) -> Int {
        let newer = """
            EXISTS (SELECT 1 FROM mails AS later WHERE later.recipient = mails.recipient AND later.scope = mails.scope
              AND later.rowid > mails.rowid)
            """
        try run(
            """
            UPDATE mails SET state = 'queued', attempts = 0, finished = NULL, next_attempt = ?
            WHERE state = 'failed' AND message IS NOT NULL AND NOT \(newer)
            """, SQLValue(now))
        return try query("SELECT count(*) FROM mails WHERE state = 'failed' AND \(newer)") { $0.integer(0) }.first ?? 0
    }

    fileprivate func isSent(_ key: String) throws(StateError) -> Bool {
        try !query("SELECT 1 FROM mails WHERE key = ? AND state = 'sent'", .text(key)) { $0.integer(0) }.isEmpty
    }
}
