public import GoalModel

/// The points of 预算执行率.
public struct ExecutionScore: Hashable, Sendable {
    /// Paid ÷ adjusted, exact; `nil` without a budget.
    public var rate: Ratio?
    public var weight: Marks
    public var points: Marks
    /// More was paid than the budget allows.
    public var isOver: Bool
    /// For people: `10×37.24/43.2 = 8.62`.
    public var working: String

    /// - Parameters:
    ///   - adjusted: 全年预算数.
    ///   - paid: 全年执行数.
    ///   - unit: that of the working.
    public init(adjusted: Money, paid: Money, weight: Marks, zeroBudget: ScoringRules.ZeroBudget = .zero, unit: MoneyUnit = .wan)
    {
        self.weight = weight
        isOver = paid > adjusted
        guard adjusted > .zero, let rate = Ratio(Int128(paid.fen), Int128(adjusted.fen)) else {
            rate = nil
            points = paid == .zero && zeroBudget == .full ? weight : .zero
            working = paid == .zero ? "没有预算，得\(points)" : "没有预算而有支出，得\(points)"
            return
        }
        self.rate = rate
        let exact = Marks(hundredths: max(0, rate.times(weight.hundredths).rounded))
        points = min(weight, exact)
        let quotient = "\(paid.amount(in: unit))/\(adjusted.amount(in: unit))"
        working = "\(weight.short)×\(quotient) = \(exact)" + (exact > weight ? "，不超过\(weight.short)" : "")
    }

    /// The rate as printed, half-up to two decimals; `nil` shows as —.
    public var percent: RoundedPercent? { rate?.percent }

    /// Whether the reason must be told: the exact rate is below 90 %, though 90.00 % may be printed (川财, 自评表填报说明).
    public var needsReason: Bool { rate.map { $0.isBelow(percent: 90) } ?? false }
}
