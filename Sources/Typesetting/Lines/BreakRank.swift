/// How readily a line may break before a character.
enum BreakRank: Int8, Comparable {
    /// Not at all: in the midst of a glyph.
    case never
    /// Only where nothing else is left: a sign would stand at the wrong end of a line.
    case forbidden
    /// Inside a number or a foreign word too long for a line.
    case inWord
    /// Between a number and its unit.
    case atUnit
    case free

    static func < (a: BreakRank, b: BreakRank) -> Bool { a.rawValue < b.rawValue }

    /// The ranks before each character of a paragraph.
    ///
    /// - Parameters:
    ///   - breaks: whether Unicode's rules (UAX 14) let a line break before a character.
    ///   - isPart: whether a character is part of the glyph before it.
    static func ranks(of scalars: [Unicode.Scalar], breaks: (Int) -> Bool, isPart: (Int) -> Bool) -> [BreakRank] {
        var ranks = [BreakRank](repeating: .never, count: scalars.count)
        for index in scalars.indices.dropFirst() where !isPart(index) {
            if isForbidden(index, in: scalars) {
                ranks[index] = .forbidden
            } else {
                ranks[index] = breaks(index) || isAtQuote(index, in: scalars) ? .free : .inWord
            }
        }
        joinNumbers(of: scalars, in: &ranks)
        return ranks
    }

    private static func isForbidden(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let scalar = scalars[index]
        // Blanks hang over a line's end.
        if !LineSigns.mayBegin(scalar) || LineSigns.isBlank(scalar) { return true }
        // Readers take a hyphen at a line's end for a broken word and drop it.
        if scalars[index - 1] == "-" { return true }
        var last = index - 1
        while last > 0, LineSigns.isBlank(scalars[last]) { last -= 1 }
        if !LineSigns.mayEnd(scalars[last]) { return true }
        return LineSigns.belongsToNumberBehind(scalars[last]) && LineSigns.isDigit(scalar)
    }

    /// Unicode does not know which way a curly quotation mark opens; next to Chinese it is plain.
    private static func isAtQuote(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let (before, behind) = (scalars[index - 1], scalars[index])
        if behind == "“" || behind == "‘" { return LineSigns.isChinese(before) }
        if before == "”" || before == "’" { return LineSigns.isChinese(behind) }
        return false
    }

    // MARK: Numbers

    private static let separators = Set(",.:/-–~～—，．".unicodeScalars)
    private static let percents = Set("%‰％℃".unicodeScalars)

    /// Keeps numbers whole, and their units with them.
    private static func joinNumbers(of scalars: [Unicode.Scalar], in ranks: inout [BreakRank]) {
        var index = 0
        while index < scalars.count {
            guard LineSigns.isDigit(scalars[index]) else {
                index += 1
                continue
            }
            let end = endOfNumber(in: scalars, from: index)
            for inside in (index + 1)..<max(end, index + 1) { ranks[inside] = min(ranks[inside], .inWord) }
            let unitEnd = MeasureWords.end(of: scalars, from: end)
            for inside in end..<unitEnd { ranks[inside] = min(ranks[inside], .atUnit) }
            index = max(unitEnd, end)
        }
    }

    /// Digits with separators between them, and ranges such as 80%~90%.
    private static func endOfNumber(in scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        while end < scalars.count {
            if LineSigns.isDigit(scalars[end]) {
                end += 1
            } else {
                var next = end
                if percents.contains(scalars[next]) { next += 1 }
                guard next + 1 < scalars.count, separators.contains(scalars[next]), LineSigns.isDigit(scalars[next + 1])
                else { break }
                end = next + 1
            }
        }
        return end
    }
}
