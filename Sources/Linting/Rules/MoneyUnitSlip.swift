internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// The digits of the budget with the other unit of money: 元 was meant to be 万元, or the reverse.
///
/// Whichever unit it is written in, such a total is the ten-thousandth part of the budget, or ten thousand times it.
struct MoneyUnitSlip: IndicatorRule {
    static let description = RuleDescription(
        code: "F08", id: "money-unit-slip", title: "金额单位错", level: .indicator, severity: .error, criterion: .appropriateness,
        why: "成本指标写的总额与预算数正好相差一万倍，显然是“元”和“万元”写错了。", remedy: "请改正成本指标的金额单位，使总额与预算数一致。",
        action: "改正金额的单位（元、万元）",
        source: "财预〔2015〕88号（绩效目标与预算资金相匹配）",
        passing: [
            .row(.cost, "投入成本", "≤100万元"), .row(.cost, "投入成本", "≤1000000元"), .row(.cost, "经费人均标准", "≤1元", budget: "1"),
            .row(.cost, "办公用品单价", "≤100元"),
        ],
        failing: [
            .row(.cost, "投入成本", "≤100元", finds: .target), .row(.cost, "采购总费用", "12.50元", budget: "12.5", finds: .target),
            .row(.cost, "修缮费用", "≤125000万元", budget: "12.5", finds: .target),
            .row(.cost, "投入成本", "≤0.01万元", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard row.isPaidCost, !row.isSaving(in: scope), let budget = row.project.budget, budget > .zero,
            let quantity = row.quantity,
            let number = quantity.number, let unit = MoneyUnit(rawValue: quantity.unit.withoutSpaces),
            !row.mentionsPrice(scope.tables), !row.mentions(scope.tables.estimates.prices)
        else { return }
        let (amount, whole) = (number * Decimal(unit.fen), Decimal(budget.fen))
        guard amount * 10_000 == whole || amount == whole * 10_000 else { return }
        let other: MoneyUnit = unit == .yuan ? .wan : .yuan
        let isSwapped = number == budget.amount(in: other)
        let corrected = (quantity.comparator?.rawValue ?? "") + budget.words(in: isSwapped ? other : unit)
        report(Violation(.slip(row, budget.words(in: isSwapped ? other : unit)), at: .target, suggestion: corrected))
    }
}

extension Finding.Message {
    fileprivate static func slip(_ row: Row, _ budget: String) -> Self {
        "成本指标“\(row.indicator.name)”的总额写成“\(row.indicator.target.text)”，预算数是\(budget)，正好相差一万倍，是金额单位写错"
    }
}
