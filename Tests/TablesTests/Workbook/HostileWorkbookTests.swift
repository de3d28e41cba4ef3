import Diagnostics
import Foundation
import GoalModel
import Reporting
import SourceFiles
import TestSupport
import Testing
import Text

@testable import Tables

/// Text that would like to be a formula, a control or endless, in the cells of a workbook.
@Suite struct HostileWorkbookTests {
    static let formulas = [
        "=1+1", "=cmd|'/c calc'!A0", "+1", "-1", "-2+3", "@SUM(A1)", "＝1+1", "\t=1+1", "\r=1+1", "=HYPERLINK(\"http://a\",\"b\")",
        "{=1+1}", "DDE(\"a\")", "http://example.org/", "mailto:a@b", "0012", "1e5", "TRUE", "2024-01-01", "_x003D_1+1", "_x0041_",
        "a_x000D_b", "__x0041_", "<c><f>1</f></c>",
    ]

    private func report(_ texts: [String]) -> Report {
        let projects = texts.enumerated().map { index, text in
            var project = SampleBooks.project(index + 1, text, fen: index % 3 == 0 ? -1_234_567 : 5_000_000, code: text)
            project.purpose = text
            project.goals = [text]
            project.indicators = [
                Indicator(
                    category: text, type: text, name: text, description: text, target: Target(reading: text), basis: text)
            ]
            return project
        }
        var book = SampleBooks.book(projects)
        book.unit = BudgetUnit(code: texts.first, name: texts.last ?? "")
        return SampleFindings.report(book)
    }

    @Test func nothingBecomesAFormulaOrALink() throws {
        let report = report(HostileWorkbookTests.formulas + SampleBooks.hostileTexts)
        let file = try WorkbookParts(Array(try DataWorkbook(report).written().bytes))
        for sheet in 0..<file.sheets.count {
            let xml = try file.xml(of: sheet)
            #expect(!xml.contains("<f>") && !xml.contains("<hyperlink") && !xml.contains("t=\"str\""), "\(file.sheets[sheet])")
        }
        let cells = try file.cells(of: 0)
        let numbers = try file.numbers(of: 0)
        for (index, text) in HostileWorkbookTests.formulas.enumerated() {
            for column in ["O", "B", "H", "I"] {
                #expect(cells["\(column)\(index + 3)"]?.replacing("_x005F_", with: "_") == text.displayable, "\(text)")
                #expect(!numbers.contains("\(column)\(index + 3)"))
            }
        }
        // A number that is negative stays one.
        #expect(cells["D3"] == "-1.234567" && numbers.contains("D3"))
    }

    /// A cell that is edited keeps its text: its format says that it is text.
    @Test func textLikeAFormulaHasTheFormatOfText() throws {
        #expect(["=1", "+1", "-1", "@a", "＝1", "\t=1"].allSatisfy { CellText($0).looksLikeFormula })
        #expect(["1=", "甲=1", "", "≥1"].allSatisfy { !CellText($0).looksLikeFormula })
        let file = try WorkbookParts(Array(try DataWorkbook(report(["=1+1"])).written().bytes))
        let style = try #require(try file.xml(of: 0).firstMatch(of: /<c r="H3" s="(\d+)"/)?.1)
        let styles = try file.text("xl/styles.xml")
        let formats = try #require(styles.firstMatch(of: /<cellXfs[^>]*>(.*?)<\/cellXfs>/)?.1)
        let look = Array(formats.matches(of: /<xf numFmtId="(\d+)"/))[Int(style) ?? 0]
        #expect(look.1 == "49" || styles.contains("<numFmt numFmtId=\"\(look.1)\" formatCode=\"@\"/>"))
    }

    @Test func controlsAreTakenOutAndLineEndsKept() throws {
        let text = "甲\u{0}乙\u{8}丙\u{B}\r\n丁\u{202E}戊\u{2028}己\u{FFFE}\u{85}庚"
        let file = try WorkbookParts(Array(try DataWorkbook(report([text])).written().bytes))
        #expect(try file.cells(of: 0)["H3"] == "甲乙丙\n\n丁戊\n己\n庚")
        let document = try SourceReader.document(Array(try DataWorkbook(report([text])).written().bytes), path: "数据.xlsx")
        let texts = document.value.blocks.flatMap { block in
            if case .table(let table) = block { table.rows.flatMap { $0.cells.map(\.text) } } else { [String]() }
        }
        #expect(texts.contains("甲乙丙\n\n丁戊\n己\n庚"))
    }

    @Test func whatIsTooLongIsCutWithAMarkAndTold() throws {
        // Outside of the first plane a sign is two units.
        for text in [
            String(repeating: "长", count: 40_000), String(repeating: "𠀀", count: 20_000),
            String(repeating: "_x0041_", count: 5_000),
        ] {
            var report = report(["甲"])
            report.book.projects[0].purpose = text
            let written = try DataWorkbook(report).written()
            let cell = try #require(try WorkbookParts(Array(written.bytes)).cells(of: 0)["H3"])
            #expect(cell.utf16.count <= CellText.limit && cell.utf16.count > CellText.limit - 10)
            #expect(cell.hasSuffix(CellText.mark) && cell.replacing("_x005F_", with: "_").hasPrefix(text.prefix(3_000)))
            #expect(written.diagnostics.map(\.summary) == ["数据.xlsx“项目”表H3的文字超过32767字，一格放不下，只写了前面的"])
        }
        let fits = String(repeating: "长", count: CellText.limit)
        #expect(CellText(fits).text == fits && !CellText(fits).isCut)
        #expect(CellText(fits + "长").isCut)
    }
}
