internal import Diagnostics
internal import GoalModel
internal import Text

/// How many times is no share.
struct CountWithPercent: IndicatorRule {
    static let description = RuleDescription(
        code: "I11", id: "count-with-percent", title: "次数用百分比", level: .indicator, severity: .warning,
        criterion: .relevance,
        why: "名称问的是多少次、多少人，指标值却是百分比，两者对不上，年底无法核对。", remedy: "请填写数量，如“≥48次”“≥120人”；要考核比率的，把名称改为“……率”或“……比例”。",
        action: "把次数、人数改填实数",
        sources: [.quantified, .guidePrinciples],
        passing: [
            .row(.socialBenefit, "提供服务次数", "≥48次"), .row(.quantity, "宣传次数占比", "≥95%"),
            .row(.socialBenefit, "减少信访次数", "≥10%"), .row(.quantity, "补偿面积", "≥171.12亩"),
        ],
        failing: [
            .row(.socialBenefit, "提供服务次数", "≥95百分比", finds: .target), .row(.quantity, "发放人数（%）", "100％", finds: .target),
            .row(.quantity, "硬化面积", "≥95%", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard row.isPercent(in: scope) else { return }
        let name = row.name.trimmingPunctuation
        let words = scope.tables.indicators
        guard let ending = words.counts.first(where: name.ends), !words.changes.stand(in: name) else { return }
        report(Violation(.percent(row, ending), at: .target))
    }
}

extension Finding.Message {
    fileprivate static func percent(_ row: Row, _ ending: String) -> Self {
        "\(row.type)\(row.indicator.name.quoted)问的是\(ending)，指标值\(row.indicator.target.text.quoted)却是百分比"
    }
}
