internal import Foundation
internal import Text

/// Walks over JSON once, keeps only what it is asked for, and refuses whatever is not JSON.
///
/// Every index into the bytes is checked, so that no file can lead it astray. Members that nobody asks for are looked at for
/// their form alone, which is many times faster than decoding them.
struct JSONScanner {
    private let bytes: [UInt8]
    /// The next byte.
    private(set) var place: Int
    private var depth = 0

    /// - Throws: ``FactsError`` for bytes that are no UTF-8.
    init(_ bytes: [UInt8]) throws(FactsError) {
        self.bytes = bytes
        place = JSONGuard.start(of: bytes)
        do { _ = try UTF8Span(validating: bytes.span) } catch { throw .damaged }
    }

    /// - Throws: ``FactsError`` where something follows the value.
    mutating func finish() throws(FactsError) {
        skipSpace()
        guard place == bytes.count else { throw .damaged }
    }

    /// The first byte of the next value, without taking it.
    mutating func peek() throws(FactsError) -> UInt8 {
        skipSpace()
        guard place < bytes.count else { throw .damaged }
        return bytes[place]
    }

    // MARK: Values

    /// Goes through the members of an object; `take` must take or skip the value, and each name that it is told comes once.
    ///
    /// - Parameter path: the object, for messages.
    mutating func members(
        of path: String, _ names: Set<String>, _ take: (inout JSONScanner, String) throws(FactsError) -> Void
    ) throws(FactsError) {
        try demand("{", path)
        try begin("{")
        var seen: Set<String> = []
        if try peek() == UInt8(ascii: "}") { return end() }
        repeat {
            guard try peek() == UInt8(ascii: "\"") else { throw .damaged }
            let name = try string()
            try expect(":")
            if names.contains(name) {
                // Of two members of one name nobody knows which is meant.
                guard seen.insert(name).inserted else { throw .malformed(path.isEmpty ? name : path + "." + name, "写了两次") }
                try take(&self, name)
            } else {
                try skip()
            }
        } while try goesOn(to: "}")
    }

    /// Goes through the elements of an array; `take` must take or skip each.
    mutating func elements(
        of path: String, _ take: (inout JSONScanner) throws(FactsError) -> Void
    ) throws(FactsError) {
        try demand("[", path)
        try begin("[")
        if try peek() == UInt8(ascii: "]") { return end() }
        repeat { try take(&self) } while try goesOn(to: "]")
    }

    /// Takes `null`, where it stands.
    mutating func isNull() throws(FactsError) -> Bool {
        guard try peek() == UInt8(ascii: "n") else { return false }
        try word("null")
        return true
    }

    mutating func bool() throws(FactsError) -> Bool {
        let isTrue = try peek() == UInt8(ascii: "t")
        try word(isTrue ? "true" : "false")
        return isTrue
    }

    /// A number as it is written.
    mutating func number() throws(FactsError) -> String {
        _ = try peek()
        let start = place
        try skipNumber()
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    mutating func string() throws(FactsError) -> String {
        guard try peek() == UInt8(ascii: "\"") else { throw .damaged }
        let start = place
        let isPlain = try skipString()
        if isPlain { return String(decoding: bytes[(start + 1)..<(place - 1)], as: UTF8.self) }
        return try unescaped(bytes[(start + 1)..<(place - 1)])
    }

    /// Passes over a value of any kind.
    mutating func skip() throws(FactsError) {
        switch try peek() {
        case UInt8(ascii: "\""): _ = try skipString()
        case UInt8(ascii: "{"):
            try begin("{")
            if try peek() == UInt8(ascii: "}") { return end() }
            repeat {
                guard try peek() == UInt8(ascii: "\"") else { throw .damaged }
                _ = try skipString()
                try expect(":")
                try skip()
            } while try goesOn(to: "}")
        case UInt8(ascii: "["):
            try begin("[")
            if try peek() == UInt8(ascii: "]") { return end() }
            repeat { try skip() } while try goesOn(to: "]")
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try skipNumber()
        }
    }

    /// Refuses a value of another kind than the one that begins with `sign`; what is no value at all is damage.
    mutating func demand(_ sign: Unicode.Scalar, _ path: String) throws(FactsError) {
        if try peek() == UInt8(ascii: sign) { return }
        try skip()
        throw .malformed(path, "的类型不对")
    }

    // MARK: Signs

    private mutating func begin(_ sign: Unicode.Scalar) throws(FactsError) {
        try expect(sign)
        depth += 1
        guard depth <= JSONGuard.deepest else { throw .tooDeep }
    }

    private mutating func end() {
        place += 1
        depth -= 1
    }

    /// Takes a comma, or the sign that ends the list.
    private mutating func goesOn(to last: Unicode.Scalar) throws(FactsError) -> Bool {
        let sign = try peek()
        if sign == UInt8(ascii: ",") {
            place += 1
            return true
        }
        guard sign == UInt8(ascii: last) else { throw .damaged }
        end()
        return false
    }

    private mutating func expect(_ sign: Unicode.Scalar) throws(FactsError) {
        guard try peek() == UInt8(ascii: sign) else { throw .damaged }
        place += 1
    }

    private mutating func word(_ word: String) throws(FactsError) {
        let end = place + word.utf8.count
        guard end <= bytes.count, bytes[place..<end].elementsEqual(word.utf8) else { throw .damaged }
        place = end
    }

    private mutating func skipSpace() {
        var here = place
        while here < bytes.count {
            let byte = bytes[here]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
            here += 1
        }
        place = here
    }

    private mutating func skipNumber() throws(FactsError) {
        if byte == UInt8(ascii: "-") { place += 1 }
        if byte == UInt8(ascii: "0") { place += 1 } else { try digits() }
        if byte == UInt8(ascii: ".") {
            place += 1
            try digits()
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            place += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { place += 1 }
            try digits()
        }
    }

    private mutating func digits() throws(FactsError) {
        guard byte.isDigit else { throw .damaged }
        while byte.isDigit { place += 1 }
    }

    /// The next byte; 0, which no value holds, at the end.
    private var byte: UInt8 { place < bytes.count ? bytes[place] : 0 }

    /// - Returns: whether the string holds no escape.
    private mutating func skipString() throws(FactsError) -> Bool {
        var here = place + 1
        var isPlain = true
        while here < bytes.count {
            let byte = bytes[here]
            if byte == UInt8(ascii: "\"") {
                place = here + 1
                return isPlain
            }
            guard byte >= 0x20 else { throw .damaged }
            if byte == UInt8(ascii: "\\") {
                isPlain = false
                here = try escape(at: here)
            } else {
                here += 1
            }
        }
        throw .damaged
    }

    /// - Returns: the place behind an escape, or behind both halves of a sign outside of the first plane.
    private func escape(at start: Int) throws(FactsError) -> Int {
        guard start + 1 < bytes.count else { throw .damaged }
        switch bytes[start + 1] {
        case UInt8(ascii: "u"):
            let unit = try hexadecimal(at: start + 2)
            switch unit {
            case 0xD800...0xDBFF:
                guard start + 7 < bytes.count, bytes[start + 6] == UInt8(ascii: "\\"), bytes[start + 7] == UInt8(ascii: "u"),
                    (0xDC00...0xDFFF).contains(try hexadecimal(at: start + 8))
                else { throw .damaged }
                return start + 12
            case 0xDC00...0xDFFF: throw .damaged
            default: return start + 6
            }
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            return start + 2
        default: throw .damaged
        }
    }

    private func hexadecimal(at start: Int) throws(FactsError) -> UInt16 {
        guard start + 4 <= bytes.count else { throw .damaged }
        var value: UInt16 = 0
        for byte in bytes[start..<(start + 4)] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt16(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt16(byte - 0x37)
            case 0x61...0x66: value = value << 4 | UInt16(byte - 0x57)
            default: throw .damaged
            }
        }
        return value
    }

    /// A string whose form was looked at already.
    private func unescaped(_ slice: ArraySlice<UInt8>) throws(FactsError) -> String {
        var units: [UInt16] = []
        var plain = slice.startIndex
        var here = slice.startIndex
        while here < slice.endIndex {
            guard bytes[here] == UInt8(ascii: "\\") else {
                here += 1
                continue
            }
            units += Array(String(decoding: bytes[plain..<here], as: UTF8.self).utf16)
            let sign = bytes[here + 1]
            if sign == UInt8(ascii: "u") {
                units.append(try hexadecimal(at: here + 2))
                here += 6
            } else {
                let short: [UInt8: UInt16] = [0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9]
                units.append(short[sign] ?? UInt16(sign))
                here += 2
            }
            plain = here
        }
        units += Array(String(decoding: bytes[plain..<slice.endIndex], as: UTF8.self).utf16)
        return String(decoding: units, as: UTF16.self)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (48...57).contains(self) }
}
