internal import Diagnostics
internal import GoalModel

/// A project without a single indicator promises nothing that could be checked.
struct IndicatorsMissing: ProjectRule {
    static let description = RuleDescription(
        code: "I26", id: "indicators-missing", title: "没有绩效指标", level: .project, severity: .error, criterion: .completeness,
        why: "绩效指标是绩效目标的细化；一条都没有，年底无从评价，指标质量也就无分可得。", remedy: "请填写指标表：数量、质量、时效、成本、效益和满意度指标。",
        action: "补填项目的绩效指标",
        sources: [.clear, .quantified, .allKinds],
        passing: [.rows(["数量指标 人数 ≥5人"])], failing: [.rows([], finds: .field(.title))])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        if project.indicators.isEmpty, !project.gaps.contains(.indicators) { report(Violation(.none, at: .field(.title))) }
    }
}

extension Finding.Message {
    fileprivate static let none: Self = "没有一条绩效指标"
}
