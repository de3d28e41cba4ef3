public import GoalModel

/// Words and limits of the rules that read single indicators and spending plans (`indicators.json5`).
public struct IndicatorTable: Sendable, TableReadable {
    /// Words that end in 率 and are no share: 频率, 功率.
    public var notRates: [String]
    /// Words with 率 in them that ask for no rate: 效率.
    public var notAskedRates: [String]
    /// Names of savings, which are rates and lower limits by nature: 成本节约率.
    public var savings: [String]
    /// Endings of names that ask how many: 次数, 人数.
    public var counts: [String]
    /// Words of a change by so much: 提高, 减少.
    public var changes: [String]
    /// Words of a rise that needs a base: 提高, 提升, 改善, 增长.
    public var rises: [String]
    /// Words that give a rise its base: 较上年, 同期.
    public var bases: [String]
    /// Words of a level that is reached, which needs no base: 提高到.
    public var levels: [String]
    /// What an inquiry about satisfaction is called: 调查, 测评.
    public var inquiries: [String]
    /// Words of a time, a rate or a punctuality: 时间, 及时.
    public var times: [String]
    /// Words of paying money: 支付, 发放.
    public var payments: [String]
    /// How many rows must have one value before a project's values are called alike.
    public var alikeRows: Int

    public init(_ table: SettingTable) throws {
        notRates = try table["notRates"].texts
        notAskedRates = try table["notAskedRates"].texts
        savings = try table["savings"].texts
        counts = try table["counts"].texts
        changes = try table["changes"].texts
        rises = try table["rises"].texts
        bases = try table["bases"].texts
        levels = try table["levels"].texts
        inquiries = try table["inquiries"].texts
        times = try table["times"].texts
        payments = try table["payments"].texts
        alikeRows = try table["alikeRows"].integer
    }
}
