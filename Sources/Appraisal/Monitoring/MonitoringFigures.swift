public import GoalModel

extension TownMonitoring {
    /// What will be paid by the end of the year; `nil` where a project has no forecast, for a sum of the others misleads.
    public var wholeForecast: Money? {
        projects.allSatisfy { $0.money.forecast != nil } ? forecast : nil
    }

    /// Projects of which nobody has told what was paid, and indicators without a value.
    public var missing: (projects: Int, indicators: Int) {
        let rows = projects.flatMap(\.indicators).count { $0.lamp == .grey && !$0.isNotApplicable }
        return (projects.count { $0.money.paid == nil }, rows)
    }
}
