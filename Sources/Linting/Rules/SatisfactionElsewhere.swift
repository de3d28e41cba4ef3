internal import Diagnostics
internal import GoalModel
internal import Text

/// Satisfaction has a place of its own, with points of its own.
struct SatisfactionElsewhere: IndicatorRule {
    static let description = RuleDescription(
        code: "I15", id: "satisfaction-elsewhere", title: "满意度归类有误", level: .indicator, severity: .warning, criterion: .relevance,
        why: "满意度单设一级指标、单独计分；放在产出或效益里，会重复考核或者漏掉满意度的分值。", remedy: "请移到“服务对象满意度指标”；与已有的满意度指标重复的，请删去，换成本类别的指标。",
        action: "把满意度移到满意度指标",
        sources: [.satisfactionType, .satisfactionPoints],
        passing: [
            .row(.satisfaction, "群众满意度", "≥90%"), .row(.quantity, "满意度调查次数", "≥2次"), .row(.timeliness, "满意度调查完成时间", "12月底前"),
            .row(.quality, "满意度测评覆盖率", "≥80%"), .row(.cost, "满意度调查费用", "≤2万元"), .row(.socialBenefit, "群众不满意投诉", "≤2件"),
        ],
        failing: [
            .row(.sustainability, "帮扶村群众满意度", "≥90%", finds: .indicatorName),
            .row(.socialBenefit, "受益群众满意 度调查", "≥90百分比", finds: .indicatorName),
            .row(.quality, "群众满意率", "≥95群众满意率", finds: .indicatorName),
            .row(.socialBenefit, "群众满意程度", "优", finds: .indicatorName),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard let kind = row.kind, kind != .satisfaction, row.name.holds("满意") else { return }
        // How many were asked, by when and at what cost is no satisfaction; nor is how many of the places were asked.
        if row.isCounted(in: scope) || row.indicator.target.deadline != nil { return }
        let isCoverage = row.name.endsInRate && !row.name.trimmingPunctuation.hasSuffix("满意率")
        if isCoverage, scope.tables.indicators.inquiries.stand(in: row.name) { return }
        report(Violation(.misplaced(row), at: .indicatorName))
    }
}

extension Finding.Message {
    fileprivate static func misplaced(_ row: Row) -> Self { "\(row.indicator.name.quoted)是满意度，却列在\(row.type)下" }
}
