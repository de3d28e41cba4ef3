internal import GoalModel
internal import Text

/// Numbers that a reader split over several texts: the end of one and the beginning of the next.
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

        /// Whether a find stands in more than one of the texts, so that none of them shows it alone.
        func isSplit(_ found: PersonalData) -> Bool {
            Set(found.places.compactMap { part(of: $0)?.text }).count > 1
        }
    }

    let chains: [Chain]

    /// - Parameter texts: in the order of the book; paragraphs and the goals of a project follow each other.
    init(in texts: [BookText]) {
        var chains: [Chain] = []
        var open: [BookText] = []
        func close() {
            if open.count > 1 { chains.append(Chain(open)) }
            open = []
        }
        for text in texts {
            let goesOn =
                open.last.map { last in
                    last.place == text.place && last.project == text.project && text.row == nil
                        && (text.place == .passage || text.place == .field(.goals))
                        && last.plain.scalars.last?.isPartOfNumber == true && text.plain.scalars.first?.isPartOfNumber == true
                } ?? false
            if !goesOn { close() }
            open.append(text)
        }
        close()
        self.chains = chains
    }
}

extension Unicode.Scalar {
    fileprivate var isPartOfNumber: Bool { isDigit || self == "-" }
}
