public import Diagnostics
public import GoalModel

/// 测算核对: what quantity times unit cost comes to, beside the project's budget.
///
/// There is one only where the units of a project fit together beyond doubt; most projects have none.
public struct Estimate: Hashable, Sendable {
    /// The project's number.
    public var project: Int
    /// One Chinese sentence without full stop: the proof (`454人 × 300元/人/月 × 12月 = 163.44万元，与预算数一致`), or
    /// the contradiction.
    public var text: String
    /// Quantity times unit cost in 分, rounded half-up; `nil` where it is not known.
    public var estimateFen: Int64?
    /// The estimate divided by the budget, for showing only; `nil` where it is not known.
    public var ratio: Double?
    /// Whether estimate and budget are so close that the one explains the other.
    public var agrees: Bool
    /// What the signs before quantity and unit cost make of the product.
    public var bound: Bound
    /// How grave the contradiction is; `nil` where there is none.
    public var severity: Severity?
    /// The calculation alone: `454人 × 300元/人/月 × 12月`.
    public var formula: String
    /// The cost row's price with all its parts: `300元/人/月`.
    public var price: String
    public var budget: Money
    /// The indicator rows that were multiplied, from 1, the cost row first.
    public var rows: [Int]

    public enum Bound: String, Hashable, Sendable, CaseIterable {
        /// Plain numbers: the product is the amount.
        case exact = "测算数"
        /// `≥` only: it costs at least that.
        case atLeast = "至少"
        /// `≤` only: it costs at most that.
        case atMost = "最多"
        /// `≥` with `≤`: it bounds nothing.
        case point = "点估计"
    }
}

extension Estimate {
    /// How estimate and budget stand to each other, in a word or two.
    public var conclusion: String {
        switch severity {
        case nil: "一致"
        case .hint: "有出入"
        case .warning, .error: "不符"
        }
    }
}
