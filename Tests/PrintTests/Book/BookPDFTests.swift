import Diagnostics
import Foundation
import GoalModel
import Print
import Reporting
import TestSupport
import Testing
import Text

@Suite
struct BookPDFTests {
    private let press = PDFPrinter(fonts: BookFonts().ready())

    private func text(of report: Report) throws -> String {
        try PDFText.read(try press.book(report).bytes).withoutSpaces
    }

    private func missing(from text: String, in projects: [Project]) -> [String] {
        var cells: [String] = []
        for project in projects {
            cells += [project.name, project.code, project.purpose, project.raw.budget] + project.goals + project.raw.plan
            for indicator in project.indicators { cells += Indicator.Field.allCases.map { indicator[$0] } }
        }
        return cells.filter { !text.contains($0.withoutSpaces) }
    }

    @Test("A book of twelve projects: each cell of the source is found and copied")
    func everyCellIsFound() throws {
        let report = InventedReport.report(projects: InventedReport.projects(12))
        let text = try text(of: report)
        #expect(missing(from: text, in: report.book.projects).isEmpty)
        for section in report.book.partOne {
            for passage in [section.heading] + section.paragraphs { #expect(text.contains(passage.text.withoutSpaces)) }
        }
        for word in ["目录", "第一部分", "第二部分", "附录", "项目一览", "资金汇总", "合计", "支出进度", "—1—", "12青石镇第12号村道养护绩效目标表"] {
            #expect(text.contains(word), "缺“\(word)”")
        }
    }

    @Test("A page a project, parts begin on right-hand pages")
    func pageCount() throws {
        let result = try press.book(InventedReport.report(projects: InventedReport.projects(12)))
        // Cover and back, contents and back, part one on three pages and a blank, twelve tables, two pages of appendix.
        #expect(result.pageCount == 22)
        #expect(result.diagnostics.isEmpty)
    }

    @Test("The same input makes the same bytes, also when used again")
    func isDeterministic() throws {
        let report = InventedReport.report(projects: InventedReport.projects(5))
        let first = try press.book(report).bytes
        #expect(first == (try press.book(report).bytes))
        #expect(first == (try PDFPrinter(fonts: BookFonts().ready()).book(report).bytes))
        #expect(first != (try press.book(report, created: Date(timeIntervalSince1970: 0)).bytes))
    }

    @Test("Books without part one, projects or year are made")
    func emptyBooks() throws {
        var report = InventedReport.report(projects: [], partOne: [])
        report.book.fiscalYear = nil
        report.book.town = ""
        #expect(try text(of: report).contains("云岭县青石镇人民政府本级"))
        var bare = InventedReport.project(1)
        bare.indicators = []
        bare.goals = []
        bare.plan = SpendingPlan()
        bare.raw = Project.RawCells()
        #expect(try text(of: InventedReport.report(projects: [bare])).contains(bare.code))
    }

    @Test("Cells of ten thousand characters, long names and codes lose nothing")
    func hugeCells() throws {
        var projects = InventedReport.projects(6)
        // Signs that stand nowhere else, so that they can be counted over page ends.
        projects[0].purpose = numbered("壬", 2_000)
        projects[1].goals = [numbered("癸", 2_000), "2.完"]
        projects[2].indicators[1].description = numbered("寅", 2_000)
        projects[2].indicators[2].category = numbered("卯", 700)
        projects[3].purpose = "辰"
        projects[3].name = numbered("名称", 60)
        projects[4].code = String(repeating: "13999924P00099901001X", count: 12)
        projects[5].raw.plan = (1...20).map { "\($0)%" }
        projects[5].indicators = (0..<90).map { InventedReport.indicator($0 / 13, of: 6) }
        let text = try text(of: InventedReport.report(projects: projects))
        let counts = ["壬", "癸", "寅", "卯", "辰"].map { sign in text.count { String($0) == sign } }
        #expect(counts == [2_000, 2_000, 2_000, 700, 1])
        #expect(text.contains("寅0、寅1、"))
        #expect(text.contains("名称59、"))
        #expect(text.contains(projects[4].code))
        #expect(text.contains("20%"))
        #expect(text.contains("产出指标（续）"))
        #expect(text.contains("时效指标（续）"))
    }

    @Test("Null characters, direction marks, emoji and rare characters")
    func hostileText() throws {
        var project = InventedReport.project(1)
        project.purpose = "空\u{0}字\u{202E}符\u{FFFE}后面还有"
        project.goals = ["\u{10FFFC}缺字形", "𠮷祥"]
        project.indicators[0].name = "😀表情之后"
        project.name = "<b>&\"'%s\\（）"
        let result = try press.book(InventedReport.report(projects: [project]))
        let text = try PDFText.read(result.bytes).withoutSpaces
        for word in ["空字符后面还有", "缺字形", "𠮷祥", "表情之后", "<b>&\"'%s\\（）"] { #expect(text.contains(word), "缺“\(word)”") }
        let diagnostic = try #require(result.diagnostics.first { $0.summary.contains("U+10FFFC") })
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.summary.contains("项目1“绩效目标”"))
    }

    @Test("A book is made though every field is hostile")
    func hostileBook() throws {
        var report = InventedReport.report(projects: [])
        report.book = SampleBooks.hostile
        let result = try press.book(report)
        let text = try PDFText.read(result.bytes).withoutSpaces
        #expect(text.contains("<script>alert(1)</script>"))
        #expect(text.contains("{{name}}"))
        #expect(text.contains("ab"))
    }

    private func numbered(_ word: String, _ count: Int) -> String {
        (0..<count).map { "\(word)\($0)、" }.joined()
    }
}
