public import GoalModel

/// Paid money against what should have been paid.
public struct MoneyProgress: Hashable, Sendable {
    public var adjusted: Money
    /// `nil` where nobody has told it.
    public var paid: Money?
    /// Paid ÷ adjusted; 0 without a budget.
    public var rate: Ratio?
    /// What should be paid by the day; `nil` where there is no plan.
    public var standard: Ratio?
    /// Rate ÷ standard; `nil` where nothing is due.
    public var value: Ratio?
    public var lamp: Lamp
    /// What will be paid by the end of the year: as told, else at the pace so far.
    public var forecast: Money?
    /// Something was paid before the plan begins.
    public var isEarly = false

    /// - Parameters:
    ///   - standard: `nil` without a plan.
    ///   - forecast: as the town told it.
    ///   - thresholds: a rate below the standard is red, and nothing is yellow.
    public init(adjusted: Money, paid: Money?, standard: Ratio?, forecast: Money? = nil, thresholds: Bool = false) {
        (self.adjusted, self.paid, self.standard, self.forecast) = (adjusted, paid, standard, forecast)
        guard let paid else {
            lamp = .grey
            return
        }
        let rate = adjusted > .zero ? Ratio(Int128(paid.fen), Int128(adjusted.fen)) ?? .zero : .zero
        self.rate = rate
        guard let standard else {
            lamp = .grey
            return
        }
        guard !standard.isZero, adjusted > .zero else {
            lamp = .green
            isEarly = standard.isZero && paid > .zero
            return
        }
        let value = rate.divided(by: standard) ?? .zero
        self.value = value
        lamp = thresholds ? (value.isBelow(percent: 100) ? .red : .green) : Lamp(of: value)
        if forecast == nil {
            let pace = Ratio(Int128(paid.fen) * standard.denominator, standard.numerator)
            self.forecast = min(adjusted, Money(fen: Int64(pace?.rounded ?? 0)))
        }
    }

    /// What should have been paid by the day, to the nearest 分.
    public var planned: Money? {
        standard.map { Money(fen: Int64(Ratio(Int128(adjusted.fen) * $0.numerator, $0.denominator)?.rounded ?? 0)) }
    }

    /// How much is missing to the plan; nothing where it is met.
    public var behind: Money? {
        guard let planned, let paid else { return nil }
        return max(.zero, planned - paid)
    }
}
