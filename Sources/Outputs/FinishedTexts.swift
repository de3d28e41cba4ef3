internal import Foundation
internal import GoalModel
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
        case "html": textNodes(Array(bytes)).map { FinishedText($0) }
        case "txt":
            lines(String(decoding: bytes, as: UTF8.self)).enumerated().map { FinishedText($1, "第\($0 + 1)行") }
        case "json": strings(try SettingValue(json5: bytes)).map { FinishedText($0) }
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
        text.unicodeScalars.split(whereSeparator: \.isLineEnd).map(String.init)
    }

    /// What stands between tags, and what their attributes say; the style sheet is no text.
    private static func textNodes(_ html: [UInt8]) -> [String] {
        var texts: [String] = []
        var isStyle = false
        for piece in html.split(separator: UInt8(ascii: "<")) {
            guard let end = piece.firstIndex(of: UInt8(ascii: ">")) else { continue }
            if piece.starts(with: "style".utf8) { isStyle = true }
            if piece.starts(with: "/style".utf8) { isStyle = false }
            texts += attributes(piece[..<end])
            if isStyle { continue }
            let text = String(decoding: piece[(end + 1)...], as: UTF8.self)
            if text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) { texts.append(text) }
        }
        return texts
    }

    private static let wordless = ["points=", "viewBox=", "style=", "class=", "src="].map { Array($0.utf8) }

    /// The values in `a href="…" title="…"`, addresses as they read.
    private static func attributes(_ tag: ArraySlice<UInt8>) -> [String] {
        let parts = tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        return stride(from: 1, to: parts.count, by: 2).compactMap { place in
            let (name, value) = (parts[place - 1], parts[place])
            if value.isEmpty || wordless.contains(where: { name.suffix($0.count).elementsEqual($0) }) { return nil }
            let text = String(decoding: value, as: UTF8.self)
            return value.contains(UInt8(ascii: "%")) ? text.removingPercentEncoding ?? text : text
        }
    }

    /// All strings but those that are made of hexadecimal digits.
    private static func strings(_ value: SettingValue) -> [String] {
        switch value {
        case .text(let text): [text]
        case .list(let list): list.flatMap(strings)
        case .object(let object): object.flatMap { ["sha256", "fingerprint"].contains($0) ? [] : strings($1) }
        case .null, .flag, .number: []
        }
    }
}

extension Unicode.Scalar {
    /// As for characters, of which a line end is always one of its own.
    fileprivate var isLineEnd: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
