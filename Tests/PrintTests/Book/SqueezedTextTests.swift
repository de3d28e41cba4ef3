import GoalModel
import TestSupport
import Testing

@testable import Print

/// Signs whose blank half was taken away are still found where they stand.
@Suite struct SqueezedTextTests {
    @Test(
        "Rows of marks, and marks squeezed at a line's ends, are read back whole",
        arguments: ["（", "）", "《", "“", "，", "。）（《“", "“”", "——", "甲（乙", "（乙）、", "“乙丙丁”，"], [3, 15, 150])
    func rowsAreReadBack(signs: String, count: Int) throws {
        var project = InventedReport.project(1)
        project.purpose = "整修村东机井" + String(repeating: signs, count: count) + "完"
        let paragraphs = [Passage(project.purpose), Passage("甲" + project.purpose)]
        let report = InventedReport.report(
            projects: [project], partOne: [Section(heading: Passage("一、总体绩效目标"), paragraphs: paragraphs)])
        let press = PDFPrinter(fonts: BookFonts().ready(), verifiesPrint: true)
        #expect(throws: Never.self) { try press.book(report) }
    }
}
