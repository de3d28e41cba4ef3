internal import GoalModel

/// A rule that finds personal data in a text; what it finds there is also what is masked.
protocol PersonalDataRule: BookRule {
    static var kind: PersonalNumber.Kind { get }
    /// What the number is called.
    static var noun: String { get }
}

extension PersonalDataRule {
    public var checks: RuleChecks { RuleChecks(self, of: Self.kind) }

    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        func mark(_ number: PersonalNumber, at text: BookText, _ remark: String = "") {
            let doubt = number.isCertain ? "" : "疑似"
            var mark = text.mark(
                "\(text.place.title)中有\(doubt)\(Self.noun)\(number.masked)\(remark)", key: text.place.title + number.masked)
            mark.number = number.digits
            report(mark)
        }
        for (text, numbers) in scope.numberedTexts {
            for number in numbers where number.kind == Self.kind { mark(number, at: text) }
        }
        for split in scope.splitNumbers.finds where split.number.kind == Self.kind {
            mark(split.number, at: split.chain.texts[split.first], split.chain.remark)
        }
    }
}
