internal import Diagnostics
internal import GoalModel
internal import Text

/// A percentage is written with its sign, so that people and programs read it alike.
struct PercentSpelling: IndicatorRule {
    static let description = RuleDescription(
        code: "T04", id: "percent-spelling", title: "百分比应写%", level: .indicator, severity: .hint, criterion: .completeness,
        why: "“95百分比”不是规范写法，读者和系统都可能认不出它是95%。", remedy: "请把计量单位“百分比”改为“%”。",
        action: "把“百分比”改为“%”",
        sources: [.numerals, .paperNumerals],
        passing: [.row(.quality, "合格率", "≥95%"), .row(.quality, "提高幅度", "≥5个百分点"), .row(.quality, "合格率", "≥95％")],
        failing: [
            .row(.quality, "合格率", "≥95百分比", finds: .target), .row(.satisfaction, "满意率", "≥９５ 百分\n比", finds: .target),
            .row(.quality, "合格率", "100百分数", finds: .target),
        ])

    private static let spellings: Set<String> = ["百分比", "百分数", "百分率"]

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard let quantity = row.quantity, quantity.number != nil else { return }
        let unit = quantity.unit.folded.withoutSpaces
        guard PercentSpelling.spellings.contains(unit) else { return }
        let text = row.indicator.target.text.withoutSpaces
        report(Violation(.spelled(text, unit), at: .target, suggestion: quantity.share ?? text.replacing(unit, with: "%")))
    }
}

extension Finding.Message {
    fileprivate static func spelled(_ text: String, _ unit: String) -> Self { "指标值\(text.quoted)的单位写成了文字\(unit.quoted)" }
}
