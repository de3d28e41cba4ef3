import Foundation
import GoalModel
import Testing
import Text

struct TargetReadingTests {
    /// What a target was understood as: `≥ 95 %`, `by 2022 12-31`, `grade 优`, `text`.
    private func reading(_ text: String) -> String {
        switch Target(reading: text).value {
        case .quantity(let quantity):
            [quantity.comparator?.rawValue, quantity.number.map { "\($0)" } ?? "–", quantity.unit]
                .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
        case .deadline(let deadline):
            (["by"] + [deadline.year.map(String.init), deadline.by?.code].compactMap(\.self)).joined(separator: " ")
        case .grade(let word): "grade \(word)"
        case .text: "text"
        }
    }

    @Test(arguments: [
        ("≥95百分比", "≥ 95 百分比"), ("≥95%", "≥ 95 %"), ("100%", "100 %"), ("125万元", "125 万元"), ("52个", "52 个"),
        ("≥63829㎡", "≥ 63829 ㎡"), ("≥171.12亩", "≥ 171.12 亩"), ("300元/人/月", "300 元/人/月"), ("≤2800元/月/人", "≤ 2800 元/月/人"),
        ("≤1.56万元/月", "≤ 1.56 万元/月"), ("≥20年", "≥ 20 年"), ("万元", "– 万元"), ("≥100拨付资金及时", "≥ 100 拨付资金及时"),
        ("≥80工作完成率%", "≥ 80 工作完成率%"), ("95", "95"), ("≥100年底资金支出进度", "≥ 100 年底资金支出进度"), ("元/人/月", "– 元/人/月"), ("≥", "≥ –"),
        ("≤3次以内", "≤ 3 次"),
        ("≥-5%", "≥ -5 %"), ("≤12月", "≤ 12 月"), ("20年", "20 年"), ("3月租金", "3 月租金"), ("≥13月底", "≥ 13 月底"),
        ("≥100控制在预算数以内", "≥ 100 控制在预算数以内"),
    ])
    func quantities(text: String, expected: String) {
        #expect(reading(text) == expected)
    }

    @Test(arguments: [
        (">=95%", "≥ 95 %"), ("<=3天", "≤ 3 天"), ("=>95%", "≥ 95 %"), ("＞＝９５％", "≥ 95 ％"), ("≧95%", "≥ 95 %"), ("⩾95%", "≥ 95 %"),
        ("≦95%", "≤ 95 %"), ("> 95 %", "> 95 %"), ("＝1次", "= 1 次"), ("大于等于95%", "≥ 95 %"), ("不少于3次", "≥ 3 次"),
        ("不低于90%", "≥ 90 %"), ("不超过5万元", "≤ 5 万元"), ("至少2次", "≥ 2 次"), ("95%以上", "≥ 95 %"), ("3日内", "≤ 3 日"),
        ("达到95%以上", "≥ 95 %"), ("1,234,567.50元", "1234567.5 元"), ("１，２３４元", "1234 元"), ("≥171.\n12\n亩", "≥ 171.12 亩"),
        ("\u{A0}≥ 95 \u{3000}百分\n比", "≥ 95 百分比"), ("每月2次", "2 次"), ("≥12,3", "≥ 12 ,3"), ("≥95.", "≥ 95 ."),
    ])
    func spellings(text: String, expected: String) {
        #expect(reading(text) == expected)
    }

    @Test(arguments: [
        ("2022年12月31日前完成", "by 2022 12-31"), ("12月底前", "by 12-31"), ("每月20日前发放", "by"), ("按月发放", "by"), ("5月1日", "by 05-01"),
        ("第一季度", "by 03-31"), ("年底前", "by 12-31"), ("全年", "by 12-31"), ("2024年底", "by 2024 12-31"),
        ("2024-6-30", "by 2024 06-30"),
        ("2024年1月-12月", "by 2024 12-31"), ("1-12月", "by 12-31"), ("十月底", "by 10-31"), ("≤12月31日", "by 12-31"),
        ("2024年", "by 2024 12-31"),
        ("2024年度", "by 2024 12-31"), ("2月底", "by 02-28"), ("2024年1月1日至2024年9月15日", "by 2024 09-15"),
        ("２０２４年６月３０日", "by 2024 06-30"),
        ("2024年上半年", "by 2024 06-30"), ("2月30日前", "by"), ("不迟于6月", "by 06-30"),
    ])
    func deadlines(text: String, expected: String) {
        #expect(reading(text) == expected)
    }

    @Test(arguments: [
        ("优", "grade 优"), ("良以上", "grade 良以上"), ("优良", "grade 优良"), ("达成", "grade 达成"), ("较高", "grade 较高"), ("≥良好", "grade 良好"),
        ("档案工资", "text"), ("及时", "text"), ("", "text"), ("3-5次", "text"), ("90%~95%", "text"),
        ("1234567890123456789元", "text"),
        ("65\n86次", "text"), ("≥38\u{3000}168次", "text"), ("1234,567元", "text"), ("10⁴立方米", "text"), ("½", "text"),
        ("1½天", "text"), ("58. 5%", "text"),
        ("10^4米", "text"), ("一般", "grade 一般"), ("三支一扶人员", "text"), ("百分之", "text"), ("三万五元", "text"),
        ("年度工作计划", "text"), ("高质量完成", "text"), ("全年无事故", "text"), ("中心小学", "text"), ("≥完成", "text"),
    ])
    func words(text: String, expected: String) {
        #expect(reading(text) == expected)
    }

    @Test func troubleIsNamed() {
        func trouble(_ text: String) -> Target.Trouble? { Target(reading: text).trouble }
        for text in ["65\n86次", "≥38\u{3000}68", "1234,567元", "≥12,3"] { #expect(trouble(text) == .brokenNumber, "\(text)") }
        for text in ["10⁴", "≥10⁴立方米", "½", "1½天", "10^4"] { #expect(trouble(text) == .raisedOrFraction, "\(text)") }
        #expect(trouble("≥2022年12月31日次") == .countedDate("次"))
        #expect(trouble("12月底前人次") == nil)
        let days = [
            ("45,991", 2025, 11, 30), ("46023", 2026, 1, 1), ("42005", 2015, 1, 1), ("47848", 2030, 12, 31),
            ("45351前", 2024, 2, 29),
        ]
        for (text, year, month, day) in days {
            let expected = MonthDay(month: month, day: day).map { Target.Trouble.dateSerial(CalendarDay(year: year, day: $0)) }
            #expect(trouble(text) == expected, "\(text)")
        }
        let fine = [
            "≥95%", "≥63829㎡", "45991次", "2022年12月31日前", "2024年", "1-12月", "按月发放", "优", "3-5次", "2/3", "46023.5", "", "1,234.5元",
            "1 234元",
            "第一季度", "1234567890123456789元", "2024-12-31", "≥20年",
        ]
        for text in fine { #expect(trouble(text) == nil, "\(text)") }
    }

    @Test func textStaysAsPrinted() {
        #expect(Target(reading: " ＞＝９５\n％ ").text == "＞＝９５\n％")
    }

    /// Any mixture of the pieces that targets are made of must be read without a trap.
    @Test func neverTraps() {
        var seed: UInt64 = 88
        let pieces = [
            "≥", "<", "=", "9", "0", "2024", ".", ",", "-", "/", "年", "月", "日", "底", "每", "第", "季度", " ", "\n", "％", "优",
            "\u{200B}", "🙂", "万元",
        ]
        for _ in 0..<5_000 {
            var text = ""
            for _ in 0..<12 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(seed >> 33) % pieces.count]
            }
            #expect(Target(reading: text).text == text.trimmed)
        }
    }
}
