internal import Foundation

/// A decimal number of up to 38 digits, exact; arithmetic that would need more gives no number.
struct ExactNumber: Hashable, Sendable {
    /// The number without its point.
    let digits: Int128
    /// How many of the digits stand behind the point.
    let places: Int

    init(_ whole: Int) {
        digits = Int128(whole)
        places = 0
    }

    init(fen: Int64) {
        digits = Int128(fen)
        places = 0
    }

    private init(digits: Int128, places: Int) {
        self.digits = digits
        self.places = places
    }

    init?(_ decimal: Decimal) {
        let parts = "\(decimal)".split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let digits = Int128(parts.joined()) else { return nil }
        self.init(digits: digits, places: parts.count == 2 ? parts[1].count : 0)
    }

    func times(_ other: ExactNumber) -> ExactNumber? {
        let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
        return overflow ? nil : ExactNumber(digits: product, places: places + other.places)
    }

    func plus(_ other: ExactNumber) -> ExactNumber? {
        let most = max(places, other.places)
        guard let a = scaled(to: most), let b = other.scaled(to: most) else { return nil }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : ExactNumber(digits: sum, places: most)
    }

    /// The digits with more of them behind the point.
    func scaled(to more: Int) -> Int128? {
        var result = digits
        for _ in places..<max(places, more) {
            let (next, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = next
        }
        return result
    }

    /// The nearest whole number, a half upwards; `nil` beyond `Int64` and below zero.
    var rounded: Int64? {
        guard digits >= 0 else { return nil }
        guard let unit = ExactNumber(1).scaled(to: places) else { return 0 }
        let (whole, rest) = digits.quotientAndRemainder(dividingBy: unit)
        return Int64(exactly: rest >= unit - rest ? whole + 1 : whole)
    }

    /// Whether there is nothing but zeros behind the point.
    var isWhole: Bool {
        guard let unit = ExactNumber(1).scaled(to: places) else { return digits == 0 }
        return digits % unit == 0
    }
}
