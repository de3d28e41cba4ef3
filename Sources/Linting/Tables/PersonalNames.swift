/// Finds names of persons by what stands around them: `用于` 王小明 `信访补助`.
struct PersonalNames: Sendable {
    let surnames: Set<Unicode.Scalar>
    private let leads: WordFinder
    private let follows: WordFinder
    private let never: Set<Unicode.Scalar>
    private let words: WordFinder

    init(_ table: PublicationTable) {
        surnames = Set(table.names.surnames.unicodeScalars)
        leads = WordFinder(table.names.leads)
        follows = WordFinder(table.names.follows)
        never = Set(table.names.never.unicodeScalars)
        words = WordFinder(table.names.words)
    }

    struct Hit: Hashable, Sendable {
        var name: String
        /// Among the scalars of the plain text.
        var range: Range<Int>
    }

    /// The names of a text, each once.
    func names(in text: PlainText) -> [Hit] {
        var names: [Hit] = []
        for index in text.scalars.indices {
            guard let lead = leads.hit(in: text, at: index), let name = name(in: text, at: lead.range.upperBound) else {
                continue
            }
            if !names.contains(where: { $0.name == name.name }) { names.append(name) }
        }
        return names
    }

    /// A surname, one or two more characters and then a word that follows names; the longer name first.
    private func name(in text: PlainText, at start: Int) -> Hit? {
        guard let surname = text.scalar(at: start), surnames.contains(surname), words.hit(in: text, at: start) == nil else {
            return nil
        }
        for length in [3, 2] where start + length < text.scalars.count {
            let given = text.scalars[(start + 1)..<(start + length)]
            guard given.allSatisfy({ $0.isHan && !never.contains($0) }) else { continue }
            guard follows.hit(in: text, at: start + length) != nil else { continue }
            let range = start..<(start + length)
            return Hit(name: text[range], range: range)
        }
        return nil
    }
}
