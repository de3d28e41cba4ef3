internal import Foundation
internal import GoalModel
internal import Text

extension Percent {
    /// Reads a percentage as written, with or without its sign: `25%`, `25.00％`, `百分之25`, `百分之九十五`, `25`.
    ///
    /// `nil` for anything else, and for more than four decimals.
    init?(written text: String) {
        guard let number = Percent.number(in: text), number.magnitude < 1_000_000_000 else { return nil }
        let exact = number * 10_000
        let whole = (exact as NSDecimalNumber).int64Value
        guard Decimal(whole) == exact else { return nil }
        self.init(tenThousandths: whole)
    }

    /// Whether the text says of itself that it is a percentage.
    static func isSigned(_ text: String) -> Bool {
        text.begins(with: "百分之") || text.unicodeScalars.last(where: { !$0.isBlank })?.folded == "%"
    }

    private static func number(in text: String) -> Decimal? {
        let word = text.trimmed
        if word.begins(with: "百分之") {
            let rest = String(word.dropFirst(3)).trimmed
            return rest == "百" ? 100 : Decimal(written: rest) ?? Decimal(chinese: rest[...])
        }
        return Decimal(written: isSigned(word) ? String(word.dropLast()) : word)
    }
}
