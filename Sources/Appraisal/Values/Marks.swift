public import Foundation
internal import Text

/// Points of a self-evaluation form (分值、得分), in hundredths; the whole form has 100.00.
public struct Marks: Hashable, Comparable, Sendable, AdditiveArithmetic {
    public let hundredths: Int

    public init(hundredths: Int) { self.hundredths = hundredths }

    public init(_ whole: Int) { hundredths = whole * 100 }

    public static let zero = Marks(hundredths: 0)
    public static let full = Marks(100)

    public static func < (a: Marks, b: Marks) -> Bool { a.hundredths < b.hundredths }

    public static func + (a: Marks, b: Marks) -> Marks {
        Marks(hundredths: Int(clamping: Int128(a.hundredths) + Int128(b.hundredths)))
    }

    public static func - (a: Marks, b: Marks) -> Marks {
        Marks(hundredths: Int(clamping: Int128(a.hundredths) - Int128(b.hundredths)))
    }

    /// Part of these points, rounded half-up to a hundredth.
    ///
    /// - Parameter percent: whole per cents.
    public func share(percent: Int) -> Marks {
        Ratio(Int128(hundredths) * Int128(percent), 100).map { Marks(hundredths: $0.rounded) } ?? .zero
    }
}

extension Marks: CustomStringConvertible {
    /// With two decimals: `8.62`, `100.00`.
    public var description: String {
        "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100).\((hundredths.magnitude % 100).padded(to: 2))"
    }

    /// Exact.
    public var decimal: Decimal { Decimal(hundredths) / 100 }

    /// As a weight is written: `10`, `12.5`, `33.33`.
    public var short: String {
        var text = description
        while text.hasSuffix("0") { text.removeLast() }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
