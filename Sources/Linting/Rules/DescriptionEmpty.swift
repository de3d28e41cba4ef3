internal import Diagnostics
internal import GoalModel
internal import Text

/// Without a description nobody knows at the end of the year how the value was meant.
struct DescriptionEmpty: IndicatorRule {
    static let description = RuleDescription(
        code: "I05", id: "description-empty", title: "描述为空", level: .indicator, severity: .error, criterion: .relevance,
        why: "指标描述说明考核什么、怎样计算；空着或填“0”，年底各算各的。", remedy: "请写明指标的含义和计算方法，如“验收合格的路段占全部路段的比例”。",
        action: "补写空白的指标描述",
        sources: [.quantified, .guideNames],
        passing: [
            .row(.quality, "验收合格率", description: "验收合格的路段占全部路段的比例", "≥95%"),
            // A form without the column has no cell that could be empty.
            .table(["数量指标|人数||≥5人", "质量指标|合格率||≥95%"]),
        ],
        failing: [
            .row(.timeliness, "响应时间", description: "0", "≤2小时", finds: .cell(.description)),
            .table(["数量指标|人数|发放补贴的人数|≥5人", "质量指标|合格率||≥95%"], finds: .cell(.description)),
            .table(["数量指标|人数|发放补贴的人数|≥5人", "质量指标|合格率|——|≥95%"], finds: .cell(.description)),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        if row.description == "0" {
            report(Violation(.zero(row), at: .cell(.description)))
        } else if !row.description.hasWords, scope.hasDescriptions {
            report(Violation(.blank(row), at: .cell(.description)))
        }
    }
}

extension Finding.Message {
    fileprivate static func blank(_ row: Row) -> Self { "\(row.type)\(row.indicator.name.quoted)没有填写指标描述" }
    fileprivate static func zero(_ row: Row) -> Self { "\(row.type)\(row.indicator.name.quoted)的指标描述填成了“0”" }
}
