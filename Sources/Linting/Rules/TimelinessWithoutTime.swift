internal import Diagnostics
internal import GoalModel
internal import Text

/// A timeliness that names neither a time nor a share in time cannot be judged.
struct TimelinessWithoutTime: IndicatorRule {
    static let description = RuleDescription(
        code: "I21", id: "timeliness-without-time", title: "时效指标无时间", level: .indicator, severity: .hint, criterion: .relevance,
        why: "时效指标考核什么时候完成、按时完成了多少；名称、描述和指标值里都没有时间，也没有及时率，年底无法判断。",
        remedy: "请写完成时间（如“12月底前”）、时限（如“≤5个工作日”）或及时率（如“≥95%”，并说明以什么时间为准）。",
        action: "给时效指标写上时间",
        sources: [.timelinessType, .guideTimeliness],
        passing: [
            .row(.timeliness, "项目完工", "12月底前"), .row(.timeliness, "资金拨付及时性", "优"), .row(.timeliness, "事项受理", "≤5个工作日"),
            .row(.timeliness, "任务完成", "≥95%"), .row(.timeliness, "巡查", description: "按时巡查", "≥4次"), .row(.quality, "任务质量", "优"),
            .row(.timeliness, "工程进度", "良以上"),
            .row(.timeliness, "事项受理", "≤2小时"), .row(.timeliness, "事项受理", "3天"),
            .row(.timeliness, "渠道巡查", "1次/月"), .row(.timeliness, "渠道巡查", ""),
        ],
        failing: [
            .row(.timeliness, "开展工作时效性", "≥95开展工作时效性", finds: .target), .row(.timeliness, "工作完成情况", "优", finds: .target),
            .row(.timeliness, "组织活动", "≥4次", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard row.kind == .timeliness, row.indicator.target.deadline == nil, !row.isPercent(in: scope) else { return }
        let words = scope.tables.indicators.times
        if words.stand(in: row.name) || words.stand(in: row.description) || words.stand(in: row.indicator.target.text.compact) {
            return
        }
        if row.indicator.target.text.isEmpty { return }
        let parts = row.quantity?.unit.compact.split { "/每".contains($0) } ?? []
        if parts.contains(where: { TimelinessWithoutTime.units.contains(String($0)) }) { return }
        report(Violation(.timeless(row), at: .target))
    }

    private static let units: Set<String> = ["天", "日", "周", "月", "个月", "季度", "年", "时", "小时", "分钟", "秒", "工作日", "个工作日"]
}

extension Finding.Message {
    fileprivate static func timeless(_ row: Row) -> Self {
        "时效指标\(row.indicator.name.quoted)的指标值\(row.indicator.target.text.quoted)没有说明时间或及时程度"
    }
}
