internal import Diagnostics
internal import GoalModel

/// Quantity times unit cost is what a project costs; where the units fit, it must be near the budget.
struct EstimateMismatch: IndicatorRule {
    static let description = RuleDescription(
        code: "F05", id: "estimate-mismatch", title: "测算不符", level: .indicator, severity: .warning, criterion: .appropriateness,
        why: "数量乘单价就是需要的资金；与预算数相差较大，说明数量、单价或预算数有一处不实，或者项目内容没有写全。",
        remedy: "请核对数量、单价和预算数；单价按年、按月或按次计的写清楚，另有其他支出的在成本指标中补上。",
        action: "重新测算数量乘单价",
        sources: [.estimated, .guideUnitCosts],
        passing: [
            .rows(["数量指标 发放人数 454人", "成本指标 发放标准 300元/人/月"], budget: "163.44"),
            .rows(["数量指标 占地面积 ≥49亩", "成本指标 每亩补偿标准 ≥2000元"], budget: "100"),
            .rows(["数量指标 宣传次数 4次", "成本指标 每次会议成本 2万元"], budget: "30"),
            .rows(["成本指标 每月物业费 ≤1.56万元/月"], budget: "18.75"),
        ],
        failing: [
            .rows(["数量指标 发放人数 ≥10人", "成本指标 人均标准 ≤2800元/月/人"], budget: "31", finds: .target),
            .rows(["数量指标 土地亩数 ≤31亩", "成本指标 补偿标准 ≤2210元/亩"], budget: "100", finds: .target),
            .rows(
                ["数量指标 征兵次数 2次", "数量指标 宣传次数 4次", "成本指标 每次征兵成本 1.5万元"], budget: "3.1",
                finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard let estimate = scope.estimates[row.project.number], estimate.rows.first == row.number,
            let severity = estimate.severity
        else { return }
        report(Violation(.off(estimate), at: .target, severity: severity))
    }
}

extension Finding.Message {
    fileprivate static func off(_ estimate: Estimate) -> Self { "\(estimate.text)" }
}
