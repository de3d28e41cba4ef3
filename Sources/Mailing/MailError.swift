public import Diagnostics
internal import Text

/// Why a message cannot be made or sent at all; whatever the server says comes as a ``MailReceipt``.
public enum MailError: ExplainedError, Hashable {
    /// An address that is none, with what is wrong with it.
    case address(String, reason: String)
    case messageID(String)
    /// A name that is no media type, such as `application/pdf`.
    case mediaType(String)
    /// The MIME library gave nothing.
    case unwritten
    /// A server's name, port or security that cannot be.
    case server(String)
    /// An address on the web that is none.
    case webAddress(String, reason: String)

    public var message: String {
        switch self {
        case .address(let text, let reason): "邮箱地址\(text.quotable.quoted)不能用：\(reason)。请写成 name@example.com 这样的地址。"
        case .messageID(let text): "邮件编号\(text.quotable.quoted)不能用：应当是只有英文字母、数字和符号的一段，中间有一个 @。"
        case .mediaType(let text): "附件类型\(text.quotable.quoted)不能用：应当像 application/pdf。"
        case .unwritten: "写邮件时内存不足，请稍后再试。"
        case .server(let reason): reason
        case .webAddress(let text, let reason): "网址\(text.quotable.quoted)不能用：\(reason)。请写成 https://example.com/ping 这样的地址。"
        }
    }

    public var exitCode: ExitCode { .usage }
}

extension String {
    /// On one line and short enough for a message to people.
    var quotable: String { oneLine.shortened(to: 400) }
}
