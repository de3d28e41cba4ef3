internal import Diagnostics
internal import GoalModel
internal import Text

/// The plan of a year's money ends with all of it paid.
struct PlanIncomplete: ProjectRule {
    static let description = RuleDescription(
        code: "S01", id: "plan-incomplete", title: "支出计划未到100%", level: .project, severity: .error, criterion: .completeness,
        why: "支出计划是累计百分比，12月底应为100%；不到100%就是年初已打算结转，空着则无法监控执行进度。",
        remedy: "请把12月底的累计支出填为100%；确实不能支出的，请调减预算。", action: "把支出计划补到100%",
        sources: [.monitoring, .dualMonitoring, .countyInstructions],
        passing: [.plan([25, 50, 75, 100]), .plan([nil, nil, nil, 100])],
        failing: [
            .plan([nil, nil, 100, nil], finds: .field(.plan(3))), .plan([25, 50, 75, 98], finds: .field(.plan(3))),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        let points = project.plan.points
        guard let last = points.indices.last(where: { points[$0].by.month == 12 }) ?? points.indices.last else {
            if scope.hasPlans { report(Violation(.missing, at: .field(.plan(0)))) }
            return
        }
        let title = points[last].by.title
        guard let percent = points[last].percent else {
            let text = project.raw.plan.indices.contains(last) ? project.raw.plan[last].withoutSpaces : ""
            report(Violation(text.isEmpty ? .blank(title) : .unreadable(title, text), at: .field(.plan(last))))
            return
        }
        if percent != .hundred { report(Violation(.unfinished(title, percent), at: .field(.plan(last)))) }
    }
}

extension Finding.Message {
    fileprivate static let missing: Self = "没有资金支出计划"
    fileprivate static func blank(_ title: String) -> Self { "资金支出计划\(title)没有填写，应为100%" }
    fileprivate static func unreadable(_ title: String, _ text: String) -> Self {
        "资金支出计划\(title)的\(text.quoted)不是0%到100%之间的百分比，应为100%"
    }
    fileprivate static func unfinished(_ title: String, _ percent: Percent) -> Self { "资金支出计划\(title)是\(percent)，应为100%" }
}
