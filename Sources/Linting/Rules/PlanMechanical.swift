internal import Diagnostics
internal import GoalModel

/// Quarters of the money at every date are a division, seldom a plan.
struct PlanMechanical: ProjectRule {
    static let description = RuleDescription(
        code: "S05", id: "plan-mechanical", title: "机械分解", level: .project, severity: .hint, criterion: .feasibility,
        why: "四个时点平均分为25%、50%、75%、100%，多半没有按合同和工期测算，日后监控时容易出现虚假偏差。",
        remedy: "请按合同、工期或发放时间重新测算；每季等额发放的（如工资、补贴）可以保留。", action: "按实际进度排支出计划", sources: [.attainable, .dualMonitoring],
        passing: [.plan([nil, nil, 80, 100]), .plan([25, 50, 80, 100]), .plan([25, 50, 75, nil])],
        failing: [.plan([25, 50, 75, 100], finds: .field(.plan(0))), .plan([25, nil, 75, 100], finds: .field(.plan(0)))])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        let (plan, even) = (project.plan.points.map(\.percent), [Percent(25), Percent(50), Percent(75), .hundred])
        // A blank between the first and the last is sooner forgotten than planned.
        guard plan.count == even.count, plan.first == even.first, plan.last == even.last, plan.count(where: { $0 == nil }) < 2,
            zip(plan, even).allSatisfy({ $0 == nil || $0 == $1 })
        else { return }
        report(Violation(.even, at: .field(.plan(0))))
    }
}

extension Finding.Message {
    fileprivate static let even: Self = "资金支出计划按25%、50%、75%、100%平均分解"
}
