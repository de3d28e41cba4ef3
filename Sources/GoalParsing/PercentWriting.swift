internal import Foundation
internal import GoalModel
internal import Text

extension Percent {
    /// Reads a percentage as written, with or without its sign: `25%`, `25.00％`, `百分之25`, `25`.
    ///
    /// `nil` for anything else, and for more than four decimals.
    init?(written text: String) {
        var word = Substring(text.withoutSpaces.folded)
        if word.hasPrefix("百分之") { word = word.dropFirst(3) } else if word.hasSuffix("%") { word = word.dropLast() }
        guard let number = Decimal(written: String(word)), number.magnitude < 1_000_000_000 else { return nil }
        let exact = number * 10_000
        let whole = (exact as NSDecimalNumber).int64Value
        guard Decimal(whole) == exact else { return nil }
        self.init(tenThousandths: whole)
    }
}
