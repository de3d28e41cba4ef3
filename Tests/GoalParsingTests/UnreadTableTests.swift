import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// A table that contradicts itself is not believed: it stands as it is, is told, and counts for nothing.
@Suite struct UnreadTableTests {
    private func reading(_ rows: String) throws -> Warned<GoalBook> {
        let head = """
            表头不对的表
            P 项目支出绩效目标表（2026年度）
            T
            项目名称|渡口维护项目|<|实施单位|沅陵县渡头镇人民政府
            年度资金总额（万元）|5.80|<|<|<
            年度目标|维护渡口4处。|<|<|<

            """
        return GoalBook.reading(FormText(head + rows, path: "某镇.docx").document, lexicon: try .ours())
    }

    private static let swapped = """
        绩效指标|一级指标|二级指标|三级指标|指标值
        ^|产出指标|数量指标|≥4处|维护渡口
        ^|^|质量指标|≥98%|渡口完好率
        ^|满意度指标|服务对象满意度指标|≥90%|群众满意度
        """

    @Test(
        arguments: [
            swapped,
            "绩效指标|一级指标|二级指标|三级指标|指标值\n^|≥4处|维护渡口|数量指标|产出指标\n^|≥98%|完好率|质量指标|产出指标",
            "列1|列2|列3|列4|列5\n甲|渡口|4|5.8|2\n乙|安全|100|30|1",
        ])
    func isTold(rows: String) throws {
        let reading = try reading(rows)
        let project = try #require(reading.value.projects.first)
        #expect(project.name == "渡口维护项目" && project.budget?.fen == 5_800_000)
        #expect(project.indicators.isEmpty && project.gaps.contains(.indicators))
        let doubts = reading.diagnostics.filter { Diagnostic.doubtIDs.contains($0.id) }
        #expect(doubts.count == 1 && doubts[0].severity == .error && doubts[0].location?.table == 1)
        #expect(!reading.diagnostics.contains { $0.id == "indicators-missing" })
        let table = try #require(reading.value.unread.first)
        #expect(table.project == 1 && !table.reasons.isEmpty)
        let words = table.rows.joined().map(\.text)
        for word in rows.split(whereSeparator: { "|\n".contains($0) }) where word != "^" && word != "绩效指标" {
            #expect(words.contains(String(word)))
        }
    }

    @Test func understoodTablesAreNone() throws {
        let rows = """
            绩效指标|一级指标|二级指标|三级指标|指标值
            ^|产出指标|数量指标|维护渡口|≥4处
            ^|满意度指标|服务对象满意度指标|群众满意度|≥90%
            """
        let reading = try reading(rows)
        #expect(reading.value.unread.isEmpty)
        #expect(reading.value.projects.first?.indicators.map(\.target.text) == ["≥4处", "≥90%"])
    }

    @Test func everyCellHasItsRole() throws {
        let text = """
            对照
            P 项目支出绩效目标表（2026年度）
            T
            项目名称|渡口维护项目|<|实施单位|沅陵县渡头镇人民政府|<
            年度资金总额（万元）|5.80|<|<|<|<
            值班电话安排|另行通知各村|<|<|<|<
            绩效指标|一级指标|二级指标|三级指标|指标值|分值
            ^|产出指标|数量指标|维护渡口|≥4处|40
            ^|满意度指标|服务对象满意度指标|群众满意度|≥90%|10
            """
        let view = ReadingView(FormText(text, path: "某镇.docx").document, lexicon: try .ours())
        let table = try #require(view.tables.first)
        func role(_ text: String) -> ReadTable.Role? { table.rows.joined().first { $0.text == text }?.role }
        #expect(role("项目名称") == .label && role("三级指标") == .label)
        #expect(role("渡口维护项目") == .value("项目名称") && role("5.80") == .value("预算数"))
        #expect(role("≥4处") == .value("指标值") && role("数量指标") == .value("二级指标"))
        #expect(role("40") == .aside("分值"))
        #expect(role("值班电话安排") == .unclaimed)
        #expect(table.columns.map(\.taken) == ["一级指标", "二级指标", "三级指标", "指标值", "不属于目标书"])
        #expect(table.columns.allSatisfy { !$0.reason.isEmpty } && table.doubts.isEmpty)
    }
}

/// Words that a county adds to the labels of all forms.
@Suite struct LexiconTests {
    private static let form = """
        本县的写法
        P 项目支出绩效目标表（2026年度）
        T
        专款事项|渡口维护项目|<|实施单位|沅陵县渡头镇人民政府
        年度资金总额（万元）|5.80|<|<|<
        年度目标|维护渡口4处。|<|<|<
        绩效指标|一级指标|二级指标|三级指标|应达数
        ^|产出指标|数量指标|维护渡口|≥4处
        ^|满意度指标|服务对象满意度指标|群众满意度|≥90%
        """

    @Test func countyAddsWords() throws {
        var lexicon = try Lexicon.ours()
        try lexicon.add(json5: Data("{ projectName: ['专款事项'], target: ['应达数'] }".utf8))
        let book = GoalBook.reading(FormText(Self.form, path: "某镇.docx").document, lexicon: lexicon).value
        #expect(book.projects.map(\.name) == ["渡口维护项目"])
        #expect(book.projects.first?.indicators.map(\.target.text) == ["≥4处", "≥90%"])
    }

    @Test(arguments: ["{ projectTitle: ['专款'] }", "{ projectName: '专款' }", "{ projectName: ['专款' }"])
    func mistakesAreExplained(text: String) throws {
        var lexicon = try Lexicon.ours()
        let error = #expect(throws: LexiconError.self) { try lexicon.add(json5: Data(text.utf8)) }
        #expect(error?.reason.isEmpty == false)
    }
}
