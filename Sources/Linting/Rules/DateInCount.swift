internal import Diagnostics
internal import GoalModel
internal import Text

/// A day does not say how many.
struct DateInCount: IndicatorRule {
    static let description = RuleDescription(
        code: "I24", id: "date-in-count", title: "数量填成日期", level: .indicator, severity: .error, criterion: .relevance,
        why: "数量指标考核做了多少；填的是日期，年底数不出完成了几个、几次。", remedy: "请填写数量，如“≥12公里”“120人”；完成时间请移到时效指标。",
        action: "把数量指标的日期改为数量",
        sources: [.quantityType, .quantified],
        passing: [
            .row(.quantity, "修补里程", "≥12公里"), .row(.timeliness, "完工时间", "12月底前"), .row(.quantity, "补贴发放", "按月发放"),
            .row(.quantity, "值守天数", "全年"), .row(.socialBenefit, "通车时间", "12月底前"), .row(.quantity, "保障时长", "≥3月"),
        ],
        failing: [
            .row(.quantity, "修补里程", "12月底前", finds: .target), .row(.quantity, "培训次数", "2024年12月31日前完成", finds: .target),
            .row(.socialBenefit, "受益人数", "2024.12.31", finds: .target), .row(.quantity, "采购设备", "年底前", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard let deadline = row.indicator.target.deadline, deadline.by != nil || deadline.year != nil else { return }
        // 全年 and 当年 are no days.
        let text = row.indicator.target.text.compact
        guard text.utf8.contains(where: \.isDigit) || ["底", "末", "前"].stand(in: text) else { return }
        let ending = scope.tables.indicators.counts.first(where: row.name.trimmingPunctuation.ends)
        guard row.kind == .quantity || ending != nil else { return }
        report(Violation(.date(row), at: .target))
    }
}

extension Finding.Message {
    fileprivate static func date(_ row: Row) -> Self {
        "\(row.type)\(row.indicator.name.quoted)的指标值\(row.indicator.target.text.quoted)是日期，不是数量"
    }
}
