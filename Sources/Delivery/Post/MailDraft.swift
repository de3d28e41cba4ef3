internal import Foundation
internal import Mailing
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
    var knownAfter: [String: String]
    /// What its reader knew before.
    var known: [String: String] = [:]

    /// The same for the same news to the same reader, whenever it is drafted: one mail a key.
    var key: String {
        let news = knownAfter.sorted { $0.key < $1.key }.map { "\($0.key)=\(known[$0.key] ?? "")>\($0.value)" }
        return sha256(Data(([period, scope, to.key] + news).joined(separator: "\n").utf8))
    }

    /// What the news is, as a fingerprint.
    var fingerprint: String {
        sha256(Data(knownAfter.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n").utf8))
    }

    func message(from: Mailbox, replyTo: Mailbox?, date: Date) -> MailMessage {
        MailMessage(
            from: from, to: to, replyTo: replyTo, subject: content.subject, text: content.text, html: content.html,
            picture: content.picture.map { .init(contentID: $0.contentID, fileName: $0.fileName, png: $0.png) },
            attachments: attachments, messageID: "\(key.prefix(40))@\(from.place)", date: date)
    }
}

extension MailAttachment {
    /// The brief (领导简报.pdf), named after its town; the year stands first so that all readers show the name alike.
    ///
    /// - Parameter year: as ``Report/year`` gives it.
    init(brief bytes: [UInt8], town: String, year: String) {
        let start = year.first.map(\.isNumber) == true ? year : ""
        self.init(pdf: bytes, name: "\(start)\(town)\(ResultFile.brief.rawValue)")
    }
}
