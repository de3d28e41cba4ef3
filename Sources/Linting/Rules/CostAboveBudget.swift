internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// A total that is promised as the cost cannot be more than the project's whole budget.
struct CostAboveBudget: IndicatorRule {
    static let description = RuleDescription(
        code: "F03", id: "cost-above-budget", title: "成本指标超预算", level: .indicator, severity: .error, criterion: .appropriateness,
        why: "成本指标写的是总额时，不应超过项目预算数；超出的部分没有资金来源，或者两处有一处填错。",
        remedy: "请核对总额与预算数：属于多年投资的，只写本年安排的部分；单位写错的改正单位。", action: "核对超过预算的成本指标", sources: [.matchingFunds],
        passing: [
            .row(.cost, "工程投入成本", "≤28.41万元", budget: "28.41"), .row(.cost, "拆迁总费用", "≤250000元", budget: "25"),
            .row(.cost, "每亩土地收储成本", "≤108万元", budget: "100"), .row(.cost, "补贴标准", "2210元/亩", budget: "0.1"),
            .row(.cost, "设备单价", "≤2万元", budget: "1"), .row(.cost, "成本节约额", "≥30万元", budget: "20"),
        ],
        failing: [
            .row(.cost, "本次安排资金", "125万元", budget: "28.41", finds: .target),
            .row(.cost, "采购费用", "≤100000.01元", budget: "10", finds: .target),
            .row(.cost, "项目总投资", "≤500万元", budget: "120", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard row.isPaidCost, !row.isSaving(in: scope), let budget = row.project.budget, budget > .zero else { return }
        guard let number = row.quantity?.number, let unit = row.quantity.flatMap({ MoneyUnit(ofTotal: $0.unit) }),
            !row.mentionsPrice(scope.tables), !row.mentions(scope.tables.estimates.prices)
        else { return }
        if number * Decimal(unit.fen) > Decimal(budget.fen) {
            // A project's whole investment may be that of several years, while the budget is this year's.
            let spansYears = row.mentions(["总投资", "投资总额", "累计", "实施期"])
            report(Violation(.above(row, budget.words(in: unit)), at: .target, severity: spansYears ? .warning : nil))
        }
    }
}

extension Finding.Message {
    fileprivate static func above(_ row: Row, _ budget: String) -> Self {
        "成本指标\(row.indicator.name.quoted)的总额\(row.indicator.target.text.quoted)超过项目预算数\(budget)"
    }
}
