internal import Foundation

/// Values of facts.json as the scanner takes them; `path` names them in messages.
extension JSONScanner {
    mutating func text(_ path: String) throws(FactsError) -> String {
        try demand("\"", path)
        return try string().cleaned
    }

    mutating func optionalText(_ path: String) throws(FactsError) -> String? {
        try isNull() ? nil : try text(path)
    }

    mutating func integer(_ path: String, in range: ClosedRange<Int64>) throws(FactsError) -> Int64 {
        let first = try peek()
        guard first == UInt8(ascii: "-") || (48...57).contains(first) else {
            try skip()
            throw .malformed(path, "的类型不对")
        }
        guard let number = Int64(try number()), range.contains(number) else { throw .malformed(path, "的内容读不出") }
        return number
    }

    /// How many there are of something.
    mutating func count(_ path: String) throws(FactsError) -> Int {
        Int(try integer(path, in: 0...10_000_000))
    }

    /// An amount in 分; no sum of a town comes near the limits.
    mutating func fen(_ path: String) throws(FactsError) -> Int64 {
        try integer(path, in: -4_000_000_000_000_000_000...4_000_000_000_000_000_000)
    }

    /// Points with one decimal at most, as tenths.
    mutating func tenths(_ path: String, in range: ClosedRange<Int>) throws(FactsError) -> Int? {
        if try isNull() { return nil }
        let first = try peek()
        guard first == UInt8(ascii: "-") || (48...57).contains(first) else {
            try skip()
            throw .malformed(path, "的类型不对")
        }
        let written = try number()
        guard written.utf8.count <= 12, !written.utf8.contains(UInt8(ascii: "e")), !written.utf8.contains(UInt8(ascii: "E")),
            let points = Decimal(string: written, locale: nil)
        else { throw .malformed(path, "的内容读不出") }
        let tenths = points * 10
        let whole = (tenths as NSDecimalNumber).intValue
        guard Decimal(whole) == tenths, range.contains(whole) else { throw .malformed(path, "的内容读不出") }
        return whole
    }
}
