internal import GoalModel

/// One way to multiply a cost row out.
struct Reading: Sendable {
    let cost: CostAmount
    let factors: [Factor]
    /// The part of the price that is a time.
    let period: Period
    /// Whether nothing else can be meant, so that a contradiction may be told.
    let isCertain: Bool

    /// A quantity row for a part of the price.
    struct Factor: Sendable {
        let counted: CountedRow
        /// What of the row is counted.
        let measured: Measured
        /// The part of the price.
        let per: Measured
        let isCertain: Bool
    }

    /// A part of the price that is a time: 12 months, or one year or no time at all.
    struct Period: Sendable {
        let count: Int
        /// Empty where the price is for no time.
        let word: String
        let isCertain: Bool

        static let none = Period(count: 1, word: "", isCertain: true)
    }

    init(_ cost: CostAmount, _ factors: [Factor], _ period: Period, isCertain: Bool = true) {
        (self.cost, self.factors, self.period) = (cost, factors, period)
        self.isCertain = isCertain && period.isCertain && factors.allSatisfy(\.isCertain) && !cost.per.isUnclear
    }

    /// In 分; `nil` where units would have to be divided or where it has too many digits.
    var value: ExactNumber? {
        factors.reduce(cost.value?.times(ExactNumber(period.count))) { product, factor in
            let (size, rest) = factor.measured.size.quotientAndRemainder(dividingBy: factor.per.size)
            return rest == 0 ? product?.times(factor.counted.number)?.times(ExactNumber(size)) : nil
        }
    }

    var comparators: [Target.Comparator] {
        [cost.comparator].compactMap(\.self) + factors.compactMap(\.counted.comparator)
    }

    var rows: [Int] { [cost.row.number] + factors.map(\.counted.row.number) }

    /// `300元/人/月`, also where only words tell the parts.
    var price: String {
        cost.shown(per: factors.map(\.per.word) + (period.word.isEmpty ? [] : [period.word]))
    }

    /// `454人 × 300元/人/月 × 12月`.
    var formula: String {
        let times = period.count == 1 ? [] : ["\(period.count)\(period.word)"]
        return (factors.map { $0.counted.shown(as: $0.measured) } + [price] + times).joined(separator: " × ")
    }
}
