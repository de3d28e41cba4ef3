import Diagnostics
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Texts far larger than a book are read whole, and in a time that grows with their size: a reader that looked at each part
/// against each other would not come to an end here.
@Suite struct HugeInputTests {
    private func book(_ text: String) throws -> GoalBook {
        GoalBook.reading(try ExtractedText.document(Array(text.utf8), path: "甲.txt").value, lexicon: try .ours()).value
    }

    private let form = "1.修路绩效目标表\n\t项目编码\n\tA\n\n\t一级指标\n\t二级指标\n\t三级指标\n"

    @Test func rowsWithoutBlankLines() throws {
        let book = try book(form + String(repeating: "\t产出指标\n\t数量指标\n\t里程\n", count: 20_000))
        #expect(book.projects.first?.indicators.count == 20_000)
    }

    @Test func titlesWithoutTables() throws {
        let book = try book((1...5_000).map { "\($0).修路绩效目标表\n" }.joined())
        #expect(book.residue.count == 5_000)
    }

    @Test func statementsAndProjects() throws {
        let statements = (1...1_000).map { "\($0)、修路\($0)年初安排\($0)元\n" }.joined()
        let forms = (1...1_000).map { "\($0).修路\($0)绩效目标表\n\t项目编码\n\tA\n\t项目名称\n\t修路\($0)\n\n" }.joined()
        let book = try book("二、分项绩效目标\n" + statements + "第二部分\n" + forms)
        #expect(book.statements.compactMap(\.project) == Array(1...1_000))
    }

    @Test func safeguardOfManyParagraphs() throws {
        let book = try book("三、工作保障措施\n1、制度\n" + String(repeating: "落实到位\n", count: 30_000))
        #expect(book.safeguards.map(\.text.utf8.count) == [30_000 * 13 - 1])
    }

    @Test func blankLines() throws {
        let blanks = String(repeating: "\n", count: 200_000)
        let book = try book("一、总体绩效目标\n好" + blanks + form + blanks + "\t产出指标\n\t数量指标\n\t里程" + blanks + "附注\n")
        #expect(book.projects.first?.indicators.map(\.name) == ["里程"])
        #expect(book.residue.map(\.location?.line) == [600_011])
    }

    @Test func commasInADashList() throws {
        let list = String(repeating: "数量指标-甲-乙，", count: 10_000)
        let book = try book("二、分项绩效目标\n修路年初安排30000元。\n" + list + "\n")
        #expect(book.statements.first?.indicators.count == 10_000)
    }
}
