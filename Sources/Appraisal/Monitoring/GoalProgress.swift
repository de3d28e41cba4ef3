public import GoalModel

/// The lamp of an indicator at a day.
public struct GoalProgress: Hashable, Sendable {
    public var lamp: Lamp
    /// Actual ÷ what is due by the month; `nil` where only inside and outside count.
    public var value: Ratio?

    init(_ lamp: Lamp, value: Ratio? = nil) { (self.lamp, self.value) = (lamp, value) }

    /// A number.
    ///
    /// Quantities, benefits and satisfaction with `≥ > =` go by the share of the year; all else is inside or outside. A rate or
    /// a standing price has no share of the year.
    public init(
        actual: Measure, target: Measure, sign: Target.Comparator, kind: IndicatorKind?, isLevel: Bool, month: Int,
        blue: AppraisalSettings.BlueLamp
    ) {
        let actual = max(actual, .zero)
        let hasProgress = ![.quality, .timeliness, .cost].contains(kind) && [.atLeast, .moreThan, .equal].contains(sign)
        guard hasProgress, target > .zero else {
            self.init(GoalProgress.isInside(actual, target, sign) ? .green : .red)
            return
        }
        let month = isLevel ? 12 : month
        let value = Ratio(actual.units * 12, target.units * Int128(month)) ?? .zero
        self.init(GoalProgress.lamp(value, actual: actual, target: target, blue), value: value)
    }

    private static func lamp(
        _ value: Ratio, actual: Measure, target: Measure, _ blue: AppraisalSettings.BlueLamp
    ) -> Lamp {
        let lamp = Lamp(of: value)
        if lamp.isWarning { return lamp }
        let isFar = blue == .share ? !value.isBelow(percent: 120) : actual.units * 10 >= target.units * 12
        return isFar ? .blue : .green
    }

    private static func isInside(_ actual: Measure, _ target: Measure, _ sign: Target.Comparator) -> Bool {
        sign == .lessThan ? actual < target : RowScoring.isMet(actual: actual, target: target, sign: sign)
    }

    /// A graded goal.
    public init(_ completion: Completion) {
        switch completion {
        case .reached: self.init(.green)
        case .partly: self.init(.yellow)
        case .missed: self.init(.red)
        }
    }

    /// A deadline.
    ///
    /// - Parameter done: `nil` where it is not done.
    public init(done: CalendarDay?, deadline: CalendarDay, on day: CalendarDay) {
        let deadline = deadline.withLeapDay
        if let done, done <= day {
            self.init(done <= deadline ? .green : .yellow)
        } else {
            self.init(day <= deadline ? .green : .red)
        }
    }
}
