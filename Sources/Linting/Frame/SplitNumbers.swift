internal import GoalModel
internal import Text

/// Numbers that stand over several texts: the end of one and the beginning of the next.
struct SplitNumbers: Sendable {
    /// Texts that follow each other where one ends and the next begins with a digit, joined as if by a line break.
    struct Chain: Sendable {
        let texts: [BookText]
        let joined: String
        /// Where each text begins among the scalars of the joined one.
        let starts: [Int]

        init(_ texts: [BookText]) {
            self.texts = texts
            joined = texts.map(\.text).joined(separator: "\n")
            var start = 0
            starts = texts.map { text in
                defer { start += text.text.unicodeScalars.count + 1 }
                return start
            }
        }

        /// Which text holds the place, and where in it.
        func part(of place: Int) -> (text: Int, place: Int)? {
            guard let text = starts.lastIndex(where: { $0 <= place }) else { return nil }
            return (text, place - starts[text])
        }

        /// The texts that hold a find.
        func parts(of number: PersonalNumber) -> Set<Int> { Set(number.places.compactMap { part(of: $0)?.text }) }

        /// Whether it goes through cells, whose texts have less to do with each other than those of paragraphs.
        var isOfCells: Bool { texts[0].row != nil }

        /// What is said of a find that no text shows alone.
        var remark: String { isOfCells ? "（拆在相邻的单元格里）" : "" }
    }

    struct Find: Sendable {
        let chain: Chain
        let number: PersonalNumber
        /// The first of the chain's texts that holds a part of it.
        let first: Int
    }

    let finds: [Find]

    /// - Parameter texts: in the order of the book; paragraphs, the goals of a project, and the cells of a table beside or
    ///   below each other follow each other.
    init(in texts: [BookText], by finder: PersonalNumbers) {
        let cells = texts.filter { $0.row != nil && ($0.startsAsNumber || $0.endsAsNumber) }
        let columns = Indicator.Field.allCases.flatMap { field in Self.chains(in: cells.filter { $0.place == .cell(field) }) }
        finds = (Self.chains(in: texts) + columns).flatMap { chain in
            finder.numbers(in: chain.joined).compactMap { number in
                let parts = chain.parts(of: number)
                guard parts.count > 1, let first = parts.min(), !chain.isOfCells || chain.isLikely(number, parts) else {
                    return nil
                }
                return Find(chain: chain, number: number, first: first)
            }
        }
    }

    private static func chains(in texts: [BookText]) -> [Chain] {
        var chains: [Chain] = []
        var open: [BookText] = []
        for text in texts {
            if open.last?.goesOn(in: text) == true {
                open.append(text)
                continue
            }
            if open.count > 1 { chains.append(Chain(open)) }
            open = text.endsAsNumber ? [text] : []
        }
        return open.count > 1 ? chains + [Chain(open)] : chains
    }
}

extension SplitNumbers.Chain {
    /// Whether a find in cells is more than values that happen to stand beside each other: none of its parts is a year or a
    /// day, and no comparison is before it.
    fileprivate func isLikely(_ number: PersonalNumber, _ parts: Set<Int>) -> Bool {
        if number.kind == .identity, number.isCertain { return true }
        let lengths = parts.map { text in number.places.count { part(of: $0)?.text == text } }
        let before = number.places.first.flatMap { $0 > 0 ? Array(joined.unicodeScalars)[$0 - 1] : nil }
        let isValue = before.map { "≥≤><=＝＞＜".unicodeScalars.contains($0) } == true
        return !isValue && parts.count <= 3 && lengths.allSatisfy { $0 > 1 }
            && !parts.contains { texts[$0].text.hasPrefix("20") && lengths.contains(8) }
    }
}

extension BookText {
    fileprivate var startsAsNumber: Bool { plain.scalars.first?.isPartOfNumber == true }
    fileprivate var endsAsNumber: Bool { plain.scalars.last?.isPartOfNumber == true }

    /// Whether a reader may have put the end of a number into the next text.
    fileprivate func goesOn(in next: BookText) -> Bool {
        guard endsAsNumber, next.startsAsNumber, next.project == project else { return false }
        if let row, let other = next.row { return row == other || place == next.place && other == row + 1 }
        let isRunning = [.passage, .field(.goals)].contains(place) && place == next.place
        return row == nil && next.row == nil && (isRunning || place == .field(.name) && next.place == .field(.purpose))
    }
}

extension Unicode.Scalar {
    fileprivate var isPartOfNumber: Bool { isNumeral || self == "-" }
}
