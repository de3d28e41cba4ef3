import GoalModel
import Reporting
import TestSupport
import Testing
import Typesetting

@testable import Print

/// Reading finished books back.
@Suite
struct ProofTests {
    private let press = PDFPrinter(fonts: BookFonts().ready(), verifiesPrint: true)

    private func missing(_ book: GoalBook, in printed: GoalBook) throws -> SourceTexts.Text? {
        var report = InventedReport.report(projects: [])
        report.book = printed
        let drawing = try press.drawnBook(report, created: nil)
        let read = try drawing.drawn.readBack(try press.finished(drawing, created: nil).bytes)
        return SourceTexts(book).firstMissing(in: read.values, unknown: Set(drawing.missing.map(\.character)))
    }

    private func book(_ change: (inout GoalBook) -> Void = { _ in }) -> GoalBook {
        var book = InventedReport.report(projects: InventedReport.projects(3)).book
        change(&book)
        return book
    }

    @Test("Books are read back cell by cell, without a difference")
    func samplesAreWhole() throws {
        for report in try SampleReports.all.get() {
            #expect(SourceTexts(report.book).texts.count > 100)
            #expect(try missing(report.book, in: report.book) == nil)
        }
    }

    @Test("A character lost, changed or printed once too seldom is found, with its place")
    func lossIsFound() throws {
        let printed = book()
        let place = try missing(book { $0.projects[1].purpose += "甲" }, in: printed)
        #expect(place?.place == "项目2“资金用途”")
        let changed = try missing(
            book { $0.projects[2].indicators[0].name = "换" + $0.projects[2].indicators[0].name.dropFirst() }, in: printed)
        #expect(changed?.place == "项目3第1行“三级指标”")
        #expect(try missing(book { $0.projects.append($0.projects[0]) }, in: printed) != nil)
        #expect(try missing(book { $0.partOne[0].paragraphs.append(Passage("没有印出的一段。", at: nil)) }, in: printed)?.place == "第一部分")
        #expect(try missing(printed, in: printed) == nil)
    }

    @Test("Changed order is found; text from right to left and raised letters are no false alarm")
    func orderCounts() throws {
        let printed = book {
            $0.projects[0].purpose = "العربية 12"
            $0.projects[1].purpose = "e\u{301}a\u{308}"
            $0.projects[2].goals = ["\u{10FFFC}缺字形", "2024-2025"]
        }
        #expect(try missing(printed, in: printed) == nil)
        var turned = printed
        turned.projects[2].goals = ["\u{10FFFC}缺形字", "2024-2025"]
        #expect(try missing(turned, in: printed) != nil)
    }

    @Test("Long cells over pages are joined in order")
    func cellsOverPages() throws {
        let long = book { $0.projects[0].purpose = (0..<1_500).map { "第\($0)句。" }.joined() }
        #expect(try missing(long, in: long) == nil)
    }

    @Test("Other files and bad ones are not taken for the book")
    func otherFiles() throws {
        let report = InventedReport.report(projects: InventedReport.projects(2))
        let drawing = try press.drawnBook(report, created: nil)
        let other = try press.book(InventedReport.report(projects: InventedReport.projects(4))).bytes
        #expect(throws: PrintingError.self) { try drawing.drawn.readBack(other) }
        #expect(throws: PrintingError.unreadable) { try drawing.drawn.readBack(Array("%PDF-1.7".utf8)) }
    }
}
