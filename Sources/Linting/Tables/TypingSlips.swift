/// The typing errors of the word list, as they are found in texts.
struct TypingSlips: Sendable {
    private let slips: [WordingTable.TypingSlip]
    private let finder: WordFinder
    /// By slip: each phrase in which it is no error, with the place of the slip in it.
    private let exceptions: [[(phrase: [Unicode.Scalar], offset: Int)]]

    init(_ slips: [WordingTable.TypingSlip]) {
        self.slips = slips
        finder = WordFinder(slips.map(\.wrong))
        exceptions = slips.map { slip in
            let wrong = PlainText(slip.wrong).scalars
            return (slip.unless ?? []).compactMap { phrase in
                let scalars = PlainText(phrase)
                let offset = scalars.scalars.indices.first { scalars.holds(wrong, at: $0) }
                if let offset { return (scalars.scalars, offset) }
                // A phrase that only overlaps the end of the slip stands over its end.
                let overlap = (1..<max(1, wrong.count)).first { scalars.scalars.starts(with: wrong.dropFirst($0)) }
                return overlap.map { (scalars.scalars, -$0) }
            }
        }
    }

    struct Slip: Hashable, Sendable {
        var wrong: String
        var right: String
        /// Among the scalars of the plain text.
        var range: Range<Int>
    }

    func slips(in text: PlainText) -> [Slip] {
        finder.hits(in: text).compactMap { hit in
            let isRight = exceptions[hit.word].contains { text.holds($0.phrase, at: hit.range.lowerBound - $0.offset) }
            return isRight ? nil : Slip(wrong: slips[hit.word].wrong, right: slips[hit.word].right, range: hit.range)
        }
    }

    /// The text as written, without blanks, with the slips put right; of a long text only the clauses around them.
    func corrected(_ text: String, _ slips: [Slip]) -> String {
        let shown = PlainText.shown(text)
        let plain = PlainText(text)
        guard shown.count == plain.scalars.count else { return "" }
        var pieces: [String] = []
        var done = 0
        for slip in slips where slip.range.lowerBound >= done {
            let clause = shown.count <= 60 ? shown.indices : plain.clause(around: slip.range)
            var piece: [Unicode.Scalar] = []
            var index = clause.lowerBound
            for other in slips where clause.lowerBound <= other.range.lowerBound && other.range.upperBound <= clause.upperBound {
                piece += shown[index..<other.range.lowerBound]
                piece += other.right.unicodeScalars
                index = other.range.upperBound
            }
            piece += shown[index..<clause.upperBound]
            pieces.append(String(scalars: piece))
            done = clause.upperBound
        }
        return pieces.joined(separator: "……")
    }

    /// The plain text with every slip put right.
    func corrected(_ text: PlainText) -> PlainText {
        let found = slips(in: text)
        if found.isEmpty { return text }
        var result = ""
        var index = 0
        for slip in found {
            result += text[index..<slip.range.lowerBound] + slip.right
            index = slip.range.upperBound
        }
        return PlainText(result + text[index..<text.scalars.count])
    }
}

extension PlainText {
    /// From the clause's end before the range to that behind it, without those signs; a list with 、 is one clause.
    func clause(around range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start > 0, !scalars[start - 1].endsClause || scalars[start - 1] == "、" { start -= 1 }
        var end = range.upperBound
        while end < scalars.count, !scalars[end].endsClause || scalars[end] == "、" { end += 1 }
        return start..<end
    }
}
