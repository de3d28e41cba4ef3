internal import GoalModel

/// A rule that finds personal data in a text; what it finds there is also what is masked.
protocol PersonalDataRule: BookRule {
    /// Everything of the rule's kind in a text.
    func personalData(in text: String, scope: RuleInput) -> [PersonalData]
    /// What is said of it.
    static func message(_ masked: String, in place: String) -> Finding.Message
}

extension PersonalDataRule {
    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        for text in scope.numberedTexts {
            for found in personalData(in: text.text, scope: scope) {
                report(text.mark(Self.message(found.masked, in: text.place.title), key: text.place.title + found.masked))
            }
        }
        for chain in scope.splitNumbers.chains where chain.joined.hasLongNumber {
            for found in personalData(in: chain.joined, scope: scope) where chain.isSplit(found) {
                guard let first = found.places.first.flatMap(chain.part), chain.texts.indices.contains(first.text) else {
                    continue
                }
                let text = chain.texts[first.text]
                report(text.mark(Self.message(found.masked, in: text.place.title), key: text.place.title + found.masked))
            }
        }
    }
}

/// A piece of personal data in a text.
struct PersonalData {
    /// As messages show it.
    let masked: String
    /// Where it stands among the scalars of the text as written.
    let places: [Int]
    /// What must not be seen of it.
    let hidden: [Int]

    /// A number whose first three and last two signs may be seen.
    ///
    /// - Parameter digits: each with its place; 10 is X.
    init(_ digits: [(value: Int, place: Int)]) {
        places = digits.map(\.place)
        let shown = [0, 1, 2, digits.count - 2, digits.count - 1]
        masked = digits.enumerated().map { index, digit in
            shown.contains(index) ? digit.value == 10 ? "X" : "\(digit.value)" : "*"
        }.joined()
        hidden = digits.enumerated().filter { !shown.contains($0.offset) }.map(\.element.place)
    }
}
