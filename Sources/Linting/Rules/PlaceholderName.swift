internal import Diagnostics
internal import GoalModel
internal import Text

/// A level-three name that only repeats its heading names nothing.
struct PlaceholderName: IndicatorRule {
    static let description = RuleDescription(
        code: "I04", id: "placeholder-name", title: "指标名为占位词", level: .indicator, severity: .error, criterion: .relevance,
        why: "三级指标应说明本项目具体考核什么；照抄一级、二级指标名，等于没有设指标。", remedy: "请写出具体指标，如把“数量指标”改为“道路修建长度”。",
        action: "给指标起具体的名称",
        sources: [.pointed, .guidePrinciples],
        passing: [.row(.quality, "工程验收合格率", "≥95%"), .row(.satisfaction, "服务对象满意度", "≥90%")],
        failing: [
            .row(.ecologicalBenefit, "生态效益指标", "≥95%", finds: .indicatorName),
            .row(.cost, "经济成本 指标", "≤5万元", finds: .indicatorName), .row(.quantity, "（数量指标）", "≥5个", finds: .indicatorName),
            .row(.quality, "", "≥5个", finds: .indicatorName),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        let name = row.name.trimmingPunctuation
        if name.isEmpty {
            report(Violation(.blank(row.type), at: .indicatorName))
        } else if scope.tables.words.placeholders.contains(name) {
            report(Violation(.placeholder(row), at: .indicatorName))
        }
    }
}

extension Finding.Message {
    fileprivate static func blank(_ type: String) -> Self { "\(type)没有填写三级指标名称" }
    fileprivate static func placeholder(_ row: Row) -> Self { "三级指标\(row.indicator.name.quoted)只是指标类别的名称，没有说明考核什么" }
}
