public import GoalModel

/// Words and units of 测算核对 (`estimates.json5`).
public struct EstimateWords: Sendable, TableReadable {
    public var measures: MeasureTable
    /// Amounts of money in 分, by the word for their unit.
    public var money: [String: Int64]
    /// How often a period comes in a year.
    public var periods: [String: Int]
    /// Measures that quantity and cost share without any other word in common.
    public var certain: Set<String>
    /// Measures of time and of happening: what is paid a month is not paid for each of them.
    public var events: Set<String>
    /// Words of a payment to everyone who is counted, though no unit says so.
    public var standards: [String]
    /// Words of payments to people beside those of the word table.
    public var payouts: [String]
    /// Words that say that a row of time speaks of paying.
    public var paying: [String]
    /// Words that say when it is paid, by period.
    public var rhythms: [String: [String]]
    /// Words of those who profit, who are not those who are paid.
    public var audience: [String]
    /// Words that tell nothing of what is counted or bought.
    public var generic: [String]
    /// Words of a price for which 每, 均 and 标准 do not stand: 单价.
    public var prices: [String]
    /// Words with 均 or 标准 that have nothing to do with a price: 高标准农田.
    public var notPrices: [String]
    /// Words that part one adds to the name of a project or leaves out.
    public var nameAffixes: [String]
    /// Words of a payment that does not last the whole year.
    public var partOfYear: [String]

    public init(_ table: SettingTable) throws {
        measures = try MeasureTable(table["measures"])
        money = try table["money"].parts.mapValues { Int64(try $0.integer) }
        periods = try table["periods"].parts.mapValues { try $0.integer }
        certain = Set(try table["certain"].texts)
        events = Set(try table["events"].texts)
        standards = try table["standards"].texts
        payouts = try table["payouts"].texts
        paying = try table["paying"].texts
        rhythms = try table["rhythms"].parts.mapValues { try $0.texts }
        audience = try table["audience"].texts
        generic = try table["generic"].texts
        prices = try table["prices"].texts
        notPrices = try table["notPrices"].texts
        nameAffixes = try table["nameAffixes"].texts
        partOfYear = try table["partOfYear"].texts
    }
}

/// How units are spelled: for each measure its spellings, and how many of the measure one is (公里 is 1000 米).
public struct MeasureTable: Sendable, TableReadable {
    private let spellings: [String: Measured]
    private let longest: Int

    public init(_ table: SettingTable) throws {
        var spellings: [String: Measured] = [:]
        for (name, words) in try table.parts {
            for (word, size) in try words.parts {
                let size = try size.integer
                spellings[word] = Measured(measure: name, size: max(1, size), word: size == 1 ? name : word)
            }
        }
        self.spellings = spellings
        longest = spellings.keys.map(\.count).max() ?? 0
    }

    /// What a word measures.
    func measured(_ word: some StringProtocol) -> Measured? {
        spellings[String(word)]
    }

    /// The longest spelling that a text begins with.
    func first(in text: Substring) -> (word: Substring, measured: Measured)? {
        for length in stride(from: min(longest, text.count), to: 0, by: -1) {
            let word = text.prefix(length)
            if let found = spellings[String(word)] { return (word, found) }
        }
        return nil
    }

    /// The longest spelling that a text ends with.
    func last(in text: Substring) -> (word: Substring, measured: Measured)? {
        for length in stride(from: min(longest, text.count), to: 0, by: -1) {
            let word = text.suffix(length)
            if let found = spellings[String(word)] { return (word, found) }
        }
        return nil
    }
}

/// A unit of measure.
struct Measured: Hashable, Sendable {
    /// Its name, the same for all its spellings: 人 for 名 and 位.
    var measure: String
    /// How many of the measure it is.
    var size = 1
    /// How it is shown.
    var word: String
    /// What is counted, where the unit says so: 网格 in 个网格.
    var noun = ""

    init(measure: String, size: Int = 1, word: String? = nil, noun: String = "") {
        self.measure = measure
        self.size = size
        self.word = word ?? measure
        self.noun = noun
    }
}
