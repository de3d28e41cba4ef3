internal import Foundation
internal import GoalModel
internal import Pages
internal import Reporting
internal import Text

/// A mail that ought to be sent, before it is bytes.
struct MailDraft: Sendable {
    var to: Mailbox
    /// The years of the books that it tells of, or the day of a mail that comes although nothing changed.
    var period: String
    /// What it tells of: a town's folder, several of them, `*` for all towns, `!` for the failures of runs.
    var scope: String
    var content: MailContent
    var attachments: [MailAttachment] = []
    /// What its reader knows afterwards: content by scope.
    var told: [String: String]
    /// What its reader knew before.
    var known: [String: String] = [:]

    /// The same for the same news to the same reader, whenever it is drafted: one mail a key.
    var key: String {
        let news = told.sorted { $0.key < $1.key }.map { "\($0.key)=\(known[$0.key] ?? "")>\($0.value)" }
        return sha256(Data(([period, scope, to.key] + news).joined(separator: "\n").utf8))
    }

    /// What the news is, in one word.
    var fingerprint: String {
        sha256(Data(told.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n").utf8))
    }

    func message(from: Mailbox, replyTo: Mailbox?, date: Date) -> MailMessage {
        MailMessage(
            from: from, to: to, replyTo: replyTo, content: content, attachments: attachments,
            messageID: "\(key.prefix(40))@\(from.place)", date: date)
    }
}
