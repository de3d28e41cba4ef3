internal import Diagnostics
internal import GoalModel

/// A description that is the name once more explains nothing.
struct DescriptionRepeatsName: ProjectRule {
    static let description = RuleDescription(
        code: "I06", id: "description-repeats-name", title: "描述照抄名称", level: .project, severity: .hint,
        criterion: .relevance,
        why: "描述应说明指标的含义和计算方法；照抄三级指标名，等于没有描述。", remedy: "请写明考核什么、怎样计算，如“宣传覆盖率”可写“开展宣传的村占全部村的比例”。",
        action: "重写照抄名称的指标描述",
        sources: [.quantified, .guideNames],
        passing: [
            .row(.quality, "宣传覆盖率", description: "开展宣传的村占全部村的比例", "≥95%"), .row(.quality, "宣传覆盖率", "≥95%"),
            .row(.quality, "", "≥95%"),
        ],
        failing: [
            .row(.quality, "宣传覆盖率", description: "宣传覆盖率", "≥95%", finds: .field(.title)),
            .row(.quality, "宣传覆盖率（%）", description: "宣传覆盖率。", "≥95%", finds: .field(.title)),
            .table(["数量指标|防火宣传次数|防火宣传次数|≥4次", "质量指标|防火宣传覆盖率|防火、宣传覆盖率|≥95%"], finds: .field(.title)),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        let rows = project.indicators.indices.filter {
            project.indicators[$0].name.hasSameWords(as: project.indicators[$0].description)
        }
        guard let first = rows.first else { return }
        report(
            Violation(
                .repeated(rows.map { $0 + 1 }, of: project.indicators.count), at: .field(.title),
                location: project.indicators[first].places[.description]))
    }
}

extension Finding.Message {
    fileprivate static func repeated(_ rows: [Int], of count: Int) -> Self {
        if rows.count == count, count > 1 { return "全部\(count)条指标的描述都照抄三级指标名" }
        return "\(rows.count)条指标的描述照抄三级指标名（第\(rows.map(String.init).joined(separator: "、"))条）"
    }
}
