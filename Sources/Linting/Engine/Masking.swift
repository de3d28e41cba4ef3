internal import Text

/// Hides the personal data in the texts of a book, by the same finds as the rules.
public struct Masking: Sendable {
    private let scope: RuleInput
    private let kinds: Set<PersonalNumber.Kind>
    /// Numbers that may be seen, without separators.
    private let kept: Set<String>
    /// What to hide in texts that hold only a part of a number, by the whole text.
    private let parts: [String: Set<Int>]
    /// Hides names of three characters wherever they stand in the book; `nil` where names are left.
    private let names: WordFinder?

    /// - Parameters:
    ///   - kept: numbers that may be seen, without separators.
    ///   - hidesNames: also hides names of persons where they are certain.
    init(_ scope: RuleInput, rules: [RuleChecks], keeping kept: Set<String> = [], hidesNames: Bool = false) {
        self.scope = scope
        self.kept = kept
        let kinds = Set(rules.compactMap(\.personal))
        self.kinds = kinds
        var parts: [String: Set<Int>] = [:]
        for find in scope.splitNumbers.finds where kinds.contains(find.number.kind) && !kept.contains(find.number.digits) {
            for place in find.number.hidden {
                guard let part = find.chain.part(of: place) else { continue }
                parts[find.chain.texts[part.text].text, default: []].insert(part.place)
            }
        }
        self.parts = parts
        let found = hidesNames ? scope.texts.flatMap { scope.tables.ready.names.names(in: $0.plain) } : []
        // Two characters may also be the middle of other words.
        names = hidesNames ? WordFinder(found.map(\.name).filter { $0.unicodeScalars.count == 3 }) : nil
    }

    /// The text with `*` for each sign that must not be seen; it keeps its length, and spaces and hyphens stay.
    public func masked(_ text: String) -> String {
        var hidden = Set(found(in: text).flatMap(\.hidden))
        if let part = parts[text] { hidden.formUnion(part) }
        hidden.formUnion(nameSigns(in: text))
        guard !hidden.isEmpty else { return text }
        var result = String.UnicodeScalarView()
        for (place, scalar) in text.unicodeScalars.enumerated() { result.append(hidden.contains(place) ? "*" : scalar) }
        return String(result)
    }

    /// The personal numbers that can be read in a text, as messages show them.
    public func numbers(in text: String) -> [String] { found(in: text).map(\.masked) }

    private func found(in text: String) -> [PersonalNumber] {
        scope.personal.numbers(in: text).filter { kinds.contains($0.kind) && !kept.contains($0.digits) }
    }

    /// The places of all characters of names but the surnames.
    private func nameSigns(in text: String) -> [Int] {
        guard let names else { return [] }
        let plain = PlainText(text)
        let ranges = scope.tables.ready.names.names(in: plain).map(\.range) + names.hits(in: plain).map(\.range)
        guard !ranges.isEmpty else { return [] }
        let places = text.unicodeScalars.enumerated().filter { !$0.element.isBlank }.map(\.offset)
        return ranges.flatMap { range in range.dropFirst().filter(places.indices.contains).map { places[$0] } }
    }

    public func masked(_ finding: Finding) -> Finding {
        var finding = finding
        finding.message = masked(finding.message)
        finding.remedy = masked(finding.remedy)
        finding.suggestion = finding.suggestion.map(masked)
        return finding
    }

    public func masked(_ estimate: Estimate) -> Estimate {
        var estimate = estimate
        estimate.text = masked(estimate.text)
        estimate.formula = masked(estimate.formula)
        estimate.price = masked(estimate.price)
        return estimate
    }
}
