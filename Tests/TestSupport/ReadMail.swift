import Foundation

/// A message's own header fields, read without the library that wrote them.
public struct Header {
    private var fields: [(name: String, value: String)] = []

    public init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let head = text.range(of: "\r\n\r\n").map { text[..<$0.lowerBound] } ?? text[...]
        for line in head.replacingOccurrences(of: "\r\n ", with: " ").replacingOccurrences(of: "\r\n\t", with: " ")
            .components(separatedBy: "\r\n")
        {
            let parts = line.split(separator: ":", maxSplits: 1)
            let value = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
            fields.append((String(parts.first ?? ""), String(value)))
        }
    }

    public var names: [String] { fields.map(\.name) }

    public subscript(name: String) -> [String] {
        fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }
}

/// A header's text with its encoded words (RFC 2047) read.
public struct EncodedWords {
    public private(set) var text = ""
    public private(set) var longest = 0
    /// Every word is good UTF-8 by itself.
    public private(set) var areWhole = true

    public init(_ value: String) {
        var rest = value[...]
        var afterWord = false
        while let match = rest.firstMatch(of: /=\?utf-8\?([BbQq])\?([^? ]*)\?=/.ignoresCase()) {
            let between = rest[..<match.range.lowerBound]
            // Space between two words is no part of the text.
            if !(afterWord && between.allSatisfy(\.isWhitespace)) { text += between }
            longest = max(longest, match.0.utf8.count)
            let data = match.1.uppercased() == "B" ? Data(base64Encoded: String(match.2)) : EncodedWords.quoted(match.2)
            if let data, let word = String(data: data, encoding: .utf8) {
                text += word
            } else {
                areWhole = false
            }
            afterWord = true
            rest = rest[match.range.upperBound...]
        }
        text += rest
        text = EncodedWords.unquoted(text)
    }

    private static func quoted(_ text: Substring) -> Data? {
        String(text.replacing("_", with: "%20").replacing("=", with: "%")).removingPercentEncoding.map { Data($0.utf8) }
    }

    /// A phrase in quotes is what stands between them.
    private static func unquoted(_ text: String) -> String {
        guard text.hasPrefix("\""), let end = text.range(of: "\" <", options: .backwards) else { return text }
        let inner = text[text.index(after: text.startIndex)..<end.lowerBound]
        return inner.replacing(/\\(.)/) { $0.1 } + " <" + text[end.upperBound...]
    }
}

/// The parts of a message, read without the library that wrote them.
public enum ReadMail {
    public static func text(_ message: [UInt8]) throws -> String { try part("text/plain", of: message) }

    public static func html(_ message: [UInt8]) throws -> String { try part("text/html", of: message) }

    private static func part(_ type: String, of message: [UInt8]) throws -> String {
        for part in String(decoding: message, as: UTF8.self).components(separatedBy: "\r\n--") {
            guard let end = part.range(of: "\r\n\r\n"), part[..<end.lowerBound].contains("Content-Type: \(type)") else {
                continue
            }
            let body = part[end.upperBound...].filter { !$0.isNewline }
            if let data = Data(base64Encoded: String(body)) { return String(decoding: data, as: UTF8.self) }
        }
        throw CocoaError(.fileReadCorruptFile)
    }
}
