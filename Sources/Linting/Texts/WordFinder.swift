/// Finds many words in one pass over a text.
struct WordFinder: Sendable {
    struct Hit: Hashable, Sendable {
        /// The word's place in the list that the finder was made of.
        var word: Int
        /// Among the scalars of the plain text.
        var range: Range<Int>
    }

    private struct Entry: Sendable {
        var word: Int
        var scalars: [Unicode.Scalar]
    }

    /// Words that begin with scalars of the same last twelve bits; longer words first.
    private var entries: [[Entry]] = []
    /// For each twelve bits the place among ``entries`` behind which they stand: most scalars of a text begin no word.
    private var places = [UInt16](repeating: 0, count: 4096)

    init(_ words: [String]) {
        for (index, word) in words.enumerated() {
            let scalars = PlainText(word).scalars
            guard let first = scalars.first else { continue }
            let bits = WordFinder.bits(of: first)
            if places[bits] == 0 {
                entries.append([])
                places[bits] = UInt16(entries.count)
            }
            entries[Int(places[bits]) - 1].append(Entry(word: index, scalars: scalars))
        }
        for place in entries.indices { entries[place].sort { $0.scalars.count > $1.scalars.count } }
    }

    private static func bits(of scalar: Unicode.Scalar) -> Int { Int(scalar.value & 4095) }

    /// The longest word at each place, from left to right, none over another.
    func hits(in text: PlainText) -> [Hit] {
        var hits: [Hit] = []
        var index = 0
        while index < text.scalars.count {
            if let hit = hit(in: text, at: index) {
                hits.append(hit)
                index = hit.range.upperBound
            } else {
                index += 1
            }
        }
        return hits
    }

    /// The longest word that begins there.
    func hit(in text: PlainText, at index: Int) -> Hit? {
        let place = Int(places[WordFinder.bits(of: text.scalars[index])])
        guard place > 0 else { return nil }
        let found = entries[place - 1].first { text.holds($0.scalars, at: index) }
        return found.map { Hit(word: $0.word, range: index..<(index + $0.scalars.count)) }
    }

    /// Whether any word stands anywhere.
    func isHit(_ text: PlainText) -> Bool {
        text.scalars.indices.contains { hit(in: text, at: $0) != nil }
    }
}
