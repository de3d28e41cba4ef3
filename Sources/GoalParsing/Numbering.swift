internal import Text

/// The number that a paragraph begins with, in the ways official documents number: 一、 （一） 1、 1. （1） 1） ① and pairs of
/// them.
struct Numbering {
    /// The text behind the number.
    let rest: Substring
    /// What was taken off, for example `1、 （一）`; empty when there is no number.
    let prefix: Substring

    init(_ text: String) {
        guard Numbering.mayBegin(text) else {
            (rest, prefix) = (text[...], text[..<text.startIndex])
            return
        }
        var rest = Substring(text)
        // More than three numbers before a text are no numbering.
        for _ in 0..<3 {
            guard let next = Numbering.droppingOne(rest) else { break }
            rest = next
        }
        self.rest = rest
        prefix = text[..<rest.startIndex]
    }

    /// Most texts begin with a character that is no numeral.
    private static func mayBegin(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return true }
        switch first {
        case "0"..."9": return mayNumber(text)
        case "\u{4E00}"..."\u{9FFF}": return isChineseNumeral(first)
        case "(", "（", "\u{2460}"..."\u{2473}": return true
        default: return first.isWhiteSpace || first.isDecimal
        }
    }

    /// Most texts that begin with digits are amounts: 12, 12.5, 12%.
    private static func mayNumber(_ text: String) -> Bool {
        let bytes = text.utf8
        let behind = bytes.drop { $0.isDigit }
        guard let mark = behind.first, bytes.distance(from: bytes.startIndex, to: behind.startIndex) <= 5 else { return false }
        switch mark {
        case UInt8(ascii: "."):
            // Four digits may be a year.
            let decimals = behind.dropFirst().prefix { $0.isDigit }.count
            return decimals == 0 || decimals == 4
        case UInt8(ascii: " "), UInt8(ascii: ")"): return true
        case 0x80...0xFF:
            let sign = text.unicodeScalars[behind.startIndex]
            return isListMark(sign) || sign == "）" || isChineseNumeral(sign) || sign.isDecimal
        default: return false
        }
    }

    private static func isChineseNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百": true
        default: false
        }
    }

    var isNumbered: Bool {
        !prefix.isEmpty
    }

    /// How deep official documents number so: 一、 （一） 1. （1） ①; `nil` for a text without a number.
    var rank: Int? {
        let word = prefix.drop { $0.isWhitespace }
        guard let first = word.first else { return nil }
        let isBracketed = "（(".contains(first)
        let sign = isBracketed ? word.dropFirst().first ?? first : first
        return sign.isDecimal ? (isBracketed ? 3 : 2) : "一二三四五六七八九十百".contains(sign) ? (isBracketed ? 1 : 0) : 4
    }

    private static func droppingOne(_ text: Substring) -> Substring? {
        var rest = text.unicodeScalars.drop(while: \.isWhiteSpace)
        guard let first = rest.first else { return nil }
        if (0x2460...0x2473).contains(first.value) {
            return Substring(rest.dropFirst().drop { $0 == " " || isListMark($0) })
        }
        if first == "（" || first == "(" {
            let inside = numeral(rest.dropFirst())
            let behind = rest[inside.endIndex...]
            guard !inside.isEmpty, let close = behind.first, close == "）" || close == ")" else { return nil }
            rest = behind.dropFirst()
        } else {
            let number = numeral(rest)
            let behind = rest[number.endIndex...].drop { $0 == " " }
            guard !number.isEmpty, let mark = behind.first, isListMark(mark) || mark == "）" || mark == ")" else { return nil }
            rest = behind.dropFirst()
            // 1.5万元 is a number and no numbering; a year may begin a title.
            if mark == "." || mark == "．", let next = rest.first, next.isDecimal, !beginsWithYear(rest) { return nil }
        }
        return Substring(rest.drop { $0 == " " })
    }

    private static func isListMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", ".", "．": true
        default: false
        }
    }

    /// `2024年…`, `2024-2025…`.
    private static func beginsWithYear(_ text: Substring.UnicodeScalarView) -> Bool {
        let digits = text.prefix(5).prefix { $0.isDecimal }
        return digits.count == 4 && (digits.first == "2" || digits.first == "２") && text[digits.endIndex...].first != "."
    }

    private static func numeral(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        text.prefix(5).prefix { $0.isDecimal || isChineseNumeral($0) }
    }
}

extension Unicode.Scalar {
    /// White space as `Character` has it, without a look into Unicode's tables for nearly all.
    var isWhiteSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x20: true
        case 0x21...0x7F, 0x3001...0xFFFF: false
        default: properties.isWhitespace
        }
    }
}
