internal import GoalModel
internal import Text

/// A label cell of the official project form (项目绩效目标表), in the wordings that occur.
enum FormLabel: Hashable {
    case budgetUnit
    case moneyUnit(StatedUnit)
    /// 金额单位 alone: the cell beside it names the unit.
    case moneyUnitBeside
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
    /// Goals that are not this year's, or what became of them: 实施期目标, 实际完成情况.
    case otherGoals(Meaning)
    /// A label whose value the goal book has no place for, with its words.
    case foreign(Meaning, String)

    /// Recognises a label whatever spaces, colon and unit in brackets are written with it.
    init?(_ text: String, _ lexicon: Lexicon) {
        let mayBeKnown = lexicon.mayBeLabel(text)
        guard mayBeKnown || StatedUnit.mayBegin(labelling: text) || FormLabel.mayBeDate(text) else { return nil }
        let word = text.withoutSpaces.folded
        if let unit = StatedUnit(statement: word) {
            self = .moneyUnit(unit)
        } else if mayBeKnown, let meaning = lexicon.word(text), let label = FormLabel(meaning, FormLabel.bare(word)) {
            self = label
        } else if let day = FormLabel.date(folded: word) {
            self = .date(day)
        } else {
            return nil
        }
    }

    /// `nil` for what only heads a column that the goal book does not have.
    private init?(_ word: Lexicon.Word, _ text: String) {
        switch word.label ?? word.column {
        case .unitName: self = .budgetUnit
        case .moneyUnit: self = .moneyUnitBeside
        case .projectCode: self = .code
        case .projectName: self = .name
        case .moneyGroup: self = .scale
        case .budget: self = .budget
        case .fiscalFunds: self = .fiscalFunds
        case .otherFunds: self = .otherFunds
        case .purpose: self = .purpose
        case .plan: self = .plan
        case .goals: self = .goals
        case .longGoals, .actualGoals: self = .otherGoals(word.label ?? .longGoals)
        case .side, .longSide: self = .indicators
        case .category: self = .heading(.category)
        case .type: self = .heading(.type)
        case .name: self = .heading(.name)
        case .description: self = .heading(.description)
        case .target: self = .heading(.target)
        case .basis: self = .heading(.basis)
        case .department, .foreign, .fiscalPart, .carriedOver, .otherPart, .allYears, .note:
            self = .foreign(word.label ?? word.column ?? .foreign, text)
        default: return nil
        }
    }

    /// 3月底, 6月末, 9月份: a date of the spending plan.
    static func date(_ text: String) -> MonthDay? {
        guard text.utf8.count <= 90 else { return nil }
        return date(folded: text.withoutSpaces.folded)
    }

    /// Most cells begin and end as no label does.
    static func mayBeOne(_ text: String, _ lexicon: Lexicon) -> Bool {
        lexicon.mayBeLabel(text) || StatedUnit.mayBegin(labelling: text) || mayBeDate(text)
    }

    private static func mayBeDate(_ text: String) -> Bool {
        guard text.utf8.count <= 90, let last = text.unicodeScalars.last(where: { !$0.isBlank }) else { return false }
        return dateEnds.contains(last)
    }

    private static func date(folded word: String) -> MonthDay? {
        guard let last = word.unicodeScalars.last, dateEnds.contains(last) else { return nil }
        return ChineseDate(endOfMonth: word)?.day
    }

    /// Whether the cell beside the label holds its value.
    var takesValue: Bool {
        switch self {
        case .budgetUnit, .moneyUnitBeside, .code, .name, .budget, .fiscalFunds, .otherFunds, .foreign: true
        case .moneyUnit, .scale, .purpose, .plan, .date, .goals, .otherGoals, .indicators, .heading: false
        }
    }

    /// What of the project the form asks for below the label or in the rows beside it.
    func askedFor(in text: String) -> Project.Field? {
        switch self {
        case .purpose: .purpose
        case .scale: text.holds("用途") ? .purpose : nil
        case .goals: .goals
        case .plan, .date: .plan(0)
        default: nil
        }
    }

    /// Whether amounts stand beside or below the label.
    var isOfMoney: Bool {
        switch self {
        case .scale, .budget, .fiscalFunds, .otherFunds: true
        case .foreign(let meaning, _): [.fiscalPart, .carriedOver, .otherPart, .allYears].contains(meaning)
        default: false
        }
    }

    /// The unit of money behind a label or heading, as in 预算数（万元）, 预算数/千元 and 预算金额元; a cell may hold it alone.
    static func moneyUnit(behind text: String) -> StatedUnit? {
        // Most cells name no unit, and taking each apart would cost more than all else of the form.
        guard text.utf8.count <= 90, text.unicodeScalars.contains(where: mayNameUnit) else { return nil }
        let word = text.withoutSpaces.folded
        if let unit = MoneyUnit(written: word) { return .known(unit) }
        // 年度预算数（元）：
        var rest = plainBrackets(word).trimmingSuffix(while: { $0 == ":" })
        while rest.last == ")", let open = rest.lastIndex(of: "(") {
            if let unit = StatedUnit(behind: String(rest[open...].dropFirst().dropLast())) { return unit }
            rest = rest[..<open]
        }
        if let mark = rest.lastIndex(where: { "/:,-—".contains($0) }) {
            let tail = String(rest[rest.index(after: mark)...])
            if let unit = MoneyUnit(written: tail) { return .known(unit) }
        }
        return withoutUnit(String(rest)).flatMap { MoneyUnit(written: String(rest.dropFirst($0.count))) }.map(StatedUnit.known)
    }

    private static func mayNameUnit(_ sign: Unicode.Scalar) -> Bool {
        switch sign.folded {
        case "(", "[", "【", "〔", "{": true
        default: MoneyUnit.isSign(sign)
        }
    }

    /// 预算金额 of 预算金额千元 and of 预算金额/千元; `nil` for a word that ends in no unit.
    static func withoutUnit(_ word: String) -> String? {
        guard word.unicodeScalars.last == "元", word != "元" else { return nil }
        let unit = unit(endOf: word)?.rawValue ?? ""
        return String(word.dropLast(unit.count).trimmingSuffix(while: { "/:,-—".contains($0) }))
    }

    /// The longest unit of money that a word ends with.
    static func unit(endOf word: String) -> MoneyUnit? {
        MoneyUnit.allCases.filter { word.ends(with: $0.rawValue) }.max { $0.rawValue.count < $1.rawValue.count }
    }

    /// The text with all kinds of brackets as round ones.
    private static func plainBrackets(_ word: String) -> String {
        guard word.unicodeScalars.contains(where: { plainBracket($0) != $0 }) else { return word }
        return word.mappingScalars(plainBracket)
    }

    private static func plainBracket(_ sign: Unicode.Scalar) -> Unicode.Scalar {
        switch sign {
        case "[", "【", "〔": "("
        case "]", "】", "〕": ")"
        default: sign
        }
    }

    /// A label and its value in one cell, as in 项目编码：13…; the colon may be one of two (其中：财政资金：12.50).
    static func splitting(_ text: String, _ lexicon: Lexicon) -> (label: FormLabel, value: String)? {
        // Most cells have no colon and end in no unit; what stands behind the colon says nothing of the label.
        let colon = text.unicodeScalars.firstIndex { $0 == "：" || $0 == ":" }
        guard colon != nil || text.unicodeScalars.last == "元",
            lexicon.mayBeLabel(String(text[..<(colon ?? text.endIndex)].prefix(24)))
        else { return nil }
        if let found = amount(behindLabelOf: text, lexicon) { return found }
        var colons: [String.Index] = []
        for index in text.prefix(24).indices where "：:".contains(text[index]) { colons.append(index) }
        for colon in colons.reversed() {
            guard let label = FormLabel(String(text[..<colon]), lexicon) else { continue }
            let value = String(text[text.index(after: colon)...]).trimmed
            switch label {
            case .budgetUnit, .moneyUnitBeside, .code, .name, .budget, .fiscalFunds, .otherFunds, .purpose, .goals, .foreign:
                if !value.isEmpty { return (label, value) }
            case .moneyUnit, .scale, .plan, .date, .indicators, .heading, .otherGoals: continue
            }
        }
        return nil
    }

    /// 其中：财政拨款46.5万元: an amount with its unit directly behind its label.
    private static func amount(behindLabelOf text: String, _ lexicon: Lexicon) -> (label: FormLabel, value: String)? {
        guard text.utf8.count <= 90, text.ends(with: "元"), let digit = text.firstIndex(where: \.isDecimal),
            digit > text.startIndex,
            let label = FormLabel(String(text[..<digit]), lexicon), label.isOfMoney, label != .scale
        else { return nil }
        let value = String(text[digit...])
        return Money(cell: value, in: .wan) == nil ? nil : (label, value)
    }

    /// The same of a word with spaces and full-width signs.
    static func bare(written word: String) -> String {
        word.isHan && !word.begins(with: "其中") ? word : bare(word.withoutSpaces.folded)
    }

    /// Without 其中：, a colon at the end and anything in brackets at the end.
    static func bare(_ word: String) -> String {
        var rest = bracketless(word).unicodeScalars[...]
        if rest.starts(with: "其中".unicodeScalars) { rest = rest.dropFirst(2).drop { $0 == ":" } }
        if rest.last == "%" { rest = rest.dropLast() }
        return String(rest)
    }

    /// Without colons and anything in brackets at the end.
    static func bracketless(_ word: String) -> String {
        var rest = plainBrackets(word).unicodeScalars[...]
        while true {
            while rest.last == ":" { rest = rest.dropLast() }
            guard rest.last == ")", let open = rest.lastIndex(of: "("), open > rest.startIndex else { return String(rest) }
            rest = rest[..<open]
        }
    }

    /// What the label of a date ends with: 3月底, 6月末, 9月份.
    private static let dateEnds = ScalarSet("底末前份日号度".unicodeScalars)
}
