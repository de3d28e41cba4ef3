internal import Text

/// Words that stand twice in a row in a text.
struct Repetition: Sendable {
    /// What is repeated: its first standing among the scalars of the plain text.
    let range: Range<Int>

    /// The first repetition of a text; `nil` in lists between dashes, which repeat by nature.
    init?(in text: PlainText) {
        guard text.scalars.count >= 8, !Repetition.isDashList(text) else { return nil }
        let clauses = Repetition.clauses(of: text)
        guard let range = Repetition.repeatedClauses(clauses, in: text) ?? Repetition.stutter(clauses, in: text) else {
            return nil
        }
        self.range = range
    }

    /// `数量指标-完成率-≥-95.00-百分比`.
    private static func isDashList(_ text: PlainText) -> Bool {
        var count = 0
        for index in text.scalars.indices where text.scalars[index] == "-" {
            let isBesideWord = text.scalar(at: index - 1)?.isHan == true || text.scalar(at: index + 1)?.isHan == true
            if isBesideWord { count += 1 }
            if count == 3 { return true }
        }
        return false
    }

    /// Stretches between punctuation that are more than a number.
    private static func clauses(of text: PlainText) -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = 0
        for index in 0...text.scalars.count where index == text.scalars.count || text.scalars[index].endsClause {
            if start < index { clauses.append(start..<index) }
            start = index + 1
        }
        return clauses.map { text.withoutNumbering($0) }.filter { !$0.isEmpty }
    }

    /// One to four clauses and then the same again.
    private static func repeatedClauses(_ clauses: [Range<Int>], in text: PlainText) -> Range<Int>? {
        guard clauses.count > 1 else { return nil }
        for length in 1...min(4, clauses.count / 2) {
            for first in 0...(clauses.count - 2 * length) {
                let isSame = (first..<(first + length)).allSatisfy { index in
                    clauses[index].count == clauses[index + length].count
                        && text.scalars[clauses[index]].elementsEqual(text.scalars[clauses[index + length]])
                }
                guard isSame else { continue }
                let han = clauses[first..<(first + length)].joined().count { text.scalars[$0].isHan }
                // A heading and the first words of its text.
                let end = text.scalar(at: clauses[first].upperBound)
                let isHeading =
                    first == 0 && length == 1 && (clauses[0].lowerBound > 0 || end == ":") && (end == "。" || end == ":")
                if han >= 4, !isHeading { return clauses[first].lowerBound..<clauses[first + length - 1].upperBound }
            }
        }
        return nil
    }

    /// The same four or more characters twice, without anything between.
    private static func stutter(_ clauses: [Range<Int>], in text: PlainText) -> Range<Int>? {
        for clause in clauses where clause.count >= 8 {
            for length in 4...min(40, clause.count / 2) {
                var run = 0
                for index in clause.lowerBound..<(clause.upperBound - length) {
                    run = text.scalars[index] == text.scalars[index + length] ? run + 1 : 0
                    guard run == length else { continue }
                    let found = (index - length + 1)..<(index + 1)
                    if text.scalars[found].count(where: \.isHan) >= 4 { return found }
                    run -= 1
                }
            }
        }
        return nil
    }
}

extension PlainText {
    /// The range without `1.`, `(一)` or `①` at its beginning.
    fileprivate func withoutNumbering(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        let signs = scalars[range].prefix { scalar in
            scalar.isDigit || "().一二三四五六七八九十第".unicodeScalars.contains(scalar) || (0x2460...0x2473).contains(scalar.value)
        }
        let isNumbering = signs.last.map { $0 == ")" || $0 == "." || (0x2460...0x2473).contains($0.value) } == true
        if isNumbering || signs.count == range.count { start += signs.count }
        return start..<range.upperBound
    }
}
