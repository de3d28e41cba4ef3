internal import GoalModel

/// What an indicator will come to by the end of the year.
struct Outlook {
    enum Source {
        case told, pace, unreadable
    }

    let source: Source
    /// `nil` where nobody can tell.
    let text: String?
    let shortfall: String?
    let likelihood: Likelihood?
    /// Less than 80 % of the target.
    let isFarBelow: Bool

    /// - Parameter told: 全年预计完成 as written; where it is blank, counts go on at their pace and levels stay.
    init(_ goal: Goal.Number, _ comparison: Comparison, told: String, month: Int, isRising: Bool) {
        var forecast = Ratio(
            max(comparison.actual, .zero).units * (goal.isLevel || !isRising ? 1 : 12),
            goal.isLevel || !isRising ? 1 : Int128(month))
        var target = comparison.target
        if told.isEmpty {
            source = .pace
        } else if let read = try? Comparison(told, against: goal) {
            source = .told
            (forecast, target) = (Ratio(max(read.actual, .zero).units, 1), read.target)
        } else {
            source = .unreadable
            forecast = nil
        }
        guard let forecast else {
            (text, shortfall, likelihood, isFarBelow) = (nil, nil, nil, false)
            return
        }
        let unit = goal.unit
        text = Outlook.digits(forecast) + unit
        let missing = target.units * forecast.denominator - forecast.numerator
        shortfall = isRising && missing > 0 ? Ratio(missing, forecast.denominator).map { Outlook.digits($0) + unit } : nil
        guard let reached = Outlook.reached(forecast, target, isRising: isRising) else {
            (likelihood, isFarBelow) = (.impossible, true)
            return
        }
        likelihood = Likelihood(reaching: reached)
        isFarBelow = reached.isBelow(percent: 80)
    }

    /// Forecast ÷ target, or the other way round where less is better; `nil` where a target of nothing is missed.
    private static func reached(_ forecast: Ratio, _ target: Measure, isRising: Bool) -> Ratio? {
        let whole = Ratio(1, 1)
        if isRising { return target <= .zero ? whole : Ratio(forecast.numerator, forecast.denominator * target.units) }
        let isMet = forecast.numerator <= target.units * forecast.denominator
        if isMet { return whole }
        return target <= .zero ? nil : Ratio(target.units * forecast.denominator, forecast.numerator)
    }

    /// With two decimals at most.
    private static func digits(_ number: Ratio) -> String {
        Ratio(number.numerator, number.denominator * (Measure.one / 100)).map { Marks(hundredths: $0.rounded).short } ?? ""
    }
}
