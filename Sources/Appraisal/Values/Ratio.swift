public import Foundation

/// An exact quotient that is never rounded before it is shown.
public struct Ratio: Hashable, Sendable {
    let numerator: Int128
    /// Above zero.
    let denominator: Int128

    /// - Returns: `nil` where there is nothing to divide by.
    init?(_ numerator: Int128, _ denominator: Int128) {
        guard denominator != 0 else { return nil }
        (self.numerator, self.denominator) = denominator < 0 ? (-numerator, -denominator) : (numerator, denominator)
    }

    /// The nearest whole number, halves away from zero as in 四舍五入.
    var rounded: Int {
        let (sum, overflow) = (numerator.magnitude &* 2).addingReportingOverflow(denominator.magnitude)
        let whole = overflow ? numerator.magnitude / denominator.magnitude : sum / (2 * denominator.magnitude)
        return numerator < 0 ? -Int(clamping: whole) : Int(clamping: whole)
    }

    func times(_ factor: Int) -> Ratio {
        let (product, overflow) = numerator.multipliedReportingOverflow(by: Int128(factor))
        return Ratio(overflow ? (numerator < 0 ? -Int128.max / 4 : Int128.max / 4) : product, denominator) ?? self
    }

    /// Whether the quotient is below a number of hundredths; exact.
    public func isBelow(percent: Int) -> Bool { times(100).numerator < Int128(percent) * denominator }

    /// Whether the quotient is above a number of hundredths; exact.
    public func isAbove(percent: Int) -> Bool { times(100).numerator > Int128(percent) * denominator }

    /// The quotient in per cent.
    public var percent: RoundedPercent { RoundedPercent(hundredths: times(10_000).rounded) }
}

/// A percentage as it is printed: half-up to two decimals, never calculated with.
public struct RoundedPercent: Hashable, Comparable, Sendable {
    /// Of a per cent.
    public let hundredths: Int

    public init(hundredths: Int) { self.hundredths = hundredths }

    public static func < (a: RoundedPercent, b: RoundedPercent) -> Bool { a.hundredths < b.hundredths }
}

extension RoundedPercent: CustomStringConvertible {
    /// Without a sign: `86.20`.
    public var digits: String { Marks(hundredths: hundredths).description }

    /// Without a sign, exact.
    public var decimal: Decimal { Decimal(hundredths) / 100 }

    /// `86.20%`.
    public var description: String { digits + "%" }
}
