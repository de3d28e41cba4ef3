internal import Foundation
internal import GoalModel

struct EstimateWording {
    let formula: String
    let amount: Money
    /// The exact product is no whole number of 分.
    let isRounded: Bool
    let budget: Money
    let bound: Estimate.Bound
    /// That of the project's table.
    let unit: MoneyUnit

    /// `454人 × 300元/人/月 × 12月 = 163.44万元，与预算数一致`.
    var proof: String {
        let point = bound == .point ? "（点估计）" : ""
        if amount == budget { return "\(equation)\(point)，与预算数一致" }
        return "\(equation)\(point)，与预算数\(budget.words(in: unit))相差\(share(of: difference))"
    }

    /// `31亩 × 2210元/亩 = 6.851万元（最多），只有预算数100万元的6.9%`.
    var contradiction: String {
        let remark =
            switch bound {
            case .exact: ""
            case .atLeast: "（至少）"
            case .atMost: "（最多）"
            case .point: "（点估计）"
            }
        let shown = "预算数\(budget.words(in: unit))"
        // No budget is so large that the product of two would overflow.
        if amount.fen >= budget.fen * 2 { return "\(equation)\(remark)，是\(shown)的\(tenths(amount.fen, budget.fen))倍" }
        if amount.fen * 2 < budget.fen { return "\(equation)\(remark)，只有\(shown)的\(share(of: amount))" }
        let word = amount > budget ? "多" : "少"
        return "\(equation)\(remark)，比\(shown)\(word)\(difference.words(in: unit))（\(share(of: difference))）"
    }

    private var equation: String { "\(formula) \(isRounded ? "≈" : "=") \(amount.words(in: unit))" }

    private var difference: Money { max(amount, budget) - min(amount, budget) }

    /// A share of the budget in %, with one decimal, below 1 % with two.
    private func share(of part: Money) -> String {
        let hundredths = rounded(part.fen, 10_000, budget.fen)
        if hundredths == 0 { return "不到0.01%" }
        if hundredths < 100 { return "\(Decimal(hundredths) / 100)%" }
        return "\(Decimal(rounded(part.fen, 1000, budget.fen)) / 10)%"
    }

    private func tenths(_ part: Int64, _ whole: Int64) -> String {
        "\(Decimal(rounded(part, 10, whole)) / 10)"
    }

    /// `part × factor ÷ whole`, a half upwards.
    private func rounded(_ part: Int64, _ factor: Int128, _ whole: Int64) -> Int64 {
        Int64(clamping: (Int128(part) * factor * 2 + Int128(whole)) / (Int128(whole) * 2))
    }
}
