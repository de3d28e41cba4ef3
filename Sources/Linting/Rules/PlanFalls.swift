internal import Diagnostics
internal import GoalModel

/// Cumulative shares never become smaller.
struct PlanFalls: ProjectRule {
    static let description = RuleDescription(
        code: "S02", id: "plan-falls", title: "支出计划倒退", level: .project, severity: .error, criterion: .feasibility,
        why: "支出计划是累计百分比，后一个时点不会低于前一个时点；倒退多半是把当期比例当成了累计比例。", remedy: "请按累计数填写，如“25%、50%、75%、100%”。",
        action: "改正倒退的支出计划",
        sources: [.monitoring, .dualMonitoring, .countyInstructions],
        passing: [.plan([25, 50, 75, 100]), .plan([nil, 50, nil, 100]), .plan([100, 100, 100, 100])],
        failing: [
            .plan([25, 25, 20, 30], finds: .field(.plan(2))), .plan([60, nil, 40, 100], finds: .field(.plan(2))),
            .plan([50, 40, 30, 20], finds: .field(.plan(1))),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        var before: (by: MonthDay, percent: Percent)?
        for (index, point) in project.plan.points.enumerated() {
            guard let percent = point.percent else { continue }
            if let before, percent < before.percent {
                report(Violation(.falls(before.by, before.percent, point.by, percent), at: .field(.plan(index))))
                return
            }
            before = (point.by, percent)
        }
    }
}

extension Finding.Message {
    fileprivate static func falls(_ by: MonthDay, _ percent: Percent, _ laterBy: MonthDay, _ later: Percent) -> Self {
        "资金支出计划从\(by.title)的\(percent)倒退到\(laterBy.title)的\(later)"
    }
}
