internal import Diagnostics
internal import GoalModel
internal import Text

/// A unit without a number cannot be checked at the end of the year.
struct NumberMissing: IndicatorRule {
    static let description = RuleDescription(
        code: "I03", id: "number-missing", title: "指标值缺数字", level: .indicator, severity: .error, criterion: .relevance,
        why: "只有单位或符号、没有数字的指标值，年底无法核对是否完成。", remedy: "请填写符号、数字和单位，如“≥12公里”；不能定量的，请写明等级或完成时间。",
        action: "给只有单位的指标填上数字",
        sources: [.quantified],
        passing: [Example("≤2.8万元"), Example("100"), Example("良以上"), Example("12月底前"), Example("档案工资")],
        failing: [
            Example("万元", finds: .target), Example("元/人/月", finds: .target), Example("≥", finds: .target),
            Example("≥%", finds: .target), Example("万亩", finds: .target), Example("万人", finds: .target),
            Example("", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        if row.indicator.target.text.isEmpty {
            report(Violation(.blank(row), at: .target))
        } else if let quantity = row.quantity, quantity.number == nil {
            let unit = quantity.unit
            report(
                unit.isEmpty
                    ? Violation(.onlySign(row), at: .target)
                    : Violation(.onlyUnit(row, unit), at: .target, remedy: "请在\(unit.quoted)前面填上数字；不能定量的，请写明等级或完成时间。"))
        }
    }
}

extension Finding.Message {
    fileprivate static func blank(_ row: Row) -> Self { "\(row.type)\(row.indicator.name.quoted)没有填写指标值" }
    fileprivate static func onlySign(_ row: Row) -> Self {
        "\(row.type)\(row.indicator.name.quoted)只有符号\(row.indicator.target.text.quoted)，没有数字"
    }
    fileprivate static func onlyUnit(_ row: Row, _ unit: String) -> Self {
        "\(row.type)\(row.indicator.name.quoted)只有单位\(unit.quoted)，没有数字"
    }
}
