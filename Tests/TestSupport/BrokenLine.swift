/// Where a line may not be broken (GB/T 15834-2011 and the house's own rules).
enum BrokenLine {
    private static let notFirst = Set("、，。．；：！？）］｝〉》」』】〕”’),.;:!?]}%‰％℃°·—…～~-–/／々".unicodeScalars)
    private static let notLast = Set("（［｛〈《「『【〔“‘([{".unicodeScalars)
    private static let signs = Set("￥¥$№#≤≥<>=±".unicodeScalars)
    private static let units = Set("元角分万亿千个人名户家项件次台套座处年月日号天时米里吨亩度岁期周".unicodeScalars)
    private static let links = Set("十百余多底末初份公平方立小季延作自然工内百克斤顷/／·".unicodeScalars).union(units)

    /// Whether a break before the character at `place` breaks a rule.
    static func isForbidden(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
        let first = scalars[place]
        guard let last = scalars[..<place].last(where: { !isBlank($0) }) else { return notFirst.contains(first) }
        if first == "-", isJoint(scalars, at: place) { return false }
        if notFirst.contains(first) || notLast.contains(last) { return true }
        if isDigit(first) {
            if isDigit(scalars[place - 1]) || signs.contains(last) { return true }
            if place > 1, isDigit(scalars[place - 2]), ",.:-~～—/".unicodeScalars.contains(scalars[place - 1]) { return true }
        }
        if units.contains(first), isDigit(last) { return true }
        // 300元/人
        let before = scalars[..<place].suffix(3)
        return units.contains(first) && last == "/" && before.count == 3 && before.first.map(isDigit) == true
            && before.dropFirst().first.map(units.contains) == true
    }

    /// A hyphen between words and numbers that may begin a line: 完成率-≥-95.00-百分比.
    private static func isJoint(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
        guard place + 1 < scalars.count else { return false }
        let (before, behind) = (scalars[place - 1], scalars[place + 1])
        return (isDigit(before) || before.properties.isIdeographic) && (signs.contains(behind) || behind.properties.isIdeographic)
    }

    /// What holds together around a place, rather too much than too little.
    static func run(around place: Int, in scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
        var start = place - 1
        while start > 0, holds(scalars, at: start) { start -= 1 }
        var end = place + 1
        while end < scalars.count, holds(scalars, at: end) { end += 1 }
        while start < place, isBlank(scalars[start]) { start += 1 }
        return scalars[start..<end]
    }

    static func shown(_ scalars: [Unicode.Scalar], at place: Int) -> String {
        let parts = [scalars[..<place].suffix(12), scalars[place...].prefix(12)]
        return parts.map { String(String.UnicodeScalarView($0)) }.joined(separator: "┃")
    }

    private static func holds(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
        let (left, right) = (scalars[place - 1], scalars[place])
        if isForbidden(scalars, at: place) || isBlank(right) { return true }
        // Foreign words, and signs such as ￥ and quotation marks that Unicode glues to what is beside them.
        if isForeign(left), isForeign(right) { return true }
        if "￥¥$£№-".unicodeScalars.contains(left) || "\"'".unicodeScalars.contains(left) || "\"'".unicodeScalars.contains(right) {
            return true
        }
        return links.contains(right) && isCounted(scalars, before: place)
    }

    /// Whether a number with nothing but units behind it ends here.
    private static func isCounted(_ scalars: [Unicode.Scalar], before place: Int) -> Bool {
        var index = place - 1
        while index > 0, links.contains(scalars[index]) || isBlank(scalars[index]) { index -= 1 }
        return isDigit(scalars[index])
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }

    private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        if "￥％".unicodeScalars.contains(scalar) { return true }
        return scalar.value < 0x2E80 && !isBlank(scalar) && !"—…“”‘’".unicodeScalars.contains(scalar)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{3000}" }
}
