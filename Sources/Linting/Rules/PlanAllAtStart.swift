internal import Diagnostics
internal import GoalModel

/// Money that is all paid by March leaves nothing to be watched for the rest of the year.
struct PlanAllAtStart: ProjectRule {
    static let description = RuleDescription(
        code: "S03", id: "plan-all-at-start", title: "年初即支出完毕", level: .project, severity: .warning, criterion: .feasibility,
        why: "3月底就支出100%，后三个时点的监控都没有意义；多半是按一次拨付填写，没有按实施和验收进度安排。",
        remedy: "请按实施、验收和发放的时间安排支出；确属年初一次付清的，请在资金用途或时效指标中写明付款时间。",
        action: "核实年初一次付清的项目",
        sources: [.attainable, .dualMonitoring],
        passing: [.plan([25, 50, 75, 100]), .plan([99, 100, 100, 100]), .plan([nil, 100, 100, 100])],
        failing: [.plan([100, 100, 100, 100], finds: .field(.plan(0))), .plan([100, nil, nil, nil], finds: .field(.plan(0)))])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        let points = project.plan.points
        guard points.count > 1, let index = points.lastIndex(where: { $0.by.month <= 3 }), points[index].percent == .hundred
        else {
            return
        }
        report(Violation(.allSpent(points[index].by.title), at: .field(.plan(index))))
    }
}

extension Finding.Message {
    fileprivate static func allSpent(_ title: String) -> Self { "资金支出计划\(title)就达到100%" }
}
