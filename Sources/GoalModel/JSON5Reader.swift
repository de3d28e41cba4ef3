public import Foundation

extension SettingValue {
    /// Reads JSON5.
    ///
    /// - Throws: `DecodingError` for bytes that are none.
    public init(json5 data: Data) throws {
        // Whether all bytes are text is seen at once; each value by itself would take longer.
        let text = String(validating: data, as: UTF8.self)
        let value = text?.utf8.withContiguousStorageIfAvailable { JSON5Reader($0).value } ?? nil
        self = try value ?? JSONDecoder.json5.decode(SettingValue.self, from: data)
    }
}

/// Reads JSON5 as tables are written, many times faster than the decoder, to which everything rare is left: characters by
/// their code points, numbers in other ways than `-12.5`, and what is wrong.
private struct JSON5Reader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    /// - Parameter bytes: of a text.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// `nil` for what is left to the decoder.
    var value: SettingValue? {
        var reader = self
        guard let value = reader.readValue(depth: 0), reader.skipBlanks() == nil, !reader.isStuck else { return nil }
        return value
    }

    /// Whether a comment has no end.
    private var isStuck: Bool { place > bytes.count }

    /// Passes over white space and comments.
    ///
    /// - Returns: the byte behind them; `nil` at the end.
    private mutating func skipBlanks() -> UInt8? {
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): place += 1
            case UInt8(ascii: "/") where byte(at: place + 1) == UInt8(ascii: "/"):
                while let next = byte(at: place), next != UInt8(ascii: "\n"), next != UInt8(ascii: "\r") { place += 1 }
            case UInt8(ascii: "/") where byte(at: place + 1) == UInt8(ascii: "*"):
                place += 2
                while place < bytes.count, !(bytes[place] == UInt8(ascii: "*") && byte(at: place + 1) == UInt8(ascii: "/")) {
                    place += 1
                }
                // Beyond the end where nothing closes it.
                place += 2
            case let other: return other
            }
        }
        return nil
    }

    private func byte(at index: Int) -> UInt8? {
        index < bytes.count ? bytes[index] : nil
    }

    private mutating func readValue(depth: Int) -> SettingValue? {
        guard let first = skipBlanks(), depth < 100 else { return nil }
        switch first {
        case UInt8(ascii: "{"): return readObject(depth: depth)
        case UInt8(ascii: "["): return readList(depth: depth)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return readText(until: first).map(SettingValue.text)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return readNumber()
        default:
            switch readName() {
            case "true": return .flag(true)
            case "false": return .flag(false)
            case "null": return .null
            default: return nil
            }
        }
    }

    private mutating func readList(depth: Int) -> SettingValue? {
        place += 1
        var list: [SettingValue] = []
        while let next = skipBlanks(), next != UInt8(ascii: "]") {
            guard let value = readValue(depth: depth + 1) else { return nil }
            list.append(value)
            guard passComma(before: UInt8(ascii: "]")) else { return nil }
        }
        return close().map { .list(list) }
    }

    private mutating func readObject(depth: Int) -> SettingValue? {
        place += 1
        var object: [String: SettingValue] = [:]
        while let next = skipBlanks(), next != UInt8(ascii: "}") {
            let isQuoted = next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
            guard let name = isQuoted ? readText(until: next) : readName(), skipBlanks() == UInt8(ascii: ":") else { return nil }
            place += 1
            guard let value = readValue(depth: depth + 1), passComma(before: UInt8(ascii: "}")) else { return nil }
            // The decoder takes the first of two of one name.
            if object[name] == nil { object[name] = value }
        }
        return close().map { .object(object) }
    }

    /// Passes over the bracket that the loop has stopped before.
    private mutating func close() -> Void? {
        guard place < bytes.count else { return nil }
        place += 1
        return ()
    }

    /// - Returns: false where neither a comma nor the bracket stands.
    private mutating func passComma(before bracket: UInt8) -> Bool {
        guard let next = skipBlanks() else { return false }
        if next == UInt8(ascii: ",") { place += 1 }
        return next == UInt8(ascii: ",") || next == bracket
    }

    private mutating func readText(until quote: UInt8) -> String? {
        let start = place + 1
        var end = start
        while let next = byte(at: end), next != quote {
            if next == UInt8(ascii: "\\") { return readEscapedText(until: quote) }
            if next < 0x20 { return nil }
            end += 1
        }
        guard end < bytes.count else { return nil }
        place = end + 1
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }

    private mutating func readEscapedText(until quote: UInt8) -> String? {
        var text: [UInt8] = []
        var end = place + 1
        while let next = byte(at: end), next != quote {
            if next < 0x20 { return nil }
            text.append(next)
            if next == UInt8(ascii: "\\") {
                end += 1
                switch byte(at: end) {
                case UInt8(ascii: "n"): text[text.count - 1] = 0x0A
                case UInt8(ascii: "r"): text[text.count - 1] = 0x0D
                case UInt8(ascii: "t"): text[text.count - 1] = 0x09
                case let sign?
                where [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(sign):
                    text[text.count - 1] = sign
                default: return nil
                }
            }
            end += 1
        }
        guard end < bytes.count else { return nil }
        place = end + 1
        return String(decoding: text, as: UTF8.self)
    }

    /// A name without quotes, of letters and Chinese characters.
    private mutating func readName() -> String? {
        let start = place
        while let next = byte(at: place) {
            switch next {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): place += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where place > start: place += 1
            // U+4E00, which is E4 B8 80, to U+9FFF
            case 0xE4 where bytes[place + 1] >= 0xB8: place += 3
            case 0xE5...0xE9: place += 3
            default:
                guard place > start, next < 0x80 else { return nil }
                return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
            }
        }
        return nil
    }

    private mutating func readNumber() -> SettingValue? {
        let isNegative = bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        let start = place
        var number = 0
        var point: Int?
        while let next = byte(at: place) {
            if next == UInt8(ascii: "."), point == nil, place > start {
                point = place
            } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
                number = number * 10 + Int(next - UInt8(ascii: "0"))
            } else {
                break
            }
            place += 1
            // Up to fifteen digits are exact.
            if place - start > 15 { return nil }
        }
        let decimals = point.map { place - $0 - 1 } ?? 0
        let hasZero = bytes[start..<place].first == UInt8(ascii: "0") && (point ?? place) > start + 1
        guard place > start, !hasZero, point == nil || decimals > 0, endsValue(byte(at: place)) else { return nil }
        let size = Double(number) / JSON5Reader.powers[decimals]
        return .number(isNegative ? -size : size)
    }

    private func endsValue(_ byte: UInt8?) -> Bool {
        switch byte {
        case nil, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: " "), UInt8(ascii: "\n"),
            UInt8(ascii: "\r"), UInt8(ascii: "\t"):
            true
        default: false
        }
    }

    private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]
}
