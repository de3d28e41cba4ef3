import TestSupport

/// Invented text of everything that goal books hold, mixed at random.
struct RandomPage {
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    private static let words = [
        "绩效目标", "财政资金", "村", "按时足额发放", "群众满意度", "的", "人居环境整治", "达到", "完成率", "项目资金用于村级组织运转", "及", "其他",
        "补助标准为", "预计", "巩固脱贫攻坚成果同乡村振兴有效衔接", "不低于",
    ]
    private static let numbers = [
        "300元/人/月", "36.6℃", "12个", "100%", "163.44万元", "5月底", "2024年", "2024-2025年", "1,234,567.89元", "80%~90%", "３００元",
        "２０２４年度",
        "≥95%", "≤2.8万元", "￥3,000", "3～5个工作日", "8:30", "1/3", "0.5‰", "50 户", "13052924P005840121529", "第3条", "±5", "№12",
        "2021—2025年",
        "3万余元/亩·年", "100余人次",
    ]
    private static let foreign = [
        "WORD", "Excel 2016", "PM2.5", "A4", "e-mail", "https://www.example.gov.cn/a/b?c=1", "km/h", "COVID-19",
    ]
    private static let marks = [
        "，", "。", "、", "；", "：", "！", "？", "）", "（", "“", "”", "《", "》", "」", "「", "【", "】", "——", "……", "·", "～", "％", "%", "/",
        "-", ",",
        ".", "(", ")", "。”", "，“", "）。", "）（", "：“", "”，", "！”", "》、《", "（“", "々", "　", " ", "\"", "℃",
    ]

    /// A paragraph with signs where they belong, or anywhere.
    mutating func paragraph() -> String {
        let isOrderly = Bool.random(using: &random)
        var text = ""
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<4: text += pick(Self.words)
            case 4..<6: text += pick(Self.numbers)
            case 6: text += pick(Self.foreign)
            case 7 where isOrderly: text += pick(["“", "（", "《"]) + pick(Self.words) + pick(["”", "）", "》"])
            default: text += isOrderly ? pick(Self.words) + pick(["，", "。", "、", "；", "：", "——", "……"]) : pick(Self.marks)
            }
        }
        return text
    }

    mutating func text() -> String {
        (0..<Int.random(in: 1...4, using: &random)).map { _ in paragraph() }.joined(separator: "\n")
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }

    mutating func characters() -> Double { Double(Int.random(in: 30...280, using: &random)) / 10 }
}
