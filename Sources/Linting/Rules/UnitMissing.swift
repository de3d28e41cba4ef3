internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// Whether 95 is a share, a count of points or a number of people, its reader has to guess.
struct UnitMissing: IndicatorRule {
    static let description = RuleDescription(
        code: "I23", id: "unit-missing", title: "比率缺计量单位", level: .indicator, severity: .warning, criterion: .relevance,
        why: "比率和满意度只写“≥95”，分不清是95%还是95分，年底各算各的。", remedy: "请在数字后面写上计量单位，如“≥95%”；满意度打分的写“分”。", action: "给比率和满意度补上单位",
        sources: [.quantified],
        passing: [
            .row(.satisfaction, "群众满意度", "≥95%"), .row(.satisfaction, "群众满意度", "≥95分"), .row(.quality, "验收合格率", "优"),
            .row(.quantity, "完成数量", "≥95"), .row(.quality, "巡查频率", "≥2"), .row(.satisfaction, "有效投诉", "≤2"),
            .row(.quantity, "满意度调查", "≥2"), .row(.socialBenefit, "不满意投诉", "≤2"), .row(.satisfaction, "满意人数", "≥200"),
        ],
        failing: [
            .row(.satisfaction, "群众满意度", "≥95", finds: .target), .row(.quality, "验收合格率（%）", "≥95", finds: .target),
            .row(.quality, "合格比例", "＝１００", finds: .target), .row(.quality, "覆盖率", "≥0.95", finds: .target),
            .row(.sustainability, "帮扶村群众满意程度", "95", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard let quantity = row.quantity, quantity.unit.isEmpty, let number = quantity.number, row.asksForShare(in: scope) else {
            return
        }
        let share = number > 1 || number == 0 ? quantity.share : nil
        report(Violation(.missing(row), at: .target, suggestion: share))
    }
}

extension Row {
    /// Whether the name is that of a share, or of how many are content.
    fileprivate func asksForShare(in scope: RuleInput) -> Bool {
        let name = name.trimmingPunctuation
        if isRate(in: scope) || ["比例", "占比", "比重", "比率"].contains(where: name.hasSuffix) { return true }
        let words = scope.tables.indicators
        // How often people were asked, or how many were not content, is a number of times or of people.
        return name.holds("满意") && !name.holds("不满意") && !words.inquiries.stand(in: name)
            && !words.counts.contains(where: name.ends)
    }
}

extension Finding.Message {
    fileprivate static func missing(_ row: Row) -> Self {
        "\(row.type)\(row.indicator.name.quoted)的指标值\(row.indicator.target.text.quoted)没有计量单位"
    }
}
