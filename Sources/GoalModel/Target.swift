public import Foundation

/// An indicator's value: what the town promises, as printed and as understood.
public struct Target: Hashable, Sendable {
    /// The cell as printed, trimmed.
    public var text: String
    public var value: Value

    public enum Value: Hashable, Sendable {
        case quantity(Quantity)
        case deadline(Deadline)
        /// A grade word (优, 良以上).
        case grade(String)
        case text
    }

    /// A comparator, a number and a unit, such as `≤2800元/月/人`.
    public struct Quantity: Hashable, Sendable {
        public var comparator: Comparator?
        /// `nil` where only a unit is written (`万元`).
        public var number: Decimal?
        /// As printed: `%`, `百分比`, `元/人/月`, empty, or a phrase typed into the unit field.
        public var unit: String

        public init(comparator: Comparator? = nil, number: Decimal?, unit: String) {
            self.comparator = comparator
            self.number = number
            self.unit = unit
        }
    }

    /// A point or rhythm of time: `2022年12月31日前完成`, `12月底前`, `按月发放`.
    public struct Deadline: Hashable, Sendable {
        public var year: Int?
        /// `nil` for a rhythm such as `按月发放` or `每月20日前发放`.
        public var by: MonthDay?

        public init(year: Int? = nil, by: MonthDay? = nil) {
            self.year = year
            self.by = by
        }
    }

    public enum Comparator: String, Hashable, Sendable, CaseIterable {
        case atLeast = "≥"
        case moreThan = ">"
        case atMost = "≤"
        case lessThan = "<"
        case equal = "="
    }

    public init(text: String, value: Value) {
        self.text = text
        self.value = value
    }

    /// `quantity`, `deadline`, `grade` or `text`, as facts.json names it.
    public var kind: String {
        switch value {
        case .quantity: "quantity"
        case .deadline: "deadline"
        case .grade: "grade"
        case .text: "text"
        }
    }

    public var quantity: Quantity? {
        if case .quantity(let quantity) = value { quantity } else { nil }
    }

    public var deadline: Deadline? {
        if case .deadline(let deadline) = value { deadline } else { nil }
    }
}
