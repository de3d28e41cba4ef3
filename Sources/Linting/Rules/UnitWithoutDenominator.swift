internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// A price in plain 元 does not say what it buys.
struct UnitWithoutDenominator: IndicatorRule {
    static let description = RuleDescription(
        code: "I12", id: "unit-without-denominator", title: "单价缺分母", level: .indicator, severity: .warning,
        criterion: .relevance,
        why: "名称或描述写的是单价或标准，计量单位却只有“元”或“万元”，看不出是每人、每亩还是每月，无法与数量相乘核对预算。",
        remedy: "请在计量单位中写明分母，如“元/亩”“元/人/月”“万元/村”。", action: "写明单价按什么计算",
        sources: [.quantified, .costType],
        passing: [
            .row(.cost, "补贴标准", "300元/人/月"), .row(.cost, "工程投入成本", "≤50万元"), .row(.cost, "经费标准", "万元"),
            .row(.cost, "每村经费", "≤1.29万元/年"), .row(.cost, "高标准农田建设成本", "≤500万元"),
        ],
        failing: [
            .row(.cost, "补贴发放标准", description: "每亩应补偿的金额", "≥2210元", finds: .target),
            .row(.cost, "亩均补助标准", "8.65万元", finds: .target), .row(.cost, "发放标准", "≤0.04万元", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard let price = row.price(scope.tables), row.mentionsPrice(scope.tables),
            MoneyUnit(ofTotal: row.quantity?.unit ?? "") != nil
        else { return }
        report(Violation(.bare(row, price.word), at: .target, suggestion: suggestion(row, price, in: scope)))
    }

    /// The value with the parts that name and description tell, or that explain the budget.
    private func suggestion(_ row: Row, _ price: PricedValue, in scope: RuleInput) -> String? {
        var told = Denominators()
        for text in [row.indicator.name, row.indicator.description] {
            told.add(scope.tables.denominators(inWords: text), scope.tables.estimates)
        }
        if !told.measures.isEmpty, !told.isUnclear {
            return row.costSign(in: scope) + price.written(per: told.measures.map(\.word) + told.periods.sorted())
        }
        guard let estimate = scope.estimates[row.project.number], estimate.agrees, estimate.rows.first == row.number else {
            return nil
        }
        return row.costSign(in: scope) + estimate.price
    }
}

extension Finding.Message {
    fileprivate static func bare(_ row: Row, _ unit: String) -> Self {
        "成本指标\(row.indicator.name.quoted)写的是单价，计量单位只有\(unit.quoted)，缺少“/人”“/亩”一类的分母"
    }
}
