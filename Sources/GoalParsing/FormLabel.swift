internal import GoalModel
internal import Text

/// A label cell of the official project form (项目绩效目标表), in the wordings that occur.
enum FormLabel: Hashable {
    case budgetUnit
    case moneyUnit(MoneyUnit)
    case code
    case name
    /// 预算规模及资金用途: the label of the rows below, without a value of its own.
    case scale
    case budget
    case fiscalFunds
    case otherFunds
    case purpose
    case plan
    case date(MonthDay)
    case goals
    /// 绩效指标: the merged label beside the indicator rows.
    case indicators
    case heading(Indicator.Field)
    /// A label of other forms, whose value the goal book has no place for.
    case foreign(String)

    /// Recognises a label whatever spaces, colon and unit in brackets are written with it.
    init?(_ text: String) {
        guard text.utf8.count <= 90 else { return nil }
        // Every cell of a book is asked several times: its signs are compared as scalars, not as characters.
        let word = text.withoutSpaces.folded
        let bare = FormLabel.bare(word)
        if let unit = FormLabel.moneyUnit(word) {
            self = .moneyUnit(unit)
        } else if let label = FormLabel.words[bare] {
            self = label
        } else if FormLabel.foreignWords.contains(bare) {
            self = .foreign(bare)
        } else if let last = word.unicodeScalars.last, FormLabel.dateEnds.contains(last),
            let date = ChineseDate(endOfMonth: word)?.day
        {
            self = .date(date)
        } else {
            return nil
        }
    }

    /// Whether the cell beside the label holds its value.
    var takesValue: Bool {
        switch self {
        case .budgetUnit, .code, .name, .budget, .fiscalFunds, .otherFunds, .foreign: true
        case .moneyUnit, .scale, .purpose, .plan, .date, .goals, .indicators, .heading: false
        }
    }

    /// The unit of money that stands in brackets behind a label, as in 预算数（万元）.
    static func moneyUnit(behind text: String) -> MoneyUnit? {
        guard text.utf8.count <= 90 else { return nil }
        let word = text.withoutSpaces.folded
        guard word.hasSuffix(")"), let open = word.lastIndex(of: "(") else { return nil }
        let inside = String(word[word.index(after: open)...].dropLast())
        return MoneyUnit(rawValue: inside) ?? moneyUnit(inside)
    }

    /// A label and its value in one cell, as in 项目编码：13…; the colon may be one of two (其中：财政资金：12.50).
    static func splitting(_ text: String) -> (label: FormLabel, value: String)? {
        var colons: [String.Index] = []
        for index in text.prefix(24).indices where "：:".contains(text[index]) { colons.append(index) }
        for colon in colons.reversed() {
            guard let label = FormLabel(String(text[..<colon])) else { continue }
            let value = String(text[text.index(after: colon)...]).trimmed
            switch label {
            case .budgetUnit, .code, .name, .budget, .fiscalFunds, .otherFunds, .purpose, .goals, .foreign:
                if !value.isEmpty { return (label, value) }
            case .moneyUnit, .scale, .plan, .date, .indicators, .heading: continue
            }
        }
        return nil
    }

    /// `单位：万元`, `（金额单位：元）`, `单位：人民币元`.
    private static func moneyUnit(_ word: String) -> MoneyUnit? {
        guard let last = word.unicodeScalars.last, last == "元" || last == ")" else { return nil }
        var rest = word.filter { !"():".contains($0) }[...]
        guard let label = ["金额单位", "计量单位", "货币单位", "单位"].first(where: { rest.hasPrefix($0) }) else { return nil }
        rest = rest.dropFirst(label.count)
        if rest.hasPrefix("人民币") { rest = rest.dropFirst(3) }
        return MoneyUnit(rawValue: String(rest))
    }

    /// Without 其中：, a colon at the end and anything in brackets at the end.
    static func bare(_ word: String) -> String {
        var rest = word.unicodeScalars[...]
        if rest.starts(with: "其中".unicodeScalars) { rest = rest.dropFirst(2).drop { $0 == ":" } }
        while rest.last == ":" { rest = rest.dropLast() }
        if rest.last == ")", let open = rest.lastIndex(of: "("), open > rest.startIndex { rest = rest[..<open] }
        if rest.last == "%" { rest = rest.dropLast() }
        return String(rest)
    }

    /// What the label of a date ends with: 3月底, 6月末, 9月份.
    private static let dateEnds = Set("底末前份日号度".unicodeScalars)
}
