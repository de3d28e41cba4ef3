internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// No share is above the whole.
struct RateAtLeastHundred: IndicatorRule {
    static let description = RuleDescription(
        code: "I16", id: "rate-at-least-hundred", title: "比率≥100%", level: .indicator, severity: .hint,
        criterion: .relevance,
        why: "合格率、覆盖率等最高就是100%，“≥100%”没有再高的余地；超过100%的，多半把数量当成了比率。", remedy: "请写“=100%”；确实可能超过100%的（如比上年增长），请在描述中写明比什么。",
        action: "把“≥100%”改为“=100%”",
        sources: [.quantified],
        passing: [
            .row(.quality, "验收合格率", "=100%"), .row(.quality, "验收合格率", "100%"), .row(.quality, "验收合格率", "≥99.5%"),
            .row(.quality, "验收合格率", "≤100%"), .row(.economicBenefit, "产值比上年增长", "≥120%"), .row(.quantity, "发放人数", "≥100人"),
            .row(.socialBenefit, "出生人口占比", "≥100‰"),
        ],
        failing: [
            .row(.quality, "验收合格率", "≥100%", finds: .target), .row(.quality, "资金到位率", ">=100百分比", finds: .target),
            .row(.quality, "任务完成率", "＞１００％", finds: .target), .row(.quality, "覆盖率", "≥120%", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard let quantity = row.quantity, let number = quantity.number, number >= 100, row.isPercent(in: scope),
            !quantity.unit.folded.holds("‰"), !quantity.unit.holds("千分")
        else { return }
        guard quantity.comparator == .atLeast || quantity.comparator == .moreThan, !row.mentions(scope.tables.indicators.changes)
        else { return }
        if number == 100 {
            report(Violation(.whole(row), at: .target, suggestion: "=100%"))
        } else {
            report(Violation(.beyond(row), at: .target))
        }
    }
}

extension Finding.Message {
    fileprivate static func whole(_ row: Row) -> Self {
        "\(row.type)\(row.indicator.name.quoted)的指标值\(row.indicator.target.text.quoted)是比率，最高就是100%"
    }
    fileprivate static func beyond(_ row: Row) -> Self {
        "\(row.type)\(row.indicator.name.quoted)的指标值\(row.indicator.target.text.quoted)超过100%"
    }
}
