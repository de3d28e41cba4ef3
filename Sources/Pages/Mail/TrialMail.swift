internal import Reporting
internal import Text

/// A mail that tells nothing but that mails arrive.
public struct TrialMail {
    private let place: String
    private let way: String
    private let address: String?

    /// - Parameters:
    ///   - place: what people call the workspace, such as `巨鹿县`.
    ///   - way: by what server or program it goes.
    ///   - address: the page over all towns on the web; `nil` where it stands nowhere.
    public init(place: String, way: String, address: String?) {
        (self.place, self.way, self.address) = (place, way, address)
    }

    public var content: MailContent {
        MailContent(subject: subject, text: text, html: html)
    }

    private var subject: String { MailSubject.of(place, ["绩效目标：测试邮件", "：测试邮件"]) }

    private var sentences: [String] {
        [
            "这是一封测试邮件。收到它，说明\(place.quoted)的邮件能够寄到这个地址，不用回复。",
            "寄出的办法：\(way)。",
            address == nil
                ? "没有写结果的网址（mail.url），邮件里不会有“明细”的链接。" : "下面的“明细”是全部乡镇的汇总页。请用手机点开试一试；打不开的，检查 mail.url。",
        ]
    }

    private var text: String {
        let address = address.map { ["明细：", $0] } ?? []
        return (sentences.map { $0.displayable.wrapped(at: 72) } + address).joined(separator: "\n") + "\n"
    }

    private var html: String {
        let rows: HTML = """
            \(MailParts.row("padding:14px 16px 0;", MailParts.heading(place, "测试邮件")))
            \(MailParts.row("padding:8px 16px;", HTML.joined(sentences, MailParts.small)))
            \(MailParts.row("padding:0 16px 16px;", address.map(MailParts.link) ?? .empty))
            """
        return MailParts.page(title: subject, rows: rows)
    }
}
