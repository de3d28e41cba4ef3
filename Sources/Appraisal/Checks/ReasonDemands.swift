internal import GoalModel

/// When words are demanded of the town.
enum ReasonDemands {
    /// Whether an adjusted budget is so far from the first one that it must be explained.
    static func adjustment(from initial: Money, to adjusted: Money, limit: Int) -> Bool {
        let change = Int128(adjusted.fen) - Int128(initial.fen)
        return change.magnitude * 100 > UInt128(max(0, limit)) * Int128(initial.fen).magnitude
    }

    /// Whether a number is so far above its annual target that it must be explained.
    static func overAchievement(
        actual: Measure, target: Measure, sign: Target.Comparator, _ rule: AppraisalSettings.OverAchievement
    ) -> Bool {
        let actual = max(actual, .zero)
        switch rule.rule {
        case .multiple:
            guard rule.everySign || [.atLeast, .moreThan].contains(sign) else { return false }
            if target <= .zero { return rule.zeroTarget > 0 && target == .zero && actual >= Measure(rule.zeroTarget) }
            return actual.units * 100 >= target.units * Int128(rule.percent)
        case .deviation:
            switch sign {
            case .atLeast:
                // Rounded to two decimals before it is compared, as the system does.
                guard target > .zero, let excess = Ratio(actual.units - target.units, target.units) else { return false }
                return excess.percent.hundredths > rule.percent * 100
            case .equal: return actual > target
            case .moreThan, .atMost, .lessThan: return false
            }
        }
    }
}
