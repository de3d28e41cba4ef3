public import GoalModel

extension TownMonitoring {
    /// What will be paid by the end of the year; `nil` where a project has no forecast, for a sum of the others misleads.
    public var wholeForecast: Money? {
        let forecasts = projects.compactMap(\.money.forecast)
        return forecasts.count == projects.count ? forecasts.total() : nil
    }

    /// By lamp, the worst first, and in the order of the book.
    public var worstFirst: [ProjectMonitoring] {
        projects.enumerated().sorted { ($0.element.lamp, $0.offset) < ($1.element.lamp, $1.offset) }.map(\.element)
    }

    /// Projects of which nobody has told what was paid, and indicators without a value.
    public var missing: (projects: Int, indicators: Int) {
        let rows = projects.flatMap(\.indicators).count { $0.lamp == .grey && !$0.isNotApplicable }
        return (projects.count { $0.money.paid == nil }, rows)
    }
}
