internal import Diagnostics
internal import GoalModel
internal import Text

/// A value of which nobody says where it comes from cannot be reviewed.
struct BasisMissing: IndicatorRule {
    static let description = RuleDescription(
        code: "I22", id: "basis-missing", title: "依据空缺", level: .indicator, severity: .warning, criterion: .completeness,
        why: "确定依据说明指标值从哪里来；空着，审核时无法判断这个数定得合不合理。", remedy: "请写明计划标准、行业标准或历史标准，如文件名称、合同、上年实际数、评审报告。",
        action: "补填指标值的依据",
        sources: [.guideBases, .standards],
        passing: [
            .table(["数量指标|人数|发放补贴的人数|≥5人|花名册", "质量指标|合格率|验收合格的占比|≥95%|工作计划"]),
            // A form without the column has no cell that could be empty.
            .table(["数量指标|人数|发放补贴的人数|≥5人", "质量指标|合格率|验收合格的占比|≥95%"]),
        ],
        failing: [
            .table(["数量指标|人数|发放补贴的人数|≥5人|花名册", "质量指标|合格率|验收合格的占比|≥95%|"], finds: .cell(.basis)),
            .table(["数量指标|人数|发放补贴的人数|≥5人|花名册", "质量指标|合格率|验收合格的占比|≥95%|/"], finds: .cell(.basis)),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard scope.hasBases, !row.indicator.basis.saysSomething else { return }
        report(Violation(.missing(row), at: .cell(.basis)))
    }
}

extension Finding.Message {
    fileprivate static func missing(_ row: Row) -> Self { "\(row.type)\(row.indicator.name.quoted)没有填写指标值确定依据" }
}
