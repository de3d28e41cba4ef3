public import GoalModel

extension AppraisalReport {
    /// All that there is to say of a year's figures so far: the monitoring of the newest day, and the self-evaluation.
    ///
    /// - Parameters:
    ///   - limit: the day that is looked at; without one, that of the newest figures, never the clock.
    /// - Returns: `nil` where there are no figures of the book's year up to that day.
    public static func ofYear(
        _ book: GoalBook, actuals: Actuals, asOf limit: CalendarDay? = nil, by appraiser: Appraiser
    ) -> AppraisalReport? {
        guard let newest = actuals.newestDay(of: book, upTo: limit) else { return nil }
        var report = AppraisalReport(book: book, actuals: actuals, appraiser: appraiser)
        report.monitoring = appraiser.monitoring(of: book, actuals: actuals, asOf: newest)
        report.evaluation = appraiser.evaluation(of: book, actuals: actuals)
        let end = MonthDay(endOf: 12).map { CalendarDay(year: book.fiscalYear ?? newest.year, day: $0) }
        let last = end.map { newest >= $0 || (limit ?? newest) > $0 }
        report.progress = YearProgress(report, isYearOver: last ?? false)
        return report
    }
}

extension Actuals {
    /// The newest day of the book's year for which there are figures.
    fileprivate func newestDay(of book: GoalBook, upTo limit: CalendarDay?) -> CalendarDay? {
        days.last { day in
            (book.fiscalYear == nil || day.year == book.fiscalYear) && limit.map { day <= $0 } ?? true
        }
    }
}
