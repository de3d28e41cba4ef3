internal import Foundation
internal import Synchronization
internal import Text

/// The content of `<style>` or `<script>`: it cannot end the element, and an HTML and an XML reader read the
/// same.
struct RawText: Hashable {
    /// Exactly as in the file, so that its hash can be told.
    let text: String

    /// A style sheet; nothing that it holds is refused.
    init(style: String) {
        text = RawText.known.withLock { known in
            if let same = known.first(where: { $0.style == style }) { return same.text }
            let text = "\n\(style.asStyleContent.withoutSpacing)\n"
            known.append((style, text))
            return text
        }
    }

    /// The few style sheets of a run with what was made of them: every page of every town holds one. To compare the same
    /// text with itself is nothing; to hash it would be much.
    private static let known = Mutex<[(style: String, text: String)]>([])

    /// A script; `nil` where it is empty or holds `<`, `&` or `]]>`, which the two kinds of reader read differently.
    init?(script: String) {
        let script = script.displayable
        if script.isEmpty || script.contains(where: { $0 == "<" || $0 == "&" }) || script.contains("]]>") { return nil }
        text = "\n\(script)\n"
    }
}

extension String {
    /// A style sheet without comments and without the spaces that only its readers need.
    fileprivate var withoutSpacing: String {
        let spaced: [(long: StaticString, short: UInt8)] = [
            (" { ", UInt8(ascii: "{")), (" {", UInt8(ascii: "{")), ("; }", UInt8(ascii: "}")), (" }", UInt8(ascii: "}")),
            ("; ", UInt8(ascii: ";")), (": ", UInt8(ascii: ":")), (", ", UInt8(ascii: ",")),
        ]
        let bytes = spaced.reduce(Array(utf8).withoutComments.withoutIndents) { $0.with($1.short, for: $1.long) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Without what stands between `/*` and `*/`; what is never closed stays.
    fileprivate var withoutComments: [UInt8] {
        var result: [UInt8] = []
        var begin = 0
        while let start = place(of: "/*", from: begin), let end = place(of: "*/", from: start + 2) {
            result += self[begin..<start]
            begin = end + 2
        }
        return result + self[begin...]
    }

    /// Without line ends and the spaces behind them.
    fileprivate var withoutIndents: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count)
        var isIndent = false
        for byte in self {
            if byte == 0x0A { isIndent = true }
            if byte != 0x20, !(0x09...0x0D).contains(byte) { isIndent = false }
            if !isIndent { result.append(byte) }
        }
        return result
    }

    /// With one sign in every place of a longer word.
    fileprivate func with(_ short: UInt8, for long: StaticString) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count)
        var begin = 0
        while let place = place(of: long, from: begin) {
            result += self[begin..<place]
            result.append(short)
            begin = place + long.utf8CodeUnitCount
        }
        return result + self[begin...]
    }

    private func place(of word: StaticString, from begin: Int) -> Int? {
        withUnsafeBufferPointer { bytes in word.withUTF8Buffer { bytes.place(of: $0, from: begin) } }
    }
}

/// The content policy of a page: its own style and its own script, by their hashes, and nothing else.
struct ContentPolicy {
    var style: RawText
    /// `nil` for a page without one.
    var script: RawText?

    /// The value of a `Content-Security-Policy`.
    var directives: String {
        let rules = [
            "default-src 'none'", "style-src \(ContentPolicy.source(style))",
            script.map { "script-src \(ContentPolicy.source($0))" }, "base-uri 'none'", "form-action 'none'",
        ]
        return rules.compactMap(\.self).joined(separator: "; ")
    }

    /// `'sha256-…'` of a text that stands between tags; nothing is allowed where there is no memory for it.
    private static func source(_ content: RawText) -> String {
        "'sha256-\(Data(bytes(ofHexadecimal: sha256(content.text.utf8))).base64EncodedString())'"
    }
}
