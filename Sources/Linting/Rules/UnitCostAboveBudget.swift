internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// One unit cannot cost more than all the money of the project.
struct UnitCostAboveBudget: IndicatorRule {
    static let description = RuleDescription(
        code: "F04", id: "unit-cost-above-budget", title: "单价超过整个预算", level: .indicator, severity: .warning,
        criterion: .appropriateness,
        why: "一个单位的成本就超过了项目的全部预算，连一个单位也买不了；多半是单价或预算数的金额单位写错，或者预算只是分年安排的一部分。",
        remedy: "请核对单价和预算数的金额单位；分年安排的，请按本年安排的数量和金额填写。", action: "核对超过整个预算的单价", sources: [.matchingFunds],
        passing: [
            .row(.cost, "补偿标准", "≤2210元/亩", budget: "24.6"), .row(.cost, "每亩土地收储成本", "≥100万元", budget: "200"),
            .row(.cost, "工程总投资", "≤500万元", budget: "480"), .row(.cost, "人均培训成本", "≤200元", budget: "0.02"),
        ],
        failing: [
            .row(.cost, "每亩土地收储成本", "≥108.03万元", budget: "100", finds: .target),
            .row(.cost, "补贴发放", "300万元/人/月", budget: "163.44", finds: .target),
            .row(.cost, "慰问标准", description: "每户困难家庭", "≤6000元", budget: "0.5", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard let budget = row.project.budget, budget > .zero, let price = row.price(scope.tables),
            !price.per.isEmpty || row.mentionsPrice(scope.tables) || row.mentions(scope.tables.estimates.prices),
            price.amount > Decimal(budget.fen)
        else { return }
        report(Violation(.above(row, budget.words(in: row.project.moneyUnit)), at: .target))
    }
}

extension Finding.Message {
    fileprivate static func above(_ row: Row, _ budget: String) -> Self {
        "成本指标\(row.indicator.name.quoted)的单价\(row.indicator.target.text.quoted)超过整个项目的预算数\(budget)"
    }
}
