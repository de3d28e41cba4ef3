internal import Foundation
internal import GoalModel

/// A cost row that states an amount of money: a total, or a price for something.
struct CostAmount: Sendable {
    let row: Row
    let number: ExactNumber
    let comparator: Target.Comparator?
    /// The word for the unit of money, as the table spells it, and its size in 分.
    let money: (word: String, fen: Int64)
    /// What the price is for; empty for a total.
    let per: Denominators
    /// The unit is nothing but the word for money.
    let isPlain: Bool
    /// Name or description has 每, 均 or 标准, or the unit has parts.
    let isPrice: Bool
    /// 标准 that everybody gets who is counted.
    let isStandard: Bool
    let nouns: Nouns

    /// `nil` where the value is no positive amount of money.
    init?(_ row: Row, tables: LintingTables, generic: GenericWords) {
        guard row.kind == .cost, let quantity = row.quantity, let decimal = quantity.number, decimal > 0,
            let number = ExactNumber(decimal)
        else { return nil }
        let words = tables.estimates
        let unit = quantity.unit.folded.withoutSpaces.lowercased()
        let spelled = words.money.keys.filter { unit.hasPrefix($0) }.max { $0.count < $1.count }
        guard let word = spelled, let fen = words.money[word] else { return nil }
        // A remark in brackets tells a part, 元（每人每月）, or nothing to reckon with, 元（含税）.
        let whole = tables.denominators(behindMoney: unit.dropFirst(word.count))
        guard let behind = whole ?? tables.denominators(behindMoney: UnitTable.bare(unit).dropFirst(word.count)) else { return nil }
        self.row = row
        self.number = number
        comparator = quantity.comparator
        money = (word, fen)
        isPlain = behind.isEmpty
        var per = behind
        for text in [row.indicator.name, row.indicator.description] { per.add(tables.denominators(inWords: text), words) }
        self.per = per
        isPrice = !behind.isEmpty || row.mentions(tables.words.perUnit) || !per.isEmpty
        isStandard = row.mentions(words.standards)
        let items = per.measures.map(\.noun)
        nouns = Nouns([row.indicator.name, row.indicator.description] + items, without: generic)
    }

    /// `300元`, with the parts that are multiplied: `/人/月`.
    func shown(per parts: [String]) -> String {
        (row.quantity?.number.map { "\($0)" } ?? "") + money.word + parts.map { "/" + $0 }.joined()
    }

    /// In 分; `nil` where it has too many digits.
    var value: ExactNumber? { Int(exactly: money.fen).flatMap { number.times(ExactNumber($0)) } }
}
