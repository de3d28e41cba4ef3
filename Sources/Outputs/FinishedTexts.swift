public import Foundation
internal import Typesetting

/// The texts of a finished file, as a reader or a search engine finds them.
public enum FinishedTexts {
    /// Texts that stand apart are apart; lines of a page are too, so that figures of different cells do not run together.
    ///
    /// - Parameter name: the file's name, whose ending tells its format; of a format that is not known here there are none.
    /// - Throws: when the file cannot be read back.
    public static func read(_ bytes: Data, named name: String) throws -> [String] {
        switch name.split(separator: ".").last {
        case "pdf": try PDFTexts.read(Array(bytes)).flatMap(lines)
        case "html": textNodes(String(decoding: bytes, as: UTF8.self))
        case "txt": lines(String(decoding: bytes, as: UTF8.self))
        case "json": strings(try JSONSerialization.jsonObject(with: bytes))
        default: []
        }
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
