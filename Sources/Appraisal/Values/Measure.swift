public import Foundation
internal import GoalModel

/// A measured or promised number, exact to twelve decimals.
///
/// Numbers of ten trillion and more are none that a town measures, so that no product of a score leaves 128 bits.
public struct Measure: Hashable, Comparable, Sendable {
    /// In 10⁻¹².
    let units: Int128

    static let one: Int128 = 1_000_000_000_000
    private static let limit = one * 1_000_000_000_000_000

    init(units: Int128) { self.units = units }

    public static let zero = Measure(units: 0)

    /// - Returns: `nil` for a number with more than twelve decimals, and for one that is too large.
    public init?(_ number: Decimal) {
        guard number.magnitude < Decimal(10_000_000_000_000) else { return nil }
        // Decimal prints every digit that it holds, without an exponent.
        let text = "\(number.magnitude)"
        let parts = text.split(separator: ".", maxSplits: 1)
        let decimals = parts.count > 1 ? parts[1] : ""
        guard let whole = parts.first.flatMap({ Int128($0) }), decimals.count <= 12 else { return nil }
        let padded = decimals + String(repeating: "0", count: 12 - decimals.count)
        guard let rest = Int128(padded) else { return nil }
        let magnitude = whole * Measure.one + rest
        units = number < 0 ? -magnitude : magnitude
    }

    /// Reads a plain number as people write it; `nil` for all else.
    public init?(written text: String) {
        guard let measure = Decimal(written: text).flatMap(Measure.init) else { return nil }
        self = measure
    }

    public init(_ whole: Int) { units = Int128(whole) * Measure.one }

    public static func < (a: Measure, b: Measure) -> Bool { a.units < b.units }

    /// The same in a smaller unit; `nil` where it gets too large.
    public func times(_ factor: Int64) -> Measure? {
        let (product, overflow) = units.multipliedReportingOverflow(by: Int128(factor))
        return overflow || product.magnitude >= Measure.limit.magnitude ? nil : Measure(units: product)
    }

    /// Exact as a decimal number.
    public var decimal: Decimal { Decimal(string: description, locale: nil) ?? 0 }
}

extension Measure: CustomStringConvertible {
    /// Without needless noughts: `37.24`, `100`, `-5`.
    public var description: String {
        let one = Measure.one.magnitude
        var decimals = "\(units.magnitude % one)"
        decimals = String(repeating: "0", count: 12 - decimals.count) + decimals
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return (units < 0 ? "-" : "") + "\(units.magnitude / one)" + (decimals.isEmpty ? "" : "." + decimals)
    }
}
