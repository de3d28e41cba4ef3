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
