public import Foundation
internal import Text

/// One mail to one recipient, whole.
public struct MailMessage: Sendable {
    public var from: Mailbox
    public var to: Mailbox
    public var replyTo: Mailbox?
    /// One line.
    public var subject: String
    public var text: String
    public var html: String
    /// A picture that ``html`` shows.
    public var picture: Picture?
    public var attachments: [MailAttachment]
    /// What makes a repeat of the same mail known as one, such as `2026-11-24.130529-901001@goalbook`; without brackets.
    public var messageID: String
    public var date: Date

    /// A PNG that the page shows.
    public struct Picture: Sendable {
        /// What `<img src="cid:…">` names.
        public var contentID: String
        /// ASCII, for readers that show the picture as a file.
        public var fileName: String
        public var png: [UInt8]

        public init(contentID: String, fileName: String, png: [UInt8]) {
            (self.contentID, self.fileName, self.png) = (contentID, fileName, png)
        }
    }

    public init(
        from: Mailbox, to: Mailbox, replyTo: Mailbox? = nil, subject: String, text: String, html: String, picture: Picture? = nil,
        attachments: [MailAttachment] = [], messageID: String, date: Date
    ) {
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.text = text
        self.html = html
        self.picture = picture
        self.attachments = attachments
        self.messageID = messageID
        self.date = date
    }

    /// The message as it goes over the wire: CRLF line ends, ASCII, lines of at most 998 bytes; the same value gives the same
    /// bytes.
    ///
    /// multipart/mixed{ multipart/related{ multipart/alternative{ text/plain, text/html }, picture }, attachments }, leaving out
    /// the levels that would hold only one part.
    ///
    /// - Throws: ``MailError`` for a Message-ID or media type that is none.
    public func bytes() throws(MailError) -> [UInt8] {
        guard messageID.isMessageID else { throw .messageID(messageID) }
        for attachment in attachments where !attachment.mediaType.isMediaType { throw .mediaType(attachment.mediaType) }
        let entity = try body(boundary: "=_\(sha256(messageID.utf8).prefix(24))")
        let message = try MIMEMessage(entity)
        message.setHeader("From", HeaderValue(from))
        if let replyTo { message.setHeader("Reply-To", HeaderValue(replyTo)) }
        message.setHeader("To", HeaderValue(to))
        message.setHeader("Subject", HeaderValue(text: subject.oneLine))
        message.setDate(Int(date.timeIntervalSince1970.rounded(.down)))
        message.setMessageID(messageID)
        // RFC 3834: nobody's absence notice answers.
        message.setHeader("Auto-Submitted", HeaderValue(text: "auto-generated"))
        return try message.bytes()
    }

    /// - Parameter boundary: cannot stand in any part, because all parts are in base64, which has no `_`.
    private func body(boundary: String) throws(MailError) -> MIMEEntity {
        let plain = try MIMEEntity(type: "text", "plain", content: text.canonicalLines, charset: "utf-8")
        let page = try MIMEEntity(type: "text", "html", content: html.canonicalLines, charset: "utf-8")
        var entity = try MIMEEntity(multipart: "alternative", boundary: boundary + "_a", parts: [plain, page])
        if let picture = picture {
            let part = try MIMEEntity(type: "image", "png", content: picture.png)
            part.setContentID(picture.contentID)
            part.setName(AttachmentName(picture.fileName), disposition: "inline")
            // RFC 2387: the type is that of the root.
            entity = try MIMEEntity(
                multipart: "related", boundary: boundary + "_r", parts: [entity, part], rootType: "multipart/alternative")
        }
        if attachments.isEmpty { return entity }
        var parts = [entity]
        for attachment in attachments {
            let names = attachment.mediaType.split(separator: "/").map(String.init)
            let part = try MIMEEntity(type: names[0], names[1], content: attachment.bytes)
            part.setName(AttachmentName(attachment.name), disposition: "attachment")
            parts.append(part)
        }
        return try MIMEEntity(multipart: "mixed", boundary: boundary + "_m", parts: parts)
    }
}

/// A file that goes with a mail.
public struct MailAttachment: Sendable {
    /// As readers see it. A name that begins with an ASCII letter or digit, such as `2024年巨鹿镇领导简报.pdf`, is shown the
    /// same by all of them; see ``AttachmentName``.
    public var name: String
    /// Such as `application/pdf`.
    public var mediaType: String
    public var bytes: [UInt8]

    public init(name: String, mediaType: String, bytes: [UInt8]) {
        (self.name, self.mediaType, self.bytes) = (name, mediaType, bytes)
    }

    /// A PDF under the name that readers are shown, for a mail that names its attachment.
    public init(pdf bytes: [UInt8], name: String) {
        self.init(name: AttachmentName(name).shown, mediaType: "application/pdf", bytes: bytes)
    }
}

extension String {
    /// RFC 2045: text of a mail has CRLF line ends.
    fileprivate var canonicalLines: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count + utf8.count / 40)
        var last: UInt8 = 0
        for byte in utf8 {
            if byte == 10, last != 13 { bytes.append(13) }
            bytes.append(byte)
            last = byte
        }
        return bytes
    }

    /// Two parts of RFC 5322's `dot-atom-text`, at most 200 characters.
    fileprivate var isMessageID: Bool {
        let parts = split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && utf8.count <= 200
            && parts.allSatisfy { part in
                part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
                    !atom.isEmpty && atom.utf8.allSatisfy { $0.isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
                }
            }
    }

    fileprivate var isMediaType: Bool {
        let parts = split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0] != "multipart" && parts[0] != "message"
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { $0.isLetterOrDigit || "!#$&-^_.+".utf8.contains($0) }
            }
    }
}
