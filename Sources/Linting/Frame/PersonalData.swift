internal import GoalModel

/// A rule that finds personal data in a text; what it finds there is also what is masked.
protocol PersonalDataRule: BookRule {
    /// Everything of the rule's kind in a text.
    func personalData(in text: String, scope: Scope) -> [PersonalData]
    /// What is said of it.
    static func message(_ masked: String, in place: String) -> Finding.Message
}

extension PersonalDataRule {
    func check(_ book: GoalBook, in scope: Scope, report: (Mark) -> Void) {
        for text in scope.numberedTexts {
            for found in personalData(in: text.text, scope: scope) {
                report(text.mark(Self.message(found.masked, in: text.place.title), key: text.place.title + found.masked))
            }
        }
    }
}

/// A piece of personal data in a text.
struct PersonalData {
    /// As messages show it.
    let masked: String
    /// What must not be seen of it: places among the scalars of the text as written.
    let hidden: [Int]

    /// A number whose first three and last two signs may be seen.
    ///
    /// - Parameter digits: each with its place; 10 is X.
    init(_ digits: [(value: Int, place: Int)]) {
        let shown = [0, 1, 2, digits.count - 2, digits.count - 1]
        masked = digits.enumerated().map { index, digit in
            shown.contains(index) ? digit.value == 10 ? "X" : "\(digit.value)" : "*"
        }.joined()
        hidden = digits.enumerated().filter { !shown.contains($0.offset) }.map(\.element.place)
    }
}

/// Hides the personal data in the texts of a book, by the same finds as the rules.
public struct Masking: Sendable {
    private let scope: Scope
    private let rules: [any PersonalDataRule]

    init(_ scope: Scope, rules: [any Rule]) {
        self.scope = scope
        self.rules = rules.compactMap { $0 as? any PersonalDataRule }
    }

    /// The text with `*` for each sign that must not be seen; it keeps its length, and spaces and hyphens stay.
    public func masked(_ text: String) -> String {
        let hidden = Set(rules.flatMap { $0.personalData(in: text, scope: scope) }.flatMap(\.hidden))
        guard !hidden.isEmpty else { return text }
        var result = String.UnicodeScalarView()
        for (place, scalar) in text.unicodeScalars.enumerated() { result.append(hidden.contains(place) ? "*" : scalar) }
        return String(result)
    }

    public func masked(_ waived: WaivedFinding) -> WaivedFinding {
        var waived = waived
        waived.finding = masked(waived.finding)
        waived.waiver.reason = masked(waived.waiver.reason)
        return waived
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
        return estimate
    }
}
