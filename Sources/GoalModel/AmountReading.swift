public import Foundation
internal import Text

extension Decimal {
    /// Reads a plain number as people write it: full-width digits, thousands separators, spaces, one decimal point.
    ///
    /// `nil` for anything else (`12..5`, `1,2,3`, `12万`) and for more than 18 digits, so that the value is always exact.
    public init?(written text: String) {
        var digits = ""
        var groups = 0
        var sinceComma: Int? = nil
        var point = false
        var count = 0
        for character in text.folded where !character.isWhitespace {
            switch character {
            case "0"..."9":
                digits.append(character)
                count += 1
                if !point, let run = sinceComma { sinceComma = run + 1 }
            case ",":
                if point || count == 0 || (groups > 0 && sinceComma != 3) { return nil }
                groups += 1
                sinceComma = 0
            case ".":
                if point || count == 0 || (groups > 0 && sinceComma != 3) { return nil }
                point = true
                digits.append(".")
            case "-" where digits.isEmpty, "+" where digits.isEmpty:
                if character == "-" { digits.append("-") }
            default: return nil
            }
        }
        if count == 0 || count > 18 || digits.hasSuffix(".") || (groups > 0 && !point && sinceComma != 3) { return nil }
        self.init(string: digits, locale: nil)
    }
}

extension Money {
    /// Reads an amount that a table states in `unit`.
    ///
    /// - Returns: `nil` when the text is no plain number, is not whole in 分, or is beyond ``largest``.
    public init?(written text: String, in unit: MoneyUnit) {
        guard let number = Decimal(written: text), let money = Money(number, in: unit) else { return nil }
        self = money
    }

    /// - Returns: `nil` when the amount is not whole in 分 or is beyond ``largest``.
    public init?(_ number: Decimal, in unit: MoneyUnit) {
        let exact = number * Decimal(unit.fen)
        guard exact.magnitude <= Decimal(Money.largest.fen) else { return nil }
        let fen = (exact as NSDecimalNumber).int64Value
        guard Decimal(fen) == exact else { return nil }
        self.init(fen: fen)
    }
}
