internal import Diagnostics
internal import GoalModel
internal import Text

/// How large a share was in time is not answered by a day.
struct RateAnsweredByDate: IndicatorRule {
    static let description = RuleDescription(
        code: "I13", id: "rate-answered-by-date", title: "比率填成日期", level: .indicator, severity: .warning, criterion: .relevance,
        why: "名称或描述说的是及时率，指标值却是日期；年底不知道该核对比率还是核对时间。", remedy: "请填写比率，如“≥95%”；要考核时间的，把名称和描述改为“拨付完成时间”等，不写“率”。",
        action: "把日期改填为比率",
        sources: [.timelinessType],
        passing: [
            .row(.timeliness, "拨付及时率", "≥95%"), .row(.timeliness, "拨付完成时间", "12月底前"),
            .row(.timeliness, "完成时间", description: "按时完成，提高资金使用效率", "2024年12月31日前完成"),
            .row(.timeliness, "发放时间", description: "率先发放到户", "按月发放"), .row(.quality, "合格率", "12月底前"),
        ],
        failing: [
            .row(.timeliness, "及时率", "12月底前", finds: .target),
            .row(.timeliness, "及时性", description: "资金发放及时率", "按月发放", finds: .target),
            .row(.timeliness, "支付及时率（%）", "每月20日前发放", finds: .target),
            .row(.timeliness, "工作效率及完成率", "2024年12月31日前完成", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard row.kind == .timeliness, row.indicator.target.deadline != nil else { return }
        let words = scope.tables.indicators.notAskedRates
        if RateAnsweredByDate.asksRate(row.name, except: words) {
            report(Violation(.name(row), at: .target))
        } else if RateAnsweredByDate.asksRate(row.description, except: words) {
            report(Violation(.description(row), at: .target))
        }
    }

    /// Whether 率 stands in the text other than in words such as 效率.
    private static func asksRate(_ text: String, except words: [String]) -> Bool {
        text.holds("率", outside: words)
    }
}

extension Finding.Message {
    fileprivate static func name(_ row: Row) -> Self {
        "时效指标\(row.indicator.name.quoted)是比率，指标值\(row.indicator.target.text.quoted)却是时间"
    }
    fileprivate static func description(_ row: Row) -> Self {
        "时效指标\(row.indicator.name.quoted)的描述\(row.indicator.description.quoted)是比率，指标值\(row.indicator.target.text.quoted)却是时间"
    }
}
