internal import Diagnostics
internal import GoalModel
internal import Text

/// A value is not founded on its own name.
struct BasisRepeatsName: IndicatorRule {
    static let description = RuleDescription(
        code: "I19", id: "basis-repeats-name", title: "依据照抄名称", level: .indicator, severity: .warning,
        criterion: .feasibility,
        why: "确定依据应说明指标值从哪里来；照抄三级指标名，等于没有依据，审核时无法核对。", remedy: "请写明计划标准、行业标准或历史标准，如文件名称、合同、上年实际数、评审报告。",
        action: "写明指标值的真实依据",
        sources: [.standards, .guideBases],
        passing: [
            .table(["质量指标|验收合格率|验收合格的占比|≥95%|水利工程验收规程"]), .table(["质量指标|验收合格率|验收合格的占比|≥95%|"]),
            .table(["质量指标||验收合格的占比|≥95%|"]),
        ],
        failing: [
            .table(["满意度指标|满意率|群众满意的占比|≥90%|满意率"], finds: .cell(.basis)),
            .table(["时效指标|支付 及时率（%）|按时支付的占比|≥90%|支付及时率。"], finds: .cell(.basis)),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        if row.indicator.name.hasSameWords(as: row.indicator.basis) { report(Violation(.repeated(row), at: .cell(.basis))) }
    }
}

extension Finding.Message {
    fileprivate static func repeated(_ row: Row) -> Self {
        "\(row.type)\(row.indicator.name.quoted)的确定依据照抄三级指标名，没有说明指标值从哪里来"
    }
}
