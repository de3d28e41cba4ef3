public import Foundation

extension Decimal {
    /// Reads a number in Chinese figures: `二十五万`, `一百零三`, `二点五亿`, `贰拾伍万`.
    ///
    /// `nil` for all else, also for what can be meant in two ways (`三万五`) and for figures one by one (`二〇二四`).
    public init?(chinese text: Substring) {
        guard text.count <= 24 else { return nil }
        guard let point = text.firstIndex(of: "点") else {
            guard let whole = Decimal.whole(text) else { return nil }
            self = Decimal(whole)
            return
        }
        let behind = text[text.index(after: point)...]
        let digits = behind.prefix { Decimal.figures[$0] != nil }
        let multiple = Decimal.multiples[String(behind[digits.endIndex...])]
        guard let whole = Decimal.whole(text[..<point]), let multiple, (1...6).contains(digits.count),
            let fraction = Decimal(string: "0." + digits.map { "\(Decimal.figures[$0] ?? 0)" }.joined())
        else { return nil }
        self = (Decimal(whole) + fraction) * multiple
    }

    static func isChineseFigure(_ character: Character) -> Bool {
        figures[character] != nil || steps[character] != nil || "万萬亿億点".contains(character)
    }

    private static func whole(_ text: Substring) -> Int64? {
        guard !text.isEmpty else { return nil }
        if text == "零" || text == "〇" { return 0 }
        // What is above 亿, above 万 and below, and the figure that waits for its step.
        var (hundredMillions, tenThousands, rest): (Int64, Int64, Int64) = (0, 0, 0)
        var figure: Int64?
        var (step, afterZero): (Int64, Bool) = (10_000, true)
        for character in text {
            if let value = figures[character] {
                if figure != nil { return nil }
                if value == 0 { afterZero = true } else { figure = value }
            } else if let next = steps[character] {
                guard next < step, let count = figure ?? (next == 10 && rest == 0 ? 1 : nil) else { return nil }
                (rest, step, figure, afterZero) = (rest + count * next, next, nil, false)
            } else {
                let section = rest + (figure ?? 0)
                guard section > 0, figure == nil || afterZero || step == 10 else { return nil }
                if "万萬".contains(character) {
                    guard tenThousands == 0 else { return nil }
                    tenThousands = section
                } else {
                    guard "亿億".contains(character), hundredMillions == 0 else { return nil }
                    (hundredMillions, tenThousands) = (tenThousands * 10_000 + section, 0)
                }
                (rest, step, figure, afterZero) = (0, 10_000, nil, false)
            }
        }
        guard figure == nil || afterZero || step == 10 else { return nil }
        return hundredMillions * 100_000_000 + tenThousands * 10_000 + rest + (figure ?? 0)
    }

    private static let figures: [Character: Int64] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "壹": 1, "贰": 2, "叁": 3,
        "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    ]
    private static let steps: [Character: Int64] = ["十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000]
    private static let multiples: [String: Decimal] = [
        "": 1, "百": 100, "千": 1_000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000,
    ]
}
