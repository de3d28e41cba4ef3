public import GoalModel

/// What share of its money a project should have paid by a day.
public struct PlannedShare: Hashable, Sendable {
    /// Of the whole, exact.
    public let share: Ratio

    /// - Returns: `nil` where the plan says nothing.
    public init?(on day: MonthDay, plan: SpendingPlan, settings: AppraisalSettings) {
        switch settings.standard {
        case .month: share = Ratio(Int128(day.month), 12) ?? .zero
        case .thresholds:
            let passed = settings.thresholds.filter { $0.key <= day }.max { $0.key < $1.key }
            share = Ratio(Int128(passed?.value ?? 0), 100) ?? .zero
        case .plan:
            guard plan.points.contains(where: { $0.percent != nil }) else { return nil }
            share = settings.between == .step ? PlannedShare.step(day, plan) : PlannedShare.linear(day, plan)
        }
    }

    private static func step(_ day: MonthDay, _ plan: SpendingPlan) -> Ratio {
        let passed = Array(zip(plan.points, plan.filled)).last { $0.0.by <= day }
        return ratio(passed?.1 ?? .zero)
    }

    /// By days between two dates of the plan; before the first one nothing is due.
    private static func linear(_ day: MonthDay, _ plan: SpendingPlan) -> Ratio {
        let points = Array(zip(plan.points.map(\.by), plan.filled))
        guard let last = points.last(where: { $0.0 <= day }) else { return .zero }
        guard let next = points.first(where: { $0.0 > day }) else { return ratio(last.1) }
        let (passed, all) = (day.dayOfYear - last.0.dayOfYear, next.0.dayOfYear - last.0.dayOfYear)
        let (from, to) = (Int128(last.1.tenThousandths), Int128(next.1.tenThousandths))
        return Ratio(from * Int128(all) + (to - from) * Int128(passed), Int128(all) * 1_000_000) ?? .zero
    }

    private static func ratio(_ percent: Percent) -> Ratio { Ratio(Int128(percent.tenThousandths), 1_000_000) ?? .zero }
}

extension Ratio {
    public static let zero = Ratio(whole: 0)

    private init(whole: Int128) { (numerator, denominator) = (whole, 1) }

    /// Whether nothing is there.
    public var isZero: Bool { numerator == 0 }

    /// This quotient by another; `nil` where that is nothing.
    func divided(by other: Ratio) -> Ratio? {
        let (top, first) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (bottom, second) = denominator.multipliedReportingOverflow(by: other.numerator)
        return first || second ? nil : Ratio(top, bottom)
    }
}

extension MonthDay {
    /// Days since the beginning of an ordinary year.
    var dayOfYear: Int {
        [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1] + day
    }
}
