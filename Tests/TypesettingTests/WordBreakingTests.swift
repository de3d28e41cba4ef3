import BookLayout
import Testing

@testable import Typesetting

/// Where the lines of cells and titles end.
@Suite
struct WordBreakingTests {
    private let fonts = FontContext(FontSet(.builtIn))
    private let style = TextStyle(.table, size: 10, leading: 15)

    private func set(_ text: String, em: Double, _ ends: LineEnds) -> String {
        let shaped = fonts.layOut(TextRequest(text, style, width: em * 10, ends: ends)).text
        return shaped.lines.indices.map(shaped.string).joined(separator: "|")
    }

    @Test(
        "Cells break between words, into lines alike, and leave no character alone",
        arguments: [
            ("受益群众满意度", 6, "受益群众|满意度"), ("拨付资金及时", 5, "拨付资金|及时"), ("提高劳动效率", 5, "提高劳动|效率"),
            ("2022年12月31日前完成", 6.5, "2022年12月|31日前完成"), ("资金使用率", 4, "资金|使用率"), ("工作完成时间", 5, "工作完成|时间"),
            ("服务对象满意度指标", 5, "服务对象|满意度指标"), ("可持续影响指标", 5, "可持续|影响指标"), ("社会效益指标", 5, "社会效益|指标"),
            ("产出指标", 3, "产出|指标"), ("指标值确定依据", 5, "指标值|确定依据"), ("不超支", 2, "不超|支"), ("≤2800元/月/人", 8, "≤2800元/月/人"),
        ])
    func cells(text: String, em: Double, expected: String) {
        #expect(set(text, em: em, .words) == expected)
    }

    @Test(
        "Titles turn the line before a bracket, behind 的 or 、 and between words",
        arguments: [
            ("柴尚庄和梁园社区建设街西片区改造项目（君悦府项目）资金绩效目标表", 27, "柴尚庄和梁园社区建设街西片区改造项目|（君悦府项目）资金绩效目标表"),
            ("泉坊镇2024年8月1日-2025年7月31日办公楼租金绩效目标表", 20, "泉坊镇2024年8月1日-2025年7月31日|办公楼租金绩效目标表"),
            ("安保、环保、安全生产、应急、食药监管绩效目标表", 18, "安保、环保、安全生产、|应急、食药监管绩效目标表"),
        ])
    func titles(text: String, em: Double, expected: String) {
        #expect(set(text, em: em, .title) == expected)
    }

    @Test("No more lines than whole words need, and every character is there")
    func asFewAsWords() {
        let text = "根据年初预算安排，确保资金科学有效使用，按预定时间完成。"
        for em in stride(from: 3.0, through: 30, by: 0.5) {
            let lines = set(text, em: em, .words).split(separator: "|")
            #expect(lines.joined() == text)
            let pieces = fonts.pieces(of: text, in: style)
            let cell = ColumnGrid.Cell(rows: 0..<1, paragraphs: pieces)
            #expect(lines.count == cell.lines(in: em * 10).count, "\(em)")
            if lines.count > 1, em >= 5 { #expect((lines.last?.count ?? 0) > 2) }
        }
    }

    @Test("A word wider than its column is broken inside, a text of ten thousand characters takes no time")
    func longTexts() {
        #expect(set("13052924P005840121529", em: 5, .words).replacing("|", with: "") == "13052924P005840121529")
        let long = String(repeating: "长篇描述，", count: 2_000)
        #expect(set(long, em: 12, .words).replacing("|", with: "") == long)
    }
}
