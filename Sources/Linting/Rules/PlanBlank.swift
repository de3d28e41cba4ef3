internal import Diagnostics
internal import GoalModel

/// A blank may mean nothing or nobody's having thought of it; a number leaves no doubt.
struct PlanBlank: ProjectRule {
    static let description = RuleDescription(
        code: "S06", id: "plan-blank", title: "计划有空格", level: .project, severity: .hint, criterion: .completeness,
        why: "四个时点都要填累计百分比；空着的，分不清是不安排支出还是漏填，汇总全镇计划时只能推算。",
        remedy: "首笔支出以前填“0%”；首笔支出以后不再增加的，填与上一时点相同的累计数。", action: "填满支出计划中的空格",
        sources: [.monitoring, .dualMonitoring, .countyInstructions],
        passing: [.plan([0, 0, 80, 100]), .plan([25, 50, 75, 100]), .plan([25, 50, 75, nil])],
        failing: [
            .plan([nil, nil, 100, 100], finds: .field(.plan(0))), .plan([nil, 50, nil, 100], finds: .field(.plan(2))),
            .plan([30, nil, 80, 100], finds: .field(.plan(1))), .plan([nil, nil, nil, nil], finds: .field(.plan(0))),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        let points = project.plan.points
        let blanks = points.indices.dropLast().filter { points[$0].percent == nil }
        guard let first = blanks.first else { return }
        // A gap between numbers is sooner an oversight than a blank before the first payment.
        let gap = blanks.first { points[..<$0].contains { $0.percent != nil } }
        let titles = blanks.map { points[$0].by.title }
        let message = gap.map { Finding.Message.gap(titles, points[$0].by.title) } ?? .unplanned(titles)
        report(Violation(message, at: .field(.plan(gap ?? first)), key: titles.joined(), anchor: ""))
    }
}

extension Finding.Message {
    fileprivate static func unplanned(_ titles: [String]) -> Self { "资金支出计划\(titles.joined(separator: "、"))空着没有填" }
    fileprivate static func gap(_ titles: [String], _ gap: String) -> Self {
        "资金支出计划\(titles.joined(separator: "、"))空着没有填，\(titles == [gap] ? "" : "\(gap)")以前已经有支出"
    }
}
