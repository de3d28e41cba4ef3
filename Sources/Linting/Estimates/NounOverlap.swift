/// The subject of a name: its pieces without the words that tell nothing (征兵 of 每次征兵所需成本).
struct NounOverlap: Hashable, Sendable {
    private var pieces: [[Unicode.Scalar]] = []

    init(_ texts: [String], without generic: WordFinder) {
        for text in texts where !text.isEmpty { add(PlainText(text), generic) }
    }

    private mutating func add(_ text: PlainText, _ generic: WordFinder) {
        var piece: [Unicode.Scalar] = []
        var index = 0
        while index < text.scalars.count {
            let skipped = generic.hit(in: text, at: index)?.range.count ?? 0
            if skipped == 0, text.scalars[index].isWord {
                piece.append(text.scalars[index])
                index += 1
                continue
            }
            if piece.count >= 2 { pieces.append(piece) }
            piece = []
            index += max(1, skipped)
        }
        if piece.count >= 2 { pieces.append(piece) }
    }

    var isEmpty: Bool { pieces.isEmpty }

    /// The length of the longest run of characters that both have; a single one counts nothing.
    func shared(with other: NounOverlap) -> Int {
        var most = 0
        for a in pieces { for b in other.pieces { most = max(most, NounOverlap.longestRun(a, b)) } }
        return most >= 2 ? most : 0
    }

    private static func longestRun(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var most = 0
        var above = [Int](repeating: 0, count: b.count + 1)
        for x in a.prefix(60) {
            var row = [Int](repeating: 0, count: b.count + 1)
            for (index, y) in b.enumerated() where x == y {
                row[index + 1] = above[index] + 1
                most = max(most, row[index + 1])
            }
            above = row
        }
        return most
    }
}
