internal import Foundation
internal import GoalModel
internal import Text

/// A value that is a positive amount of money, with what stands behind the word for money (`/人/月`).
struct PricedValue: Sendable {
    let number: Decimal
    let comparator: Target.Comparator?
    /// As the table of units spells it: 元, 万元.
    let word: String
    /// One unit of money in 分.
    let fen: Int64
    /// What the unit says that it is for; empty where it is nothing but the word for money.
    let per: Denominators

    init?(_ quantity: Target.Quantity, tables: LintingTables) {
        guard let number = quantity.number, number > 0 else { return nil }
        let unit = quantity.unit.folded.withoutSpaces.lowercased()
        let money = tables.estimates.money
        let spelled = money.keys.filter(unit.begins).max { $0.count < $1.count }
        guard let word = spelled, let fen = money[word] else { return nil }
        // A remark in brackets tells a part, 元（每人每月）, or nothing to reckon with, 元（含税）.
        let whole = tables.denominators(behindMoney: unit.dropFirst(word.count))
        guard let per = whole ?? tables.denominators(behindMoney: UnitTable.bare(unit).dropFirst(word.count)) else { return nil }
        self.number = number
        comparator = quantity.comparator
        (self.word, self.fen, self.per) = (word, fen, per)
    }

    /// In 分.
    var amount: Decimal { number * Decimal(fen) }

    /// `300元/人/月`.
    func written(per parts: [String]) -> String {
        "\(number)" + word + parts.map { "/" + $0 }.joined()
    }
}

extension Row {
    /// The amount of money that a cost row states.
    func price(_ tables: LintingTables) -> PricedValue? {
        kind == .cost ? quantity.flatMap { PricedValue($0, tables: tables) } : nil
    }

    /// Whether name or description speak of a price: 每, 均 or 标准, but not 高标准农田 or 均衡.
    func mentionsPrice(_ tables: LintingTables) -> Bool {
        tables.words.perUnit.contains { word in
            [name, description].contains { $0.holds(word, outside: tables.estimates.notPrices) }
        }
    }
}
