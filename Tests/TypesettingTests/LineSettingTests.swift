import BookLayout
import Testing

@testable import Typesetting

@Suite
struct LineSettingTests {
    private let fonts = FontContext(FontSet(.builtIn))
    private let style = TextStyle(.body, size: 10, leading: 15)

    private func set(_ text: String, em: Double, _ alignment: TextAlignment = .leading, indent: Double = 0) -> ShapedText {
        fonts.layOut(TextRequest(text, style, width: em * 10, alignment: alignment, indent: indent * 10)).text
    }

    private func lines(_ text: ShapedText) -> [String] {
        text.lines.indices.map(text.string)
    }

    @Test(
        "Line breaks part no marks, brackets, units or digits",
        arguments: [
            ("绩效目标，完成", 4, "绩效目|标，完成"), ("绩效目（标完成", 4, "绩效目|（标完成"), ("标准为300元/人/月发", 5, "标准为|300元/人/|月发"),
            ("标准为300元/人/月发", 6, "标准为|300元/人/月|发"), ("预算共163.44万元整", 5, "预算共|163.44|万元整"), ("预算共163.44万元整", 6, "预算共|163.44万元|整"),
            ("水温36.6℃即可", 4, "水温|36.6℃即|可"), ("实现——共同富裕", 3, "实|现——|共同富|裕"), ("等等……省略", 3, "等|等……|省略"),
            ("期限2024-2025年止", 6, "期限|2024-2025年|止"), ("达到（≥95%）以上", 4, "达到|（≥|95%）|以上"), ("完成率≥95%", 4, "完成率|≥95%"),
            ("经费￥300整", 3, "经费|￥300|整"), ("村民共３００人次数", 5, "村民共|３００人次|数"), ("评为“优秀”等次", 3, "评为|“优|秀”等|次"),
            ("甲乙·丙丁", 3, "甲乙·|丙丁"), ("到5月底前", 3, "到|5月底|前"), ("约3万余元整", 4, "约|3万余元|整"), ("共12 个村庄", 3, "共|12 个|村庄"),
            ("用80%~90%了", 5, "用|80%~90%|了"), ("人人共享々好", 4, "人人共|享々好"), ("看A4纸和WORD文", 5, "看A4纸和|WORD文"),
            ("参照（财预〔2015〕88号）第", 11, "参照|（财预〔2015〕88号）|第"), ("按GB/T 2260填写", 5, "按|GB/T 2260|填写"),
            ("根据冀财预〔2015〕88号办", 10, "根据冀|财预〔2015〕88号办"),
        ])
    func breaks(text: String, em: Double, expected: String) {
        #expect(lines(set(text, em: em)).joined(separator: "|") == expected)
    }

    @Test("A code wider than its column is broken inside it", arguments: [3, 4.3, 6])
    func longRuns(em: Double) {
        for text in [
            "13052924P005840121529", "，，，，，，，，，，，，", "（（（（（（（（（（（（（（", "——————————————", "300元/人/月/300元/人/月/300元",
            "1-2-3-4-5-6-7-8-9-10-11",
        ] {
            let shaped = set(text, em: em)
            #expect(lines(shaped).joined() == text)
            #expect(shaped.lines.count > 1)
            for line in shaped.lines { #expect(line.end <= em * 10 + 0.5, "\(text)") }
        }
    }

    @Test(
        "Marks side by side give up half a character each",
        arguments: [
            ("（甲）（乙）", 5.5), ("他说：“好。”", 6), ("甲”，乙", 3.5), ("甲，“乙", 3.5), ("甲）。乙", 3.5), ("《“甲”》", 4), ("（）", 2), ("甲，乙。", 4),
            ("）））", 2),
        ])
    func pairs(text: String, em: Double) {
        #expect(abs(set(text, em: 100).lines[0].end - em * 10) < 0.1)
    }

    @Test("Fonts without half widths are not squeezed")
    func fontsWithoutHalves() {
        let plain = FontContext(FontSet(FontRoles(choices: [.body: [FontChoice(family: "DejaVu Sans")]])))
        let one = plain.width(of: "”", in: style)
        #expect(one > 0)
        #expect(abs(plain.layOut(TextRequest("”””", style, width: 500)).end(ofLine: 0) - 3 * one) < 0.1)
    }

    @Test("Marks at a line's end and brackets at its start take half a character, not at a paragraph's start")
    func ends() {
        // Ten characters and a half one fit in a box of ten and a half.
        let squeezed = set("一二三四五六七八九十，一二三四五六", em: 10.5, .justified)
        #expect(lines(squeezed) == ["一二三四五六七八九十，", "一二三四五六"])
        #expect(abs(squeezed.lines[0].end - 105) < 0.1 && squeezed.lines[0].stretch == 0)
        // In a cell it takes its whole room, or it would reach into the next one.
        #expect(lines(set("一二三四五六七八九十，一二三四五六", em: 10.5)) == ["一二三四五六七八九", "十，一二三四五六"])
        let bracket = set("一二三四（五六七八九十）一二", em: 4.5, .justified)
        #expect(lines(bracket) == ["一二三四", "（五六七八", "九十）一", "二"])
        #expect(abs(bracket.lines[1].end - 45) < 0.1)
        let first = set("（一）加强组织领导，压实责任", em: 8, .justified, indent: 2)
        #expect(first.lines[0].x == 20)
        #expect(lines(first)[0] == "（一）加强组")
    }

    @Test("Lines are stretched evenly, by a quarter of a character at most, or not at all")
    func stretch() {
        let even = set("一二三四五六七八九十一二三四五六七八九十", em: 9.4, .justified)
        #expect(even.lines.count == 3)
        #expect(abs(even.lines[0].stretch - 0.05) < 0.001)
        #expect(abs(even.lines[1].end - 94) < 0.1)
        #expect(even.lines[2].stretch == 0 && abs(even.lines[2].end - 20) < 0.1)
        let ragged = set("一二三ABCDEFGHIJKL四五", em: 7, .justified)
        #expect(lines(ragged)[0] == "一二三")
        #expect(ragged.lines[0].stretch == 0 && abs(ragged.lines[0].end - 30) < 0.1)
    }

    @Test("Last lines, lines before a break and lines of letters are not stretched; those with blanks are")
    func stretchedLines() {
        let forced = set("一二三四\n五六七八九十一", em: 5.5, .justified)
        #expect(forced.lines.map(\.stretch).map { $0 > 0 } == [false, true, false])
        let blanks = set("满意度达到 90%以上，按时发放补助资金", em: 9.3, .justified)
        #expect(abs(blanks.lines[0].end - 93) < 0.1)
        #expect(blanks.lines[0].stretch <= LineStretch.limit, "the blank takes no more than its share")
        let latin = set("International Standard Organization", em: 9.5, .justified)
        #expect(latin.lines.count > 1)
        #expect(latin.lines.allSatisfy { $0.stretch <= LineStretch.limit })
        let dashes = set("实现——共同富裕——目标一二三", em: 9.4, .justified)
        #expect(abs(dashes.lines[0].end - dashes.lines[0].x - dashes.lines[0].runs.reduce(0) { $0 + $1.width }) < 0.1)
    }

    @Test("Text of a single line that does not fit ends in an ellipsis")
    func ellipsis() {
        let request = TextRequest("第二部分\n预算项目绩效目标", style, width: 65, oneLine: true)
        let text = fonts.layOut(request).text
        #expect(lines(text) == ["第二部分 …"] || lines(text) == ["第二部分 预…"])
        #expect(text.lines[0].end <= 65.5)
    }

    @Test("Text from right to left is neither lost nor mixed up")
    func rightToLeft() {
        let text = "甲אבג דהו乙\u{0627}\u{0644}1"
        let shaped = set(text, em: 4)
        #expect(lines(shaped).joined() == text)
        let whole = set("甲אב12乙", em: 40)
        let order = whole.lines[0].runs.map { whole.string(of: $0) }
        #expect(order == ["甲", "12", "אב", "乙"])
    }
}
