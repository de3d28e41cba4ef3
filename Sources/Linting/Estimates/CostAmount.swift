internal import GoalModel

/// A cost row that states an amount of money: a total, or a price for something.
struct CostAmount: Sendable {
    let row: Row
    let number: ExactNumber
    private let price: PricedValue
    /// What the price is for by its unit and by words; empty for a total.
    let per: Denominators
    /// Name or description has 每, 均 or 标准, or the unit has parts.
    let isPrice: Bool
    /// 标准 that everybody may get who is counted.
    let isStandard: Bool
    /// 标准 of a payment to people, such as 发放标准 and 补贴标准.
    let isPayout: Bool
    let nouns: NounOverlap

    /// `nil` where the value is no positive amount of money.
    init?(_ row: Row, tables: LintingTables, generic: WordFinder) {
        guard let price = row.price(tables), let number = ExactNumber(price.number) else { return nil }
        var per = price.per
        let texts = [row.indicator.name, row.indicator.description]
        for text in texts { per.add(tables.denominators(inWords: text), tables.estimates) }
        (self.row, self.price, self.number, self.per) = (row, price, number, per)
        isPrice = !per.isEmpty || row.mentionsPrice(tables)
        isStandard = row.mentions(tables.estimates.standards) && row.mentionsPrice(tables)
        isPayout = isStandard && row.mentions(tables.words.payments + tables.estimates.payouts)
        nouns = NounOverlap(texts + per.measures.map(\.noun), without: generic)
    }

    var comparator: Target.Comparator? { price.comparator }

    /// The unit is nothing but the word for money.
    var isPlain: Bool { price.per.isEmpty }

    /// `300元`, with the parts that are multiplied: `/人/月`.
    func shown(per parts: [String]) -> String {
        "\(price.number)" + price.word + parts.map { "/" + $0 }.joined()
    }

    /// In 分; `nil` where it has too many digits.
    var value: ExactNumber? { Int(exactly: price.fen).flatMap { number.times(ExactNumber($0)) } }
}
