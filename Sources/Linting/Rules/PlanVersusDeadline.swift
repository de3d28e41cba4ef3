internal import Diagnostics
internal import GoalModel
internal import Text

/// What the timeliness row promises and when the money is planned to be paid belong together.
struct PlanVersusDeadline: ProjectRule {
    static let description = RuleDescription(
        code: "S07", id: "plan-versus-deadline", title: "计划与时限矛盾", level: .project, severity: .warning, criterion: .feasibility,
        why: "时效指标写明了资金支付的时限，支出计划却要到时限以后才付完，两处必有一处做不到。完工时限早于付款、或付款比时限早得多的，可能有质保金、预付款，只作提示。",
        remedy: "请使支出计划达到100%的时点与时效指标的时限一致；有质保金、预付款的，请在时效指标描述中写明。",
        action: "统一支出计划与完成时限",
        sources: [.attainable, .dualMonitoring],
        passing: [
            .table(["时效指标|补贴发放时间||10月底前"], plan: [25, 50, 100, 100]),
            .table(["时效指标|补贴发放时间||每月20日前发放"], plan: [25, 50, 75, 100]),
            .table(["时效指标|资金拨付时间||12月底前"], plan: [nil, nil, 100, 100]),
            .table(["时效指标|资金支付时间||2024年12月31日前完成"], plan: [25, 50, 75, 100]),
        ],
        failing: [
            .table(["时效指标|补贴发放时间||6月底前"], plan: [25, 50, 75, 100], finds: .field(.plan(3))),
            .table(["时效指标|工程竣工时间||2024年10月31日前"], plan: [25, 50, 75, 100], finds: .field(.plan(3))),
            .table(["时效指标|支付及时率|补助金发放及时率|10月底前"], plan: [100, 100, 100, 100], finds: .field(.plan(0))),
        ])

    func check(_ project: Project, in scope: RuleInput, report: (Violation) -> Void) {
        let points = project.plan.points
        guard let paid = points.firstIndex(where: { $0.percent == .hundred }) else { return }
        let promises = project.indicators.compactMap { Promise($0, year: scope.book.fiscalYear) }
        guard let latest = promises.max(by: { $0.by < $1.by }), let earliest = promises.min(by: { $0.by < $1.by }) else { return }
        if points[paid].by > latest.by {
            let isPayment = latest.isPayment(scope.tables.indicators.payments)
            report(
                Violation(
                    .late(latest.indicator, points[paid].by.title, isPayment: isPayment), at: .field(.plan(paid)),
                    severity: isPayment ? nil : .hint))
        } else if let promised = points.firstIndex(where: { $0.by >= earliest.by }), promised - paid >= 2 {
            report(Violation(.early(earliest.indicator, points[paid].by.title), at: .field(.plan(paid)), severity: .hint))
        }
    }

    /// A day of the book's year that a timeliness row names.
    private struct Promise {
        let indicator: Indicator
        let by: MonthDay

        init?(_ indicator: Indicator, year: Int?) {
            guard indicator.kind == .timeliness, let deadline = indicator.target.deadline, let by = deadline.by else {
                return nil
            }
            if let named = deadline.year, let year, named != year { return nil }
            self.indicator = indicator
            self.by = by
        }

        func isPayment(_ words: [String]) -> Bool {
            words.stand(in: indicator.name.compact) || words.stand(in: indicator.description.compact)
        }
    }
}

extension Finding.Message {
    fileprivate static func late(_ row: Indicator, _ title: String, isPayment: Bool) -> Self {
        "时效指标\(row.name.quoted)为\(row.target.text.quoted)，资金支出计划到\(title)才达到100%\(isPayment ? "" : "，晚于完成时限")"
    }
    fileprivate static func early(_ row: Indicator, _ title: String) -> Self {
        "时效指标\(row.name.quoted)为\(row.target.text.quoted)，资金支出计划\(title)就达到100%，早了两个时点以上"
    }
}
