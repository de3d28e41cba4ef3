internal import Diagnostics
internal import GoalModel
internal import Text

/// How many is not answered by how large a share.
struct QuantityIsRate: IndicatorRule {
    static let description = RuleDescription(
        code: "I10", id: "quantity-is-rate", title: "数量指标填成比率", level: .indicator, severity: .warning,
        criterion: .relevance,
        why: "数量指标说明提供多少产品和服务；写成比率，看不出做了多少事。", remedy: "请写出数量，如“≥20个”“≥3.5公里”；比率移到质量指标或时效指标。",
        action: "把数量指标改填数量",
        sources: [.quantityType, .guideOutputs],
        passing: [
            .row(.quantity, "修建道路长度", "≥3.5公里"), .row(.quality, "验收合格率", "≥95%"), .row(.quantity, "宣传次数", "≥100次"),
            .row(.quantity, "巡查频率", "≥2次/周"),
        ],
        failing: [
            .row(.quantity, "资金到位率", "≥95百分比", finds: .target), .row(.quantity, "困难群众保障率（%）", "≥95", finds: .target),
            .row(.quantity, "提供服务次数", "≥95％", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        if row.kind == .quantity, row.isRate(in: scope) { report(Violation(.rate(row), at: .target)) }
    }
}

extension Finding.Message {
    fileprivate static func rate(_ row: Row) -> Self {
        "数量指标\(row.indicator.name.quoted)的指标值\(row.indicator.target.text.quoted)是比率，不是数量"
    }
}
