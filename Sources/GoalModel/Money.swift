public import Foundation

/// An exact amount of money in 分 (1/100 yuan).
///
/// Arithmetic never traps: a sum that would leave `Int64` stays at its limit. Amounts read from documents are
/// limited to ``largest``, so that sums of tens of thousands of projects are exact.
public struct Money: Hashable, Sendable {
    /// The amount in 分.
    public let fen: Int64

    public init(fen: Int64) {
        self.fen = fen
    }

    public static let zero = Money(fen: 0)
    /// One trillion yuan; more than that in a town's book is a slip of the pen.
    public static let largest = Money(fen: 100_000_000_000_000)

    public static func + (a: Money, b: Money) -> Money {
        let (sum, overflow) = a.fen.addingReportingOverflow(b.fen)
        return Money(fen: overflow ? (a.fen > 0 ? .max : .min) : sum)
    }

    public static func - (a: Money, b: Money) -> Money {
        let (difference, overflow) = a.fen.subtractingReportingOverflow(b.fen)
        return Money(fen: overflow ? (a.fen > 0 ? .max : .min) : difference)
    }

    /// The amount as a decimal number of the given unit, exact.
    public func amount(in unit: MoneyUnit) -> Decimal {
        Decimal(fen, decimals: unit.decimals)
    }
}

extension Money: Comparable {
    public static func < (a: Money, b: Money) -> Bool {
        a.fen < b.fen
    }
}

extension Sequence where Element == Money {
    /// The exact sum.
    public func total() -> Money {
        reduce(.zero, +)
    }
}
