internal import CPango
internal import Text

/// How readily a line may break before a character.
enum BreakRank: Int8, Comparable {
    /// Not at all: in the midst of a glyph.
    case never
    /// Only where nothing else is left: a sign would stand at the wrong end of a line.
    case forbidden
    /// Inside a number or a foreign word too long for a line.
    case inWord
    /// Between a number and its unit or sign, or the two numbers of a range.
    case atUnit
    /// Before a hyphen that joins words and numbers, as in 完成率-≥-95.00-百分比; only to fill a line.
    case atHyphen
    /// Inside a Chinese word; running text breaks there as readily as anywhere.
    case inPhrase
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
                ranks[index] = isAtHyphen(index, in: scalars) ? .atHyphen : .forbidden
            } else if scalars[index].isDecimal, LineSigns.belongsToNumberBehind(lastSign(before: index, in: scalars)) {
                ranks[index] = .atUnit
            } else {
                ranks[index] = breaks(index) || isAtPunctuation(index, in: scalars) ? .free : .inWord
            }
        }
        joinNumbers(of: scalars, in: &ranks)
        DocumentNumbers.join(scalars, in: &ranks)
        return ranks
    }

    private static func isForbidden(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let scalar = scalars[index]
        // Blanks hang over a line's end.
        if !LineSigns.mayBegin(scalar) || LineSigns.isBlank(scalar) { return true }
        // Readers take a hyphen at a line's end for a broken word and drop it.
        if scalars[index - 1] == "-" { return true }
        return !LineSigns.mayEnd(lastSign(before: index, in: scalars))
    }

    /// The ranks of text that no font has been asked for; Pango breaks it by Unicode's rules.
    static func ranks(of scalars: [Unicode.Scalar]) -> [BreakRank] {
        let text = String(String.UnicodeScalarView(scalars))
        var attributes = [PangoLogAttr](repeating: PangoLogAttr(), count: scalars.count + 1)
        pango_get_log_attrs(
            text, Int32(clamping: text.utf8.count), 0, pango_language_from_string("zh-cn"), &attributes,
            Int32(clamping: attributes.count))
        return ranks(
            of: scalars, breaks: { attributes[$0].is_line_break != 0 }, isPart: { attributes[$0].is_cursor_position == 0 })
    }

    private static func isAtHyphen(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard scalars[index] == "-", index + 1 < scalars.count else { return false }
        let (before, behind) = (scalars[index - 1], scalars[index + 1])
        guard before.isIdeograph || before.isDecimal else { return false }
        return LineSigns.belongsToNumberBehind(behind) || behind.isIdeograph
    }

    /// What would be seen at a line's end.
    private static func lastSign(before index: Int, in scalars: [Unicode.Scalar]) -> Unicode.Scalar {
        var last = index - 1
        while last > 0, LineSigns.isBlank(scalars[last]) { last -= 1 }
        return scalars[last]
    }

    /// Unicode glues brackets to numbers, and both sides of a curly quotation mark, of which it does not know which way it opens.
    ///
    /// Chinese lines may break before every opening sign and behind every closing one. A single mark may be an apostrophe.
    private static func isAtPunctuation(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let (before, behind) = (scalars[index - 1], scalars[index])
        if behind == "“" || before == "”" { return true }
        if behind.value > 0x3000, !LineSigns.mayEnd(behind) { return true }
        if before.value > 0x3000, !LineSigns.mayBegin(before) { return true }
        return (behind == "‘" && LineSigns.isChinese(before)) || (before == "’" && LineSigns.isChinese(behind))
    }

    // MARK: Numbers

    private static let separators = Set(",.:/-–~～—，．".unicodeScalars)
    /// Behind which a number too long for a line is better broken than between digits.
    private static let joints = Set(",/–~～—".unicodeScalars)
    private static let percents = Set("%‰％℃".unicodeScalars)

    /// Keeps numbers whole, and their units with them.
    private static func joinNumbers(of scalars: [Unicode.Scalar], in ranks: inout [BreakRank]) {
        var index = 0
        while index < scalars.count {
            guard scalars[index].isDecimal else {
                index += 1
                continue
            }
            let end = endOfNumber(in: scalars, from: index)
            for inside in (index + 1)..<max(end, index + 1) {
                ranks[inside] = min(ranks[inside], joints.contains(scalars[inside - 1]) ? .atUnit : .inWord)
            }
            let unitEnd = MeasureWords.end(of: scalars, from: end)
            var isWhole = true
            for inside in end..<unitEnd {
                ranks[inside] = min(ranks[inside], isWhole ? .atUnit : .inWord)
                isWhole = LineSigns.isBlank(scalars[inside]) || joints.contains(scalars[inside])
            }
            index = max(unitEnd, end)
        }
    }

    /// Digits with separators between them, and ranges such as 80%~90%.
    private static func endOfNumber(in scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        while end < scalars.count {
            if scalars[end].isDecimal {
                end += 1
            } else {
                var next = end
                if percents.contains(scalars[next]) { next += 1 }
                guard next + 1 < scalars.count, separators.contains(scalars[next]), scalars[next + 1].isDecimal else { break }
                end = next + 1
            }
        }
        return end
    }
}
