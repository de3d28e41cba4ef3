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

    /// By the first scalar; longer words first.
    private var entries: [UInt32: [Entry]] = [:]
    /// A bit for each first scalar, by its last twelve bits: most scalars of a text begin no word.
    private var starts = [Bool](repeating: false, count: 4096)

    init(_ words: [String]) {
        for (index, word) in words.enumerated() {
            let scalars = PlainText(word).scalars
            guard let first = scalars.first?.value else { continue }
            entries[first, default: []].append(Entry(word: index, scalars: scalars))
            starts[Int(first & 4095)] = true
        }
        for first in entries.keys { entries[first]?.sort { $0.scalars.count > $1.scalars.count } }
    }

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
        let first = text.scalars[index].value
        guard starts[Int(first & 4095)], let candidates = entries[first] else { return nil }
        let found = candidates.first { text.holds($0.scalars, at: index) }
        return found.map { Hit(word: $0.word, range: index..<(index + $0.scalars.count)) }
    }

    /// Whether any word stands anywhere.
    func isHit(_ text: PlainText) -> Bool {
        text.scalars.indices.contains { hit(in: text, at: $0) != nil }
    }
}
