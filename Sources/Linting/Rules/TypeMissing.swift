internal import Diagnostics
internal import GoalModel
internal import Text

/// A row of no kind is measured by no standard.
struct TypeMissing: IndicatorRule {
    static let description = RuleDescription(
        code: "I25", id: "type-missing", title: "二级指标空缺", level: .indicator, severity: .error, criterion: .completeness,
        why: "二级指标说明考核的是数量、质量、时效、成本还是效益；空着，自评时不知道按哪一类计分。", remedy: "请填写二级指标，如“数量指标”“社会效益指标”。",
        action: "补填空缺的二级指标",
        sources: [.clear, .indicatorTypes, .guideTypes],
        passing: [
            .table(["数量指标|人数||≥5人", "质量指标|合格率||≥95%"]), .table(["|人数||≥5人", "|合格率||≥95%"]),
        ],
        failing: [.table(["数量指标|人数||≥5人", "|合格率||≥95%"], finds: .cell(.type))])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard scope.hasTypes, !row.indicator.type.hasWords else { return }
        report(Violation(.missing(row.indicator.name), at: .cell(.type)))
    }
}

extension Finding.Message {
    fileprivate static func missing(_ name: String) -> Self { "指标\(name.quoted)没有填写二级指标" }
}
