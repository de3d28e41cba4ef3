internal import Text

/// The unit in which a table states money.
public enum MoneyUnit: String, Hashable, Sendable, CaseIterable {
    case fen = "分"
    case jiao = "角"
    case yuan = "元"
    case ten = "十元"
    case hundred = "百元"
    case thousand = "千元"
    case wan = "万元"
    case tenWan = "十万元"
    case million = "百万元"
    case tenMillion = "千万元"
    case yi = "亿元"

    /// 分 in one unit.
    public var fen: Int64 {
        switch self {
        case .fen: 1
        case .jiao: 10
        case .yuan: 100
        case .ten: 1_000
        case .hundred: 10_000
        case .thousand: 100_000
        case .wan: 1_000_000
        case .tenWan: 10_000_000
        case .million: 100_000_000
        case .tenMillion: 1_000_000_000
        case .yi: 10_000_000_000
        }
    }

    /// How many decimals an amount that is whole in 分 can have in this unit.
    public var decimals: Int { "\(fen)".count - 1 }

    /// Reads the word for a unit in any spelling: `元`, `（万元）`, `人民币 元`, `元（人民币）`, `仟圆整`, `亿`.
    ///
    /// `nil` for whatever else stands there, also for another country's money.
    public init?(written text: String) {
        guard text.utf8.count <= 60, text.unicodeScalars.contains(where: MoneyUnit.isSign) else { return nil }
        if let unit = MoneyUnit(rawValue: text) {
            self = unit
            return
        }
        let word = String(
            String.UnicodeScalarView(
                text.unicodeScalars.compactMap { $0.isBlank ? nil : MoneyUnit.plain[$0.folded] ?? $0.folded })
        ).filter { !"()[]".contains($0) }
        var rest = word.lowercased()[...]
        for name in ["人民币", "rmb", "cny"] {
            if rest.begins(with: name) { rest = rest.dropFirst(name.count).drop { "/:,".contains($0) } }
            if rest.ends(with: name) { rest = rest.dropLast(name.count).trimmingSuffix(while: { "/:,".contains($0) }) }
        }
        if rest.ends(with: "元整") { rest = rest.dropLast() }
        self.init(rawValue: MoneyUnit.multiples.contains(String(rest)) ? rest + "元" : String(rest))
    }

    /// Whether a sign is one of those without which no word is a unit, in any spelling.
    public static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "元", "圆", "圓", "角", "分", "百", "佰", "千", "仟", "万", "萬", "亿", "億": true
        default: false
        }
    }

    /// Reads the unit of an indicator's value where it is one of money and nothing else: 分 are points there.
    public init?(ofTotal unit: String) {
        guard let unit = MoneyUnit(rawValue: unit.withoutSpaces), unit.fen >= MoneyUnit.yuan.fen else { return nil }
        self = unit
    }

    /// Words for a unit that leave 元 out.
    private static let multiples: Set<String> = ["百", "千", "万", "十万", "百万", "千万", "亿"]

    /// How the signs that units are made of are written, too.
    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "圆": "元", "圓": "元", "萬": "万", "億": "亿", "仟": "千", "佰": "百", "拾": "十", "正": "整", "【": "(", "】": ")", "〔": "(",
        "〕": ")", "{": "(", "}": ")",
    ]
}
