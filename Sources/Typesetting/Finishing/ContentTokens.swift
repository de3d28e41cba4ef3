/// Cuts a content stream into operands and operators (ISO 32000-1, 7.8.2).
struct ContentTokens {
    enum Kind {
        case name
        /// Numbers, strings, and the brackets of arrays and dictionaries.
        case operand
        case `operator`
    }

    struct Token {
        var kind: Kind
        var range: Range<Int>
    }

    let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Token? {
        skipSpace()
        guard position < bytes.count else { return nil }
        let start = position
        switch bytes[position] {
        case UInt8(ascii: "("): skipString()
        case UInt8(ascii: "<") where following == UInt8(ascii: "<"): position += 2
        case UInt8(ascii: "<"):
            while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
            position += 1
        case UInt8(ascii: ">") where following == UInt8(ascii: ">"): position += 2
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ">"), UInt8(ascii: ")"):
            position += 1
        case UInt8(ascii: "/"):
            position += 1
            skipRegular()
            return token(.name, from: start)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): skipRegular()
        default:
            skipRegular()
            if isImageData(start) { skipImage() }
            return token(.operator, from: start)
        }
        return token(.operand, from: start)
    }

    private func token(_ kind: Kind, from start: Int) -> Token {
        Token(kind: kind, range: start..<min(position, bytes.count))
    }

    private var following: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

    private mutating func skipSpace() {
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "%") {
                while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
            } else if ContentTokens.isSpace(bytes[position]) {
                position += 1
            } else {
                return
            }
        }
    }

    private mutating func skipRegular() {
        while position < bytes.count, ContentTokens.isRegular(bytes[position]) { position += 1 }
    }

    private mutating func skipString() {
        var depth = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return }
        }
    }

    private func isImageData(_ start: Int) -> Bool {
        position - start == 2 && bytes[start] == UInt8(ascii: "I") && bytes[start + 1] == UInt8(ascii: "D")
    }

    /// From `ID` to behind the `EI` that stands between white space.
    private mutating func skipImage() {
        while position + 3 <= bytes.count {
            let isEnd =
                ContentTokens.isSpace(bytes[position]) && bytes[position + 1] == UInt8(ascii: "E")
                && bytes[position + 2] == UInt8(ascii: "I")
                && (position + 3 == bytes.count || ContentTokens.isSpace(bytes[position + 3]))
            if isEnd {
                position += 3
                return
            }
            position += 1
        }
        position = bytes.count
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
    }

    private static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: false
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            false
        default: true
        }
    }
}
