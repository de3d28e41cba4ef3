internal import Diagnostics
internal import GoalModel
internal import Text

/// A cost is kept below a limit; `≥` promises to spend more.
struct CostDirection: IndicatorRule {
    static let description = RuleDescription(
        code: "I07", id: "cost-direction", title: "成本指标方向反", level: .indicator, severity: .warning, criterion: .appropriateness,
        why: "成本指标控制的是上限，应用“≤”；写成“≥”，花得越多越算完成。补偿、补助、工资等有最低标准的，可能是要保底，只作提示。",
        remedy: "请把“≥”改为“≤”；确为保底标准的，请在描述中写明“不低于……标准”，或改写为“=”。", action: "把成本指标改为“≤”", sources: [.costType, .guideCosts],
        passing: [
            .row(.cost, "工程成本", "≤50万元"), .row(.cost, "补贴标准", "300元/人/月"), .row(.quantity, "修建长度", "≥219米"),
            .row(.cost, "成本节约率", "≥5%"),
        ],
        failing: [
            .row(.cost, "工程投入成本", "≥50万元", finds: .target), .row(.cost, "预算执行率", ">95%", finds: .target),
            .row(.cost, "补贴发放标准", description: "每亩应补偿的金额", "≥2210元", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard row.kind == .cost, !row.isSaving(in: scope), let quantity = row.quantity, let number = quantity.number else {
            return
        }
        guard quantity.comparator == .atLeast || quantity.comparator == .moreThan else { return }
        let floor = row.mentions(scope.tables.words.payments)
        if row.isRate(in: scope) {
            // `≤95%` of an execution rate would be no better: the row has to name an amount.
            let remedy = "请改写为金额，用“≤”控制上限，总额不超过本项目的预算数；比率请移到时效指标或删去。"
            report(Violation(.rate(row), at: .target, severity: floor ? .hint : nil, remedy: remedy))
            return
        }
        let corrected =
            floor || !scope.tables.units.isUnit(quantity.unit) ? nil : row.costSign(in: scope) + "\(number)\(quantity.unit)"
        report(Violation(.upwards(row, floor: floor), at: .target, severity: floor ? .hint : nil, suggestion: corrected))
    }
}

extension Finding.Message {
    fileprivate static func rate(_ row: Row) -> Self {
        "成本指标\(row.indicator.name.quoted)的指标值\(row.indicator.target.text.quoted)是比率的下限，没有控制成本的上限"
    }
    fileprivate static func upwards(_ row: Row, floor: Bool) -> Self {
        let text = "成本指标\(row.indicator.name.quoted)的指标值\(row.indicator.target.text.quoted)是下限"
        return floor ? "\(text)，如为保底标准请说明" : "\(text)，成本应控制上限"
    }
}
