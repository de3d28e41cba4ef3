internal import Foundation
internal import Mailing
internal import Pages
internal import Text

extension MailingRun.Expected {
    init(_ message: MailMessage) {
        subject = message.subject
        from = [message.from.name, message.from.address]
        to = [message.to.name, message.to.address]
        messageID = "<\(message.messageID)>"
        attachments = message.attachments.map { Attachment(name: $0.name, sha256: sha256($0.bytes)) }
    }
}
