internal import Text

/// What a document says of the unit that its amounts are in.
public enum StatedUnit: Hashable, Sendable {
    case known(MoneyUnit)
    /// A unit is there, but none of money that is known, such as 美元; as written.
    case unknown(String)

    /// Whether a text is the name of a unit of whatever is counted, and nothing else: 公里, 人次.
    public static func isBareUnit(_ text: String) -> Bool { Target.bareUnits.hold(text) }

    public var known: MoneyUnit? {
        if case .known(let unit) = self { unit } else { nil }
    }

    /// As a message names it.
    public var title: String {
        switch self {
        case .known(let unit): unit.rawValue
        case .unknown(let word): word
        }
    }

    /// Reads a cell or a field that can hold nothing but a unit; `nil` where it is blank.
    public init?(cell text: String) {
        let word = StatedUnit.plain(text)
        guard !word.isEmpty else { return nil }
        self = StatedUnit(statement: text) ?? StatedUnit(list: word) ?? .unknown(text.withoutSpaces.shortened(to: 12))
    }

    /// Reads a text that says of itself that it states a unit: `单位： 元`, `（金额单位：千元）`, `币种：人民币 单位：元`.
    ///
    /// `nil` for all else, among it the name of the town's office behind 单位：.
    public init?(statement text: String) {
        // Every cell of a book is asked: nearly all begin otherwise.
        guard text.utf8.count <= 120, let first = text.unicodeScalars.first(where: { !$0.isBlank }),
            StatedUnit.beginsStatement(first.folded)
                || (StatedUnit.sentenceBeginnings.contains(first) && text.holds("元") && (text.holds("以") || text.holds("为")))
        else { return nil }
        self.init(plain: StatedUnit.plain(text))
    }

    /// Whether a text that states a unit may begin with a sign.
    public static func beginsStatement(_ sign: Unicode.Scalar) -> Bool {
        beginnings.contains(sign) || brackets.contains(sign)
    }

    /// Whether a text that states a unit, and is no sentence, may begin as this one.
    public static func mayBegin(labelling text: String) -> Bool {
        guard text.utf8.count <= 90, let first = text.unicodeScalars.first(where: { !$0.isBlank }) else { return false }
        return beginsStatement(first.folded)
    }

    /// Whether a text that ``init(statement:)`` reads, sentences among them, may begin with a sign.
    public static func mayBegin(_ sign: Unicode.Scalar) -> Bool {
        beginsStatement(sign) || sentenceBeginnings.contains(sign)
    }

    /// Reads what stands in brackets or apart behind a label of amounts: `万元`, `单位：元`, `万美元`.
    public init?(behind text: String) {
        let word = StatedUnit.plain(text)
        if let found = StatedUnit(plain: word) ?? StatedUnit(list: word) {
            self = found
        } else if StatedUnit.isMoney(word) || Target.bareUnits.hold(word) {
            self = .unknown(word)
        } else {
            return nil
        }
    }

    private init?(plain word: String) {
        if let unit = StatedUnit.sentence(word) {
            self = .known(unit)
            return
        }
        guard let first = word.unicodeScalars.first, StatedUnit.beginnings.contains(first) else { return nil }
        var rest = word[...]
        if let (currency, others) = StatedUnit.currency(in: word) {
            guard ["人民币", "rmb", "cny", ""].contains(currency.lowercased()) else {
                self = .unknown(currency)
                return
            }
            rest = others[...]
        }
        guard let label = StatedUnit.labels.first(where: rest.begins(with:)) else { return nil }
        let behind = rest.dropFirst(label.count)
        let unit = String(behind.drop { ":-=/为".contains($0) })
        if let found = StatedUnit(list: unit) {
            self = found
        } else if StatedUnit.isUnit(unit, behind: label, apart: behind.first == ":") {
            self = .unknown(unit)
        } else {
            return nil
        }
    }

    /// One unit of money, alone or beside units of other things: `万元`, `万元、人次`.
    private init?(list word: String) {
        if let unit = MoneyUnit(written: word) {
            self = .known(unit)
            return
        }
        let units = Set(word.split { "、,;".contains($0) }.compactMap { MoneyUnit(written: String($0)) })
        guard let unit = units.first, units.count == 1 else { return nil }
        self = .known(unit)
    }

    /// `以元为单位`, `金额以万元计`, `本表金额单位均为千元`: a short line that says nothing else.
    private static func sentence(_ word: String) -> MoneyUnit? {
        guard word.holds("元"), word.holds("以") || word.holds("为") else { return nil }
        var rest = word[...]
        while let opening = openings.first(where: rest.begins(with:)) { rest = rest.dropFirst(opening.count) }
        rest = rest.trimmingSuffix(while: { "。.;".contains($0) })
        if rest.begins(with: "单位"), let mark = rest.firstIndex(of: "为") {
            let between = rest.dropFirst(2)[..<mark]
            return between.isEmpty || openings.contains(String(between))
                ? MoneyUnit(written: String(rest[mark...].dropFirst())) : nil
        }
        if rest.begins(with: "单位以") { rest = rest.dropFirst(2) }
        guard rest.begins(with: "以"), let ending = endings.first(where: rest.ends(with:)) else { return nil }
        return MoneyUnit(written: String(rest.dropFirst().dropLast(ending.count)))
    }

    /// What may stand ahead of such a sentence, the longer before those that they begin with.
    private static let openings = [
        "注:", "备注:", "说明:", "本表中", "本表", "表中", "表内", "本书", "所有", "各项", "全部", "预算", "资金", "金额", "数据", "数额", "货币", "计量", "均", "都",
        "统一", ",",
    ]
    private static let endings = ["为金额单位", "为计量单位", "为计算单位", "为单位", "计算", "计量", "计", "表示", "填列", "填报", "反映"]

    /// What money it is said to be, and the rest of the text; `nil` where it is not said.
    private static func currency(in word: String) -> (currency: String, rest: String)? {
        for name in ["币种", "货币单位"] {
            guard word.holds(name), let start = word.firstRange(of: name) else { continue }
            let behind = word[start.upperBound...].drop { $0 == ":" }
            let end = labels.compactMap { behind.firstRange(of: $0)?.lowerBound }.min() ?? behind.endIndex
            let currency = trimmed(behind[..<end])
            if StatedUnit(list: currency) != nil { continue }
            return (currency, trimmed(word[..<start.lowerBound]) + trimmed(behind[end...]))
        }
        return nil
    }

    private static func trimmed(_ part: Substring) -> String {
        String(part.drop { "、,;()".contains($0) }.trimmingSuffix(while: { "、,;()".contains($0) }))
    }

    /// Whether a word that is no unit of money known here is a unit all the same, and not the name of an office.
    private static func isUnit(_ word: String, behind label: String, apart: Bool) -> Bool {
        guard !word.isEmpty, word.count <= 12, !word.contains(where: \.isDecimal) else { return false }
        if isMoney(word) || Target.bareUnits.hold(word) || word == "人民币" { return true }
        guard apart, label != "金额" else { return false }
        return label != "单位" || (word.count <= 4 && !word.unicodeScalars.contains { offices.contains($0) })
    }

    /// 美元, 万欧元, 港币, USD.
    private static func isMoney(_ word: String) -> Bool {
        let name = word.drop { "十百千万亿".contains($0) }.lowercased()
        return currencies.contains(name) || (name.count == 2 && "元圆币镑".contains(name.last ?? " "))
    }

    /// Without blanks, in plain brackets and signs, without the brackets around the whole.
    private static func plain(_ text: String) -> String {
        var word = text.withoutSpaces.folded.mappingScalars { sign in
            switch sign {
            case "【", "[", "〔": "("
            case "】", "]", "〕": ")"
            default: sign
            }
        }
        if word.begins(with: "("), word.ends(with: ")"), word.count(where: { $0 == "(" }) == 1 {
            word = String(word.dropFirst().dropLast())
        }
        if word.ends(with: ")"), let open = word.firstIndex(of: "("), labels.contains(String(word[..<open])) {
            word = String(word[..<open]) + ":" + word[word.index(after: open)...].dropLast()
        }
        return word
    }

    private static let beginnings = ScalarSet("单金计货币资数".unicodeScalars)

    /// What only sentences begin with.
    private static let sentenceBeginnings = ScalarSet("以本表注备说所各全预均".unicodeScalars)

    private static let brackets = ScalarSet("([【〔".unicodeScalars)

    private static let currencies: Set<String> = [
        "澳门元", "新台币", "人民币", "usd", "eur", "hkd", "jpy", "gbp", "$", "€", "£", "w", "k", "卢布", "法郎", "泰铢", "卢比",
    ]

    /// The longer before those that they begin with.
    private static let labels = ["金额计量单位", "金额单位", "计量单位", "货币单位", "币种单位", "资金单位", "数据单位", "单位", "金额"]

    /// What the names of offices are made of and no unit is.
    private static let offices = ScalarSet("镇乡县市区省村局所站办委政府处科队院校会厅室社园馆部级党司心街道厂场团组".unicodeScalars)
}
