import Foundation
import GoalModel
import Print
import Reporting
import TestSupport
import Testing
import Text

@Suite
struct SheetTests {
    private let press = PDFPrinter(fonts: BookFonts().ready())

    @Test("Samples: a sheet's text is the project's form in the book")
    func sameAsBook() throws {
        let report = try #require(try SampleReports.all.get().first)
        let book = try PDFText.read(try press.book(report).bytes, typeAreaOnly: true).withoutSpaces
        #expect(!report.book.projects.isEmpty)
        for project in report.book.projects {
            let sheet = try press.sheet(project, of: report)
            let text = try PDFText.read(sheet.bytes, typeAreaOnly: true).withoutSpaces
            #expect(text.contains(project.code.withoutSpaces) && text.hasPrefix(project.name.withoutSpaces + "绩效目标表"))
            if sheet.pageCount == 1 { #expect(book.contains(text), "项目\(project.number)与书中不同") }
        }
    }

    @Test("The foot says which page of how many; of a single page only the book")
    func foot() throws {
        var project = InventedReport.project(1)
        let report = InventedReport.report(projects: [project])
        let one = try press.sheet(project, of: report)
        let text = try PDFText.read(one.bytes).withoutSpaces
        #expect(one.pageCount == 1)
        #expect(text.contains("云岭县青石镇2024年部门预算绩效目标") && !text.contains("共1页"))
        project.indicators = (0..<120).map { InventedReport.indicator($0 / 20, of: 1) }
        let many = try press.sheet(project, of: report)
        let words = try PDFText.read(many.bytes).withoutSpaces
        #expect(many.pageCount > 2)
        for page in 1...many.pageCount { #expect(words.contains("第\(page)页共\(many.pageCount)页")) }
        #expect(many.bytes == (try press.sheet(project, of: report).bytes))
    }
}
