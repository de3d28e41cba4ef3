public import GoalModel

/// The points of single rows, on bare values.
public struct RowScoring: Hashable, Sendable {
    public let rules: ScoringRules

    public init(_ rules: ScoringRules) { self.rules = rules }

    /// A number against its target.
    ///
    /// An actual below zero counts as zero. Reaching the target is enough for `>` and `<`, too.
    public func score(actual: Measure, target: Measure, sign: Target.Comparator, weight: Marks) -> RowScore {
        switch sign {
        case .atLeast, .moreThan: rising(actual, target, weight, mayCost: true)
        case .equal: target.units == 0 ? equalToZero(actual, weight) : rising(actual, target, weight, mayCost: false)
        case .atMost, .lessThan: falling(actual, target, weight)
        }
    }

    /// Whether a number reaches its target, as the points go by it.
    public static func isMet(actual: Measure, target: Measure, sign: Target.Comparator) -> Bool {
        let actual = max(actual, .zero)
        return switch sign {
        case .atLeast, .moreThan: target <= .zero || actual >= target
        case .equal: target == .zero ? actual == .zero : actual >= target
        case .atMost, .lessThan: actual <= target
        }
    }

    private func rising(_ actual: Measure, _ target: Measure, _ weight: Marks, mayCost: Bool) -> RowScore {
        if target <= .zero { return met(actual, "≥", target, weight) }
        if actual < .zero {
            return RowScore(.zero, of: weight, .belowZero, isMissed: true, working: "\(actual)小于0，按0计，得0.00")
        }
        if actual >= target {
            guard mayCost, rules.deductsOverAchievement, let kept = Self.kept(actual, target) else {
                return met(actual, "≥", target, weight)
            }
            let points = weight.share(percent: kept)
            let working = "\(weight.short)×\(kept)% = \(points)（完成\(actual)，是目标\(target)的\(Self.multiple(kept))倍以上）"
            return RowScore(points, of: weight, .overAchieved, isMissed: false, working: working)
        }
        let points = Self.points(weight, actual.units, target.units)
        let working = "\(weight.short)×\(actual)/\(target) = \(points)"
        return RowScore(points, of: weight, .proportion, isMissed: true, working: working)
    }

    private func equalToZero(_ actual: Measure, _ weight: Marks) -> RowScore {
        actual <= .zero ? met(max(actual, .zero), "=", .zero, weight) : zeroTargetMissed(actual, weight)
    }

    private func falling(_ actual: Measure, _ target: Measure, _ weight: Marks) -> RowScore {
        let actual = max(actual, .zero)
        if actual <= target { return met(actual, "≤", target, weight) }
        if target <= .zero { return zeroTargetMissed(actual, weight) }
        switch rules.reverse {
        case .proportional:
            let points = Self.points(weight, target.units, actual.units)
            let working = "\(weight.short)×\(target)/\(actual) = \(points)"
            return RowScore(points, of: weight, .reverseProportion, isMissed: true, working: working)
        case .deducting:
            let left = 2 * target.units - actual.units
            guard left > 0 else {
                let working = "\(actual)达到目标\(target)的2倍，得0.00"
                return RowScore(.zero, of: weight, .twiceTheTarget, isMissed: true, working: working)
            }
            let points = Self.points(weight, left, target.units)
            let working = "\(weight.short)×(1−(\(actual)−\(target))/\(target)) = \(points)"
            return RowScore(points, of: weight, .reverseDeduction, isMissed: true, working: working)
        }
    }

    private func met(_ actual: Measure, _ sign: String, _ target: Measure, _ weight: Marks) -> RowScore {
        RowScore(weight, of: weight, .met, isMissed: false, working: "\(actual)\(sign)\(target)，得\(weight)")
    }

    private func zeroTargetMissed(_ actual: Measure, _ weight: Marks) -> RowScore {
        RowScore(.zero, of: weight, .zeroTargetMissed, isMissed: true, working: "目标为0，完成\(actual)，得0.00")
    }

    /// weight × part ÷ whole, half-up to a hundredth.
    private static func points(_ weight: Marks, _ part: Int128, _ whole: Int128) -> Marks {
        Marks(hundredths: Ratio(Int128(weight.hundredths) * part, whole)?.rounded ?? 0)
    }

    /// What is left of the weight from twice, three and five times the target on, in per cent.
    private static func kept(_ actual: Measure, _ target: Measure) -> Int? {
        for (multiple, kept) in multiples where actual.units >= target.units * Int128(multiple) { return kept }
        return nil
    }

    private static let multiples = [(5, 70), (3, 80), (2, 90)]

    private static func multiple(_ kept: Int) -> Int { multiples.first { $0.1 == kept }?.0 ?? 1 }
}
