internal import Foundation
internal import Typesetting

/// A text of a finished file.
public struct FinishedText: Sendable {
    public let words: String
    /// Where it stands, for people; empty where the file has no places.
    public let place: String
    /// Splits it where it may be made of texts that only stand beside each other.
    private let split: (@Sendable () throws -> [String])?

    public init(_ words: String, _ place: String = "", split: (@Sendable () throws -> [String])? = nil) {
        (self.words, self.place, self.split) = (words, place, split)
    }

    /// The texts in it that belong together.
    public func pieces() throws -> [String] { try split?() ?? [words] }
}

/// The texts of a finished file, as a reader or a search engine finds them.
public enum FinishedTexts {
    /// Texts that stand apart are apart; lines of a page are too, so that figures of different cells do not run together.
    ///
    /// - Throws: when the file cannot be read back.
    public static func read(_ file: OutputFile) throws -> [FinishedText] {
        try read(file.bytes, named: file.name, texts: file.texts)
    }

    /// - Parameters:
    ///   - name: the file's name, whose ending tells its format; of a format that is not known here there are none.
    ///   - texts: of a PDF that has been read back already.
    static func read(_ bytes: Data, named name: String, texts: PDFTexts? = nil) throws -> [FinishedText] {
        switch name.split(separator: ".").last {
        case "pdf": try pages(bytes, texts)
        case "html": textNodes(String(decoding: bytes, as: UTF8.self)).map { FinishedText($0) }
        case "txt":
            lines(String(decoding: bytes, as: UTF8.self)).enumerated().map { FinishedText($1, "第\($0 + 1)行") }
        case "json": strings(try JSONSerialization.jsonObject(with: bytes)).map { FinishedText($0) }
        default: []
        }
    }

    /// A line may go through several cells.
    private static func pages(_ bytes: Data, _ known: PDFTexts?) throws -> [FinishedText] {
        let texts = try known ?? PDFTexts(Array(bytes))
        return texts.pages.enumerated().flatMap { index, page in
            lines(page).map { FinishedText($0, "第\(index + 1)页") { try PDFTexts.pieces(Array(bytes), page: index) } }
        } + texts.metadata.flatMap(lines).map { FinishedText($0, "的文件属性") }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init)
    }

    /// What stands between tags, and what their attributes say; the style sheet is no text.
    private static func textNodes(_ html: String) -> [String] {
        var texts: [String] = []
        var isStyle = false
        for piece in html.split(separator: "<") {
            guard let end = piece.firstIndex(of: ">") else { continue }
            if piece.hasPrefix("style") { isStyle = true }
            if piece.hasPrefix("/style") { isStyle = false }
            texts += attributes(piece[..<end])
            let text = piece[piece.index(after: end)...]
            if !isStyle, text.contains(where: { !$0.isWhitespace }) { texts.append(String(text)) }
        }
        return texts
    }

    /// The values in `a href="…" title="…"`, addresses as they read.
    private static func attributes(_ tag: Substring) -> [String] {
        let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
        return zip(parts, parts.dropFirst()).enumerated().compactMap { place, pair in
            let isValue = place.isMultiple(of: 2) && !pair.1.isEmpty
            let isWords = !["points=", "viewBox=", "style=", "class=", "src="].contains(where: pair.0.hasSuffix)
            return isValue && isWords ? String(pair.1).removingPercentEncoding ?? String(pair.1) : nil
        }
    }

    /// All strings but those that are made of hexadecimal digits.
    private static func strings(_ value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let array as [Any]: array.flatMap(strings)
        case let object as [String: Any]: object.flatMap { ["sha256", "fingerprint"].contains($0) ? [] : strings($1) }
        default: []
        }
    }
}
