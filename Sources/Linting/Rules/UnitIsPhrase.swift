internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// The budget system keeps sign, number and unit apart; here the description was typed into the field of the unit.
struct UnitIsPhrase: IndicatorRule {
    static let description = RuleDescription(
        code: "I02", id: "unit-is-phrase", title: "计量单位填成文字", level: .indicator, severity: .error, criterion: .relevance,
        why: "指标值由符号、数字和计量单位组成；单位栏填了文字，数字就不知道数的是什么，年底无法核对。",
        remedy: "请在计量单位栏只填单位，如“%”“次”“万元”，文字移到指标描述。", action: "把计量单位改成真正的单位",
        sources: [.quantified, .costType],
        passing: [
            Example("≥95%"), Example("≥95百分比"), Example("300元/人/月"), Example("2022年12月31日前完成"), Example("≥52个村"),
            Example("≥3.5公里"),
            Example("≥63829㎡"), Example("≤5个工作日"), Example("≥2000人次"), Example("良以上"), Example("≤0.5元/千瓦时"), Example("≥12盏路灯"),
            Example("≤2万/月"), Example("≤12万"), Example("≤5‰"),
        ],
        failing: [
            Example("≥95安全生产", finds: .target), Example("≥100拨付资金及时", finds: .target), Example("≥80工作完成率%", finds: .target),
            Example("≥100年底资金支出进度", finds: .target), Example("≥95项目总成本", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard let quantity = row.quantity, quantity.number != nil, !scope.tables.units.isUnit(quantity.unit) else { return }
        let words = ["率", "满意度", "比例"]
        let suggestion = words.stand(in: row.name) || words.stand(in: quantity.unit) ? quantity.share : nil
        report(Violation(.phrase(row.type, row.indicator.name, quantity.unit), at: .target, suggestion: suggestion))
    }
}

extension Finding.Message {
    fileprivate static func phrase(_ type: String, _ name: String, _ unit: String) -> Self {
        "\(type)\(name.quoted)的计量单位填成了文字\(unit.quoted)"
    }
}
