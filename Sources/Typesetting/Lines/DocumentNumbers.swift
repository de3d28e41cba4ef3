internal import Text

/// Numbers of documents and standards, which nobody finds again once they are torn: 财预〔2015〕88号, GB/T 2260.
enum DocumentNumbers {
    /// Characters that an issuer's short name may have before the bracket; what is longer is a sentence.
    private static let longestName = 4
    private static let opening = Set("〔［[【".unicodeScalars)
    private static let closing = Set("〕］]】".unicodeScalars)

    /// Lowers the ranks of the places inside of them.
    static func join(_ scalars: [Unicode.Scalar], in ranks: inout [BreakRank]) {
        for index in scalars.indices {
            if opening.contains(scalars[index]), let end = end(ofNumberAt: index, in: scalars) {
                keep(start(before: index, in: scalars)..<end, in: &ranks)
            } else if index > 0, scalars[index].isDecimal, let start = standard(before: index, in: scalars) {
                keep(start..<(index + 1), in: &ranks)
            }
        }
    }

    private static func keep(_ range: Range<Int>, in ranks: inout [BreakRank]) {
        for index in range.dropFirst() { ranks[index] = min(ranks[index], .atUnit) }
    }

    /// Where `〔2015〕88号` ends that begins with a bracket.
    private static func end(ofNumberAt start: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var index = start + 1
        while index < scalars.count, index <= start + 4, scalars[index].isDecimal { index += 1 }
        guard index == start + 5, index < scalars.count, closing.contains(scalars[index]) else { return nil }
        index += 1
        let first = index
        while index < scalars.count, scalars[index].isDecimal || scalars[index] == " " { index += 1 }
        guard index > first, index < scalars.count, scalars[index] == "号" else { return nil }
        return index + 1
    }

    /// Where the issuer's short name begins: behind a bracket or a pause, or two characters before.
    private static func start(before bracket: Int, in scalars: [Unicode.Scalar]) -> Int {
        var start = bracket
        while start > 0, bracket - start <= longestName, scalars[start - 1].isIdeograph { start -= 1 }
        return bracket - start <= longestName ? start : bracket - 2
    }

    /// Where `GB/T 2260` begins whose number begins at a place, with a blank or without.
    private static func standard(before number: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var end = number
        while end > 0, scalars[end - 1] == " " { end -= 1 }
        var start = end
        while start > 0, number - start < 8, isStandardSign(scalars[start - 1]) { start -= 1 }
        guard end - start >= 2, ["GB", "DB"].contains(String(String.UnicodeScalarView(scalars[start..<(start + 2)]))) else {
            return nil
        }
        return start
    }

    private static func isStandardSign(_ scalar: Unicode.Scalar) -> Bool {
        ("A"..."Z").contains(scalar) || scalar == "/"
    }
}
