/// A plain address with the name of who has it.
public struct MailAddress: Hashable, Sendable {
    public var name: String
    public let address: String

    /// Reads `name@place` or `Name <name@place>`.
    ///
    /// - Returns: `nil` for what is no plain ASCII address.
    public init?(_ text: String) {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.hasSuffix(">"), let start = text.lastIndex(of: "<") {
            name = text[..<start].split(separator: " ").joined(separator: " ")
            address = String(text[text.index(after: start)...].dropLast())
        } else {
            name = ""
            address = text
        }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, MailAddress.isLocal(parts[0]), MailAddress.isPlace(parts[1]), address.utf8.count <= 254 else {
            return nil
        }
    }

    /// For ledgers: the same for all ways to write an address.
    var key: String { address.lowercased() }

    private static func isLocal(_ text: Substring) -> Bool {
        let marks = "!#$%&'*+/=?^_`{|}~.-"
        return !text.isEmpty && text.utf8.count <= 64 && !text.hasPrefix(".") && !text.hasPrefix("-") && !text.hasSuffix(".")
            && !text.contains("..") && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || marks.contains($0)) }
    }

    private static func isPlace(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
    }
}
