internal import Text

/// A person's or an office's mail address, with the name to show for it.
public struct Mailbox: Hashable, Sendable {
    /// On one line; may be empty.
    public let name: String
    /// ASCII, such as `caizheng@example.gov.cn`.
    public let address: String

    /// - Parameter name: what a header cannot hold is taken out of it.
    /// - Throws: ``MailError/address(_:reason:)`` for what is no plain address.
    public init(name: String = "", address: String) throws(MailError) {
        if let fault = Mailbox.fault(of: address) { throw .address(address, reason: fault) }
        self.name = name.oneLine
        self.address = address
    }

    /// What is wrong with an address, in words; `nil` when it can be used.
    ///
    /// Narrower than RFC 5321: no quoted local parts, no address literals, no characters beyond ASCII, because not every
    /// server takes those.
    private static func fault(of address: String) -> String? {
        if address.isEmpty { return "没有写地址" }
        if address.utf8.contains(where: { $0 >= 0x80 }) { return "含有中文或全角字符，国际化域名请写成 xn-- 开头的形式" }
        if address.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { return "含有空格或控制字符" }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return parts.count < 2 ? "没有 @" : "不止一个 @" }
        let (local, domain) = (parts[0], parts[1])
        if local.isEmpty || domain.isEmpty { return "@ 的前面或后面是空的" }
        if local.utf8.count > 64 || address.utf8.count > 254 { return "太长" }
        if !local.split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isAtom) }
        )
            || local.hasPrefix("-")
        {
            return "@ 前面有不能用的字符"
        }
        return isHost(domain) ? nil : "@ 后面不是域名"
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    /// Whether a text is a host's name: labels of letters, digits and hyphens.
    static func isHost(_ name: some StringProtocol) -> Bool {
        let labels = Array(name.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            !label.isEmpty && label.count <= 63 && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
        }
    }
}

extension Mailbox {
    /// Reads `name@place` or `Name <name@place>`.
    ///
    /// - Returns: `nil` for what is no plain address.
    package init?(written text: String) {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var (name, address) = ("", text)
        if text.hasSuffix(">"), let start = text.lastIndex(of: "<") {
            name = text[..<start].split(separator: " ").joined(separator: " ")
            address = String(text[text.index(after: start)...].dropLast())
        }
        do throws(MailError) { try self.init(name: name, address: address) } catch { return nil }
    }

    /// For ledgers: the same for all ways to write an address.
    package var key: String { address.lowercased() }

    /// What stands behind the @.
    package var place: String { address.split(separator: "@").last.map(String.init) ?? "localhost" }
}
