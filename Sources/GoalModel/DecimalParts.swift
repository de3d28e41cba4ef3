public import Foundation

extension Decimal {
    /// A number of tenths, hundredths and so on. Dividing by a power of ten gives the same and takes a hundred times as long.
    public init(_ parts: Int64, decimals: Int) {
        var (parts, decimals) = (parts, decimals)
        while decimals > 0, parts.isMultiple(of: 10) {
            parts /= 10
            decimals -= 1
        }
        self.init(sign: parts < 0 ? .minus : .plus, exponent: -decimals, significand: Decimal(parts.magnitude))
    }
}
