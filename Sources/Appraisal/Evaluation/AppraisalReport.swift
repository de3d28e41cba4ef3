public import GoalModel

/// All that an output may say of the actual figures of one town: computed once, shown by forms, pages and workbooks.
public struct AppraisalReport: Sendable {
    public var book: GoalBook
    public var settings: AppraisalSettings
    public var actuals: Actuals
    /// 绩效运行监控; `nil` where it was not asked for.
    public var monitoring: TownMonitoring?
    /// 绩效自评; `nil` where it was not asked for.
    public var evaluation: TownEvaluation?
    /// What both come to; `nil` where it is not the report of a whole year.
    public var progress: YearProgress?

    public init(book: GoalBook, actuals: Actuals, appraiser: Appraiser) {
        (self.book, self.actuals, settings) = (book, actuals, appraiser.settings)
    }

    /// The report of a monitoring at a day.
    public static func monitoring(
        of book: GoalBook, actuals: Actuals, asOf: CalendarDay, by appraiser: Appraiser
    ) -> AppraisalReport {
        var report = AppraisalReport(book: book, actuals: actuals, appraiser: appraiser)
        report.monitoring = appraiser.monitoring(of: book, actuals: actuals, asOf: asOf)
        return report
    }

    /// The report of a self-evaluation.
    public static func evaluation(of book: GoalBook, actuals: Actuals, by appraiser: Appraiser) -> AppraisalReport {
        var report = AppraisalReport(book: book, actuals: actuals, appraiser: appraiser)
        report.evaluation = appraiser.evaluation(of: book, actuals: actuals)
        return report
    }

    /// The checks of whatever was asked for.
    public var checks: [AppraisalCheck] { (monitoring?.checks ?? []) + (evaluation?.checks ?? []) }
}
