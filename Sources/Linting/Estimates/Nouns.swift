internal import GoalModel

/// What a name is about: its pieces without the words that tell nothing (征兵 of 每次征兵所需成本).
struct Nouns: Hashable, Sendable {
    private var pieces: [[Character]] = []

    init(_ texts: [String], without generic: GenericWords) {
        for text in texts where !text.isEmpty { add(Array(text.folded.withoutSpaces), generic) }
    }

    private mutating func add(_ text: [Character], _ generic: GenericWords) {
        var piece: [Character] = []
        var index = 0
        func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
        while index < text.count {
            let skipped = generic.length(at: index, of: text)
            if skipped == 0, isWord(text[index]) {
                piece.append(text[index])
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
    func shared(with other: Nouns) -> Int {
        var most = 0
        for a in pieces { for b in other.pieces { most = max(most, Nouns.longestRun(a, b)) } }
        return most >= 2 ? most : 0
    }

    private static func longestRun(_ a: [Character], _ b: [Character]) -> Int {
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

/// The words that tell nothing, for looking them up in a text.
struct GenericWords: Sendable {
    private let words: Set<[Character]>
    private let longest: Int

    init(_ words: [String]) {
        self.words = Set(words.map(Array.init))
        longest = words.map(\.count).max() ?? 0
    }

    /// The length of the longest of the words that stands here, 0 for none.
    func length(at index: Int, of text: [Character]) -> Int {
        for length in stride(from: min(longest, text.count - index), to: 0, by: -1)
        where words.contains(Array(text[index..<(index + length)])) {
            return length
        }
        return 0
    }
}
