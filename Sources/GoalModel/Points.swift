public import Foundation

/// A quantity that is counted in tenths and shown with one decimal.
public protocol CountedInTenths: Hashable, Comparable, Sendable, AdditiveArithmetic, CustomStringConvertible {
    var tenths: Int { get }

    init(tenths: Int)
}

extension CountedInTenths {
    public static var zero: Self { Self(tenths: 0) }

    public static func < (a: Self, b: Self) -> Bool { a.tenths < b.tenths }

    public static func + (a: Self, b: Self) -> Self { Self(tenths: Int(clamping: Int128(a.tenths) + Int128(b.tenths))) }

    public static func - (a: Self, b: Self) -> Self { Self(tenths: Int(clamping: Int128(a.tenths) - Int128(b.tenths))) }

    /// The same without its sign.
    public var magnitude: Self { Self(tenths: Int(clamping: tenths.magnitude)) }

    /// Exact, without a unit: `87.5`.
    public var decimal: Decimal { Decimal(Int64(tenths), decimals: 1) }

    /// With one decimal and without a unit: `87.5`, `100.0`.
    public var digits: String { "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)" }

    public var description: String { digits }
}

/// Points of a score that goes from 0 to 100.
public struct Points: CountedInTenths {
    public let tenths: Int

    public init(tenths: Int) { self.tenths = tenths }

    /// A score of which nothing is lost.
    public static let full = Points(tenths: 1_000)

    /// The part of the full score.
    public var share: Share { Share(tenths: tenths) }
}

/// A share of a whole in per cent, to a tenth; shown with its sign: `12.3%`.
public struct Share: CountedInTenths {
    /// Of a per cent.
    public let tenths: Int

    public init(tenths: Int) { self.tenths = tenths }

    /// `part` of `whole`, rounded down, so that only the whole is ``whole``; nothing where there is no whole.
    public init(_ part: Int, of whole: Int) {
        tenths = whole == 0 ? 0 : part * 1_000 / whole
    }

    public static let whole = Share(tenths: 1_000)

    /// The part of a length or of another quantity.
    public func of(_ quantity: Double) -> Double { quantity * Double(tenths) / 1_000 }

    public var description: String { digits + "%" }
}
