internal import Diagnostics
internal import GoalModel

/// Money that is only paid in December can be watched at no date before it.
struct PlanAllAtEnd: ProjectRule {
    static let description = RuleDescription(
        code: "S04", id: "plan-all-at-end", title: "全部集中在年底", level: .project, severity: .hint, criterion: .feasibility,
        why: "12月以前一分钱都不安排支出，前几个时点无法监控，年底集中付款也容易形成结转。",
        remedy: "请按合同约定的预付、进度和验收付款时间分段安排；确需年底一次支付的可以保留。",
        action: "把集中在年底的支出分开",
        sources: [.attainable, .dualMonitoring],
        passing: [.plan([nil, nil, 80, 100]), .plan([0, 0, 1, 100]), .plan([nil, nil, nil, nil]), .plan([0, 0, 0, 0])],
        failing: [.plan([nil, nil, nil, 100], finds: .field(.plan(3))), .plan([0, 0, 0, 100], finds: .field(.plan(3)))])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        let points = project.plan.points
        guard points.count > 1, let last = points.indices.last, points[last].by.month == 12, let percent = points[last].percent,
            percent > .zero, points.dropLast().allSatisfy({ ($0.percent ?? .zero) == .zero })
        else { return }
        report(Violation(.nothingBefore(points[last].by.title), at: .field(.plan(last))))
    }
}

extension Finding.Message {
    fileprivate static func nothingBefore(_ title: String) -> Self { "资金支出计划在\(title)以前没有安排支出，全部集中在年底" }
}
