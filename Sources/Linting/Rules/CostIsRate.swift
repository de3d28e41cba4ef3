internal import Diagnostics
internal import GoalModel
internal import Text

/// A cost is an amount; how much of the money was spent is measured elsewhere.
struct CostIsRate: IndicatorRule {
    static let description = RuleDescription(
        code: "I08", id: "cost-is-rate", title: "成本指标填成比率", level: .indicator, severity: .warning, criterion: .appropriateness,
        why: "成本指标反映花多少钱，应是总额或单价；写成执行率、完成率，看不出成本高低，而且预算执行率另有考核。节约率只作提示。",
        remedy: "请写出总额或单价，如“≤50万元”“≤200元/米”；执行率、支付率请删去或移到时效指标。",
        action: "把成本指标改填金额",
        sources: [.costType, .guideCosts, .executionRate],
        passing: [
            .row(.cost, "工程投入成本", "≤50万元"), .row(.cost, "补贴标准", "300元/人/月"), .row(.quality, "验收合格率", "≥95%"),
            .row(.cost, "设备租用频率费用", "≤2000元/次"), .rows(["社会成本指标 施工扰民投诉率 ≤1%", "生态环境成本指标 扬尘超标率 ≤2%"]),
        ],
        failing: [
            .row(.cost, "预算执行率", "≥95%", finds: .target), .row(.cost, "按预算资金完成率", "≥95百分比", finds: .target),
            .row(.cost, "预算资金完成率（%）", "≤4800元/年", finds: .target), .row(.cost, "资金使用率", "≥100按进度支出", finds: .target),
            .row(.cost, "成本节约率", "≥5%", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard row.isPaidCost, row.isRate(in: scope) else { return }
        if row.isSaving(in: scope) {
            report(
                Violation(
                    .saving(row), at: .target, severity: .hint, remedy: "请另设总额或单价指标，总额不超过本项目的预算数；保留节约率的，请在描述中写明计划成本。"))
        } else {
            report(Violation(row.isPercent(in: scope) ? .percent(row) : .rate(row), at: .target))
        }
    }
}

extension Finding.Message {
    fileprivate static func percent(_ row: Row) -> Self {
        "成本指标\(row.indicator.name.quoted)的指标值\(row.indicator.target.text.quoted)是比率，不是金额"
    }
    fileprivate static func rate(_ row: Row) -> Self { "成本指标\(row.indicator.name.quoted)考核的是比率，不是花多少钱" }
    fileprivate static func saving(_ row: Row) -> Self {
        "成本指标\(row.indicator.name.quoted)只有节约率\(row.indicator.target.text.quoted)，看不出成本是多少"
    }
}
