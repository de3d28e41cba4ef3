internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// The digits of the budget with the other unit of money: 元 was meant to be 万元, or the reverse.
///
/// Whichever unit it is written in, such a total is the ten-thousandth part of the budget, or ten thousand times it. Where all
/// that can be compared says so of several projects, the whole book has its table in the wrong unit.
struct MoneyUnitSlip: IndicatorRule, BookRule {
    static let description = RuleDescription(
        code: "F08", id: "money-unit-slip", title: "金额单位错", level: .book, severity: .error, criterion: .appropriateness,
        why: "成本指标写的总额（或第一部分写的金额、数量乘单价）与预算数正好相差一万倍，显然是“元”和“万元”写错了。", remedy: "请改正成本指标的金额单位，使总额与预算数一致。",
        action: "改正金额的单位（元、万元）",
        sources: [.matchingFunds],
        passing: [
            .row(.cost, "投入成本", "≤100万元"), .row(.cost, "投入成本", "≤1000000元"), .row(.cost, "经费人均标准", "≤1元", budget: "1"),
            .row(.cost, "办公用品单价", "≤100元"), .statement("防汛经费年初安排20000元", of: "防汛经费", budget: "2"),
            .rows(["数量指标 发放人数 454人", "成本指标 发放标准 300元/人/月"], budget: "163.44"),
        ],
        failing: [
            .row(.cost, "投入成本", "≤100元", finds: .target), .row(.cost, "采购总费用", "12.50元", budget: "12.5", finds: .target),
            .row(.cost, "修缮费用", "≤125000万元", budget: "12.5", finds: .target),
            .row(.cost, "投入成本", "≤0.01万元", finds: .target),
            .statement("防汛经费年初安排20000元", of: "防汛经费", budget: "20000", finds: .field(.budget)),
            .rows(["数量指标 发放人数 454人", "成本指标 发放标准 300元/人/月"], budget: "1634400", finds: .field(.budget)),
        ])

    var checks: RuleChecks { RuleChecks(self) }

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard let total = CostTotal(row, in: scope), let budget = row.project.budget, total.slip != nil else { return }
        let (unit, quantity) = (total.unit, total.quantity)
        let other: MoneyUnit? = unit == .yuan ? .wan : unit == .wan ? .yuan : nil
        let meant = other.flatMap { quantity.number == budget.amount(in: $0) ? $0 : nil } ?? unit
        let words = budget.words(in: meant)
        report(Violation(.slip(row, words), at: .target, suggestion: row.costSign(in: scope) + words))
    }

    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        var found: [(project: Project, comparison: Comparison)] = []
        var agreeing = 0
        for project in book.projects {
            let comparisons = Comparison.all(of: project, in: scope)
            agreeing += comparisons.count { $0.slip == nil && $0.agrees }
            if let slip = comparisons.first(where: { $0.slip != nil }) { found.append((project, slip)) }
        }
        if found.count > 1, agreeing == 0, Set(found.map(\.comparison.slip)).count == 1, let first = found.first {
            let remedy = "请核对各表写的金额单位（元、万元），使表格与文字、测算和成本指标一致。"
            return report(
                Violation(
                    .book(found.count, first.project, first.comparison), at: .field(.moneyUnit), remedy: remedy,
                    project: first.project.number, group: book.projects.map(\.number), key: "book"))
        }
        // What a cost row says is reported at the row.
        for (project, comparison) in found where !comparison.isRow {
            let remedy = "请核对预算数和表格的金额单位（元、万元），使表格与文字、测算一致。"
            report(
                Violation(
                    .project(project, comparison), at: .field(.budget), remedy: remedy, project: project.number,
                    key: "\(project.name) \(comparison.what)", anchor: ""))
        }
    }
}

/// What may be compared with a project's budget.
private struct Comparison {
    let what: String
    let isRow: Bool
    let agrees: Bool
    let slip: Slip?

    enum Slip {
        case budgetIsLarger
        case budgetIsSmaller

        /// `nil` where the ratio is not exactly ten thousand.
        init?(_ amount: Decimal, budget: Money) {
            let whole = Decimal(budget.fen)
            guard amount > 0, whole > 0, amount * 10_000 == whole || amount == whole * 10_000 else { return nil }
            self = amount < whole ? .budgetIsLarger : .budgetIsSmaller
        }
    }

    private init(_ what: String, _ amount: Decimal, _ budget: Money, isRow: Bool = false) {
        (self.what, self.isRow) = (what, isRow)
        agrees = amount == Decimal(budget.fen)
        slip = Slip(amount, budget: budget)
    }

    static func all(of project: Project, in scope: RuleInput) -> [Comparison] {
        guard let budget = project.budget, budget > .zero else { return [] }
        var all: [Comparison] = []
        if let amount = scope.statements[project.number]?.amount {
            all.append(Comparison("第一部分写的\(amount.words(in: .wan))", Decimal(amount.fen), budget))
        }
        if let estimate = scope.estimates[project.number], let fen = estimate.estimateFen {
            all.append(Comparison("测算数\(Money(fen: fen).words(in: .wan))", Decimal(fen), budget))
        }
        for (index, indicator) in project.indicators.enumerated() {
            guard let total = CostTotal(Row(indicator, number: index + 1, of: project), in: scope) else { continue }
            all.append(Comparison("成本指标\(indicator.name.quoted)的\(indicator.target.text)", total.fen, budget, isRow: true))
        }
        return all
    }
}

/// A cost row that states what a project costs as a whole.
private struct CostTotal {
    let quantity: Target.Quantity
    let unit: MoneyUnit
    let fen: Decimal
    let slip: Comparison.Slip?

    init?(_ row: Row, in scope: RuleInput) {
        guard row.isPaidCost, !row.isSaving(in: scope), let budget = row.project.budget, budget > .zero,
            let quantity = row.quantity, let number = quantity.number, let unit = MoneyUnit(ofTotal: quantity.unit),
            !row.mentionsPrice(scope.tables), !row.mentions(scope.tables.estimates.prices)
        else { return nil }
        (self.quantity, self.unit) = (quantity, unit)
        fen = number * Decimal(unit.fen)
        slip = Comparison.Slip(fen, budget: budget)
    }
}

extension Finding.Message {
    fileprivate static func slip(_ row: Row, _ budget: String) -> Self {
        "成本指标\(row.indicator.name.quoted)的总额写成\(row.indicator.target.text.quoted)，预算数是\(budget)，正好相差一万倍，是金额单位写错"
    }

    fileprivate static func project(_ project: Project, _ comparison: Comparison) -> Self {
        "预算数是\((project.budget ?? .zero).words(in: .wan))，与\(comparison.what)正好相差一万倍，是金额单位写错"
    }

    fileprivate static func book(_ count: Int, _ project: Project, _ comparison: Comparison) -> Self {
        """
        有\(count)个项目的预算数与文字、测算或成本指标正好相差一万倍，没有一个相符，是全书表格的金额单位写错：如\(project.name.quoted)\
        预算数\((project.budget ?? .zero).words(in: .wan))，\(comparison.what)
        """
    }
}
