import Foundation
import GoalModel
import Testing

/// Units of money and amounts in the ways that towns write them; what can be meant in two ways is no amount.
struct MoneyReadingTests {
    @Test(
        arguments: [
            ("元", 100), ("万元", 1_000_000), ("（千元）", 100_000), ("百 元", 10_000), ("百万元", 100_000_000), ("十万元", 10_000_000),
            ("千万元", 1_000_000_000), ("亿元", 10_000_000_000), ("人民币 元", 100), ("元（人民币）", 100), ("人民币/万元", 1_000_000), ("圆整", 100),
            ("萬圓", 1_000_000), ("仟元", 100_000), ("RMB万元", 1_000_000), ("亿", 10_000_000_000), ("角", 10), ("分", 1),
        ] as [(String, Int64)])
    func unitWords(text: String, fen: Int64) {
        #expect(MoneyUnit(written: text)?.fen == fen)
    }

    @Test(arguments: ["", "美元", "万美元", "人民币", "元/人", "个", "斤", "万人", "元月", "预算数", "整"])
    func noUnitWords(text: String) {
        #expect(MoneyUnit(written: text) == nil)
    }

    @Test(arguments: [
        ("单位：万元", "万元"), ("单位： 元", "元"), ("单位：\u{3000}元", "元"), ("单位：\u{A0}元", "元"), ("单 位：元", "元"), ("单位 ：元", "元"),
        ("单位：人民币 元", "元"), ("单位：元（人民币）", "元"), ("金额：元", "元"), ("币种：人民币 单位：元", "元"), ("单位：元 币种：人民币", "元"),
        ("（金额单位：千元）", "千元"), ("【单位：百元】", "百元"), ("计量单位:百万元", "百万元"), ("单位（万元）", "万元"), ("单位：万元、人次", "万元"),
        ("货币单位：人民币 金额单位：元", "元"), ("货币单位：亿元", "亿元"), ("单位:十万元", "十万元"),
    ])
    func statements(text: String, unit: String) {
        #expect(StatedUnit(statement: text) == MoneyUnit(rawValue: unit).map(StatedUnit.known))
    }

    @Test(arguments: ["单位：美元", "单位：万美元", "单位：斤", "单位：元/人", "币种：美元 单位：元", "金额单位：贯", "单位：港币", "单位：人民币"])
    func unknownUnits(text: String) {
        #expect(StatedUnit(statement: text).map { $0.known == nil } == true)
    }

    @Test(arguments: [
        "单位", "单位：", "单位名称：财政所", "单位：石桥镇人民政府", "单位：财政所", "单位：706001石桥镇人民政府", "单位负责人", "金额：12.50万元", "单位面积补助标准（元）",
        "计量单位", "币种：人民币", "资金用途", "单位运转经费500元",
    ])
    func noStatements(text: String) {
        #expect(StatedUnit(statement: text) == nil)
    }

    @Test(
        arguments: [
            ("12.50", 12_500_000), ("1,234.5", 1_234_500_000), ("１，２３４．５０", 1_234_500_000), ("1 234.50", 1_234_500_000),
            ("1\u{A0}234\u{A0}567", 1_234_567_000_000), ("2万元", 2_000_000), ("2 万 元", 2_000_000), ("3.5千元", 350_000),
            ("2亿元", 20_000_000_000),
            ("20万", 20_000_000), ("¥3,500.00元", 350_000), ("人民币 80元整", 8_000), ("5000元（人民币）", 500_000), ("12.5（万元）", 12_500_000),
            ("1亿2000万元", 12_000_000_000), ("3万5千元", 3_500_000), ("12元5角", 1_250), ("二十五万元", 25_000_000), ("贰拾伍万元整", 25_000_000),
            ("二点五亿元", 25_000_000_000), ("一千零五元", 100_500), ("十万元", 10_000_000), ("-3", -3_000_000), ("０", 0),
        ] as [(String, Int64)])
    func amounts(text: String, fen: Int64) {
        #expect(Money(cell: text, in: .wan)?.fen == fen)
    }

    @Test(arguments: [
        "65\n86", "38\u{3000}68", "58.00\n65", "1234,567", "1,23", "1,2345", "12,34,567", "1,234 567", "0,123", "38 68",
        "1 234,567", "1  234", "12..5",
        "1.", ".5", "10⁴", "½", "1½", "约60", "5万美元", "$5", "5元/人", "3万5", "三万五", "万元", "百万元", "二〇二四", "3元20元", "12-15", "(12.5)",
        "0.0000001",
        "1234567890123456789", "≥5", "2000000000亿元", "5万人",
    ])
    func noAmounts(text: String) {
        #expect(Money(cell: text, in: .wan) == nil)
    }

    /// What has its own unit is read also where that of the table is not known.
    @Test func unitOfTheTable() {
        #expect(Money(cell: "5", in: nil) == nil)
        #expect(Money(cell: "5千元", in: nil)?.fen == 500_000)
        #expect(Money(cell: "5", in: .thousand)?.fen == 500_000)
        #expect(Money(beginning: "3千元，用于办公")?.fen == 300_000)
        #expect(Money(beginning: "1亿2000万元。")?.fen == 12_000_000_000)
        for text in ["3万人参加", "3000", "300元/人", "5万美元", "3万，"] { #expect(Money(beginning: text) == nil, "\(text)") }
    }

    /// Every amount in 分 comes back from each unit that it is written in.
    @Test func unitsAreExact() {
        var seed: UInt64 = 15
        for _ in 0..<2_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let money = Money(fen: Int64(seed >> 20) % Money.largest.fen)
            for unit in MoneyUnit.allCases { #expect(Money(cell: "\(money.amount(in: unit))\(unit.rawValue)", in: nil) == money) }
        }
    }
}
