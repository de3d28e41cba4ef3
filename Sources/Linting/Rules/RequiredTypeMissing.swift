internal import Diagnostics
internal import GoalModel

/// Both official trees ask for output, cost, benefit and satisfaction.
struct RequiredTypeMissing: ProjectRule {
    static let description = RuleDescription(
        code: "I01", id: "required-type-missing", title: "缺少必设指标", level: .project, severity: .error, criterion: .completeness,
        why: "数量、质量、时效、成本、效益、满意度是绩效目标必须细化的方面，缺一项就有一项无从考核。",
        remedy: "请补上缺少的指标；没有服务对象、确实不能设满意度的，请在依据栏说明并报财政部门同意。",
        action: "补上缺少的必设指标",
        sources: [.allKinds, .quantified],
        passing: [
            .rows(["数量指标 人数 ≥5人", "质量指标 合格率 ≥95%", "时效指标 完成时间 12月底前", "成本指标 总成本 ≤5万元", "社会效益指标 影响 优", "服务对象满意度指标 满意度 ≥90%"]),
            .rows(["经济成本指标 总成本 ≤5万元", "数量指标 人数 ≥5人", "质量指标 合格率 ≥95%", "时效指标 时间 12月底前", "可持续影响指标 年限 ≥5年", "满意度指标 满意度 ≥90%"]),
        ],
        failing: [
            .rows(
                ["数量指标 人数 ≥5人", "质量指标 合格率 ≥95%", "时效指标 完成时间 12月底前", "成本指标 总成本 ≤5万元", "社会效益指标 影响 优"],
                finds: .field(.title))
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        if project.indicators.isEmpty || project.gaps.contains(.indicators) { return }
        let kinds = Set(project.indicators.compactMap(\.kind))
        var missing = [IndicatorKind.quantity, .quality, .timeliness, .cost].filter { !kinds.contains($0) }.map(\.rawValue)
        if !kinds.contains(where: \.isBenefit), !project.indicators.contains(where: \.isUnnamedBenefit) { missing.append("效益") }
        if !kinds.contains(.satisfaction) { missing.append(IndicatorKind.satisfaction.rawValue) }
        if !missing.isEmpty { report(Violation(.missing(missing), at: .field(.title), key: missing.joined(), anchor: "")) }
    }
}

extension Indicator {
    /// A benefit whose type cell does not tell which.
    fileprivate var isUnnamedBenefit: Bool {
        kind == nil && (category.contains("效益") || type.contains("效益"))
    }
}

extension Finding.Message {
    fileprivate static func missing(_ kinds: [String]) -> Self { "缺少\(kinds.joined(separator: "、"))指标" }
}
