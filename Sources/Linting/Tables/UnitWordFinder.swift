internal import GoalModel

/// Finds the names that a unit gives itself and that are those of another kind.
struct UnitWordFinder: Sendable {
    private let kinds: [String: Kind]
    private let before: Set<Unicode.Scalar>
    private let after: Set<Unicode.Scalar>
    private let exceptions: [[Unicode.Scalar]]

    private struct Kind: Sendable {
        var words: [String]
        /// How many of the words are certain.
        var certain: Int
        var finder: WordFinder
    }

    struct Hit: Hashable, Sendable {
        var word: String
        var isCertain: Bool
    }

    init(_ table: WordingTable) {
        kinds = table.unitWords.mapValues { words in
            Kind(words: words.words + words.loose, certain: words.words.count, finder: WordFinder(words.words + words.loose))
        }
        before = Set(table.unitWordsExcept.before.unicodeScalars)
        after = Set(table.unitWordsExcept.after.unicodeScalars)
        exceptions = table.unitWordsExcept.unless.map { PlainText($0).scalars }
    }

    /// Each word once, in the order of the text.
    func hits(in text: PlainText, of kind: TownKind) -> [Hit] {
        guard let kind = kinds[kind.rawValue] else { return [] }
        var hits: [Hit] = []
        for hit in kind.finder.hits(in: text) {
            if let scalar = text.scalar(at: hit.range.lowerBound - 1), before.contains(scalar) { continue }
            if let scalar = text.scalar(at: hit.range.upperBound), after.contains(scalar) { continue }
            if exceptions.contains(where: { stands($0, over: hit.range, in: text) }) { continue }
            let found = Hit(word: kind.words[hit.word], isCertain: hit.word < kind.certain)
            if !hits.contains(found) { hits.append(found) }
        }
        return hits
    }

    /// Whether the phrase stands in the text so that it has the whole range in it.
    private func stands(_ phrase: [Unicode.Scalar], over range: Range<Int>, in text: PlainText) -> Bool {
        let first = range.upperBound - phrase.count
        guard first <= range.lowerBound else { return false }
        return (first...range.lowerBound).contains { text.holds(phrase, at: $0) }
    }
}
