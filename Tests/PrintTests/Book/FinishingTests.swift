import BookLayout
import Diagnostics
import Foundation
import GoalModel
import Reporting
import TestSupport
import Testing
import Typesetting

@testable import Print

/// What finishing does to real books.
@Suite struct FinishingTests {
    @Test("Finishing changes no pixel of any page")
    func pixelsStay() throws {
        let press = PDFPrinter(fonts: BookFonts().ready())
        let plain = press.withoutColours
        for report in try SampleReports.all.get() {
            let book = try plain.drawnBook(report, created: nil)
            let before = try PDFPixels.pages(of: book.drawn.bytes)
            let after = try PDFPixels.pages(of: try press.book(report).bytes)
            #expect(before.count == book.pageCount)
            #expect(Set(before).count > 5, "页面都是空白")
            let differing = before.indices.filter { !after.indices.contains($0) || before[$0] != after[$0] }
            #expect(differing.isEmpty && before.count == after.count, "\(report.book.town)：第\(differing.map { $0 + 1 })页不同")
        }
    }

    /// Threads that do at once what they are given, or never.
    private struct Helpers: IdleThreads {
        let areThere = true
        let doAnything: Bool

        func offer(_ work: @escaping @Sendable () -> Void) {
            if doAnything { Thread.detachNewThread(work) }
        }
    }

    @Test("Whoever finishes its pages, and when, the file is the same")
    func helpers() throws {
        let report = InventedReport.report(projects: InventedReport.projects(30))
        let fonts = BookFonts().ready()
        let alone = try PDFPrinter(fonts: fonts).book(report).bytes
        #expect(alone == (try PDFPrinter(fonts: fonts, idle: Helpers(doAnything: true)).book(report).bytes))
        #expect(alone == (try PDFPrinter(fonts: fonts, idle: Helpers(doAnything: false)).book(report).bytes))
        #expect(alone == (try PDFPrinter(fonts: fonts).keepingCairoFile.book(report).bytes))
    }

    @Test("A book's structure: contents with links, headings that skip no level, spans of merged cells")
    func structure() throws {
        let report = InventedReport.report(projects: InventedReport.projects(2))
        let tree = try PDFPrinter(fonts: BookFonts().ready()).drawnBook(report, created: nil).composition.structure
        let lines = tree.dump { _ in "" }.split(separator: "\n").map(String.init)
        #expect(lines.prefix(3) == ["Document", "  Sect", "    P"])
        let all = lines.map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(all.filter { $0 == "H1" }.count == 4)
        #expect(all.contains("Link[p2]"))
        #expect(all.contains("TH[Row 2×1]"))
        #expect(all.filter { $0.hasPrefix("TH[Column") }.count > 20)
        #expect(all.filter { $0 == "Table" }.count == 5)
        let form = try #require(tree.elements.firstIndex { $0.role == .table })
        let widths = tree.elements[form].kids.map { row in
            tree[row].kids.map { tree[$0].role.columns }.reduce(0, +)
        }
        // The first row has all columns of the grid; rows beside a label of several rows lack the label's.
        #expect(widths.first == widths.max())
        #expect(Set(widths).count == 3)
    }
}

extension StructureRole {
    fileprivate var columns: Int {
        switch self {
        case .cell(let span), .headCell(_, let span): span.columns
        default: 0
        }
    }
}
