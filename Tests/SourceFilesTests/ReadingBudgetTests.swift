import Diagnostics
import SourceFiles
import TestSupport
import Testing

/// Small files that ask for much, and numbers that no sum can hold.
@Suite struct ReadingBudgetTests {
    /// The reason for which a file is not read; `nil` for one that is.
    private func refusal(_ bytes: [UInt8], _ path: String) -> String? {
        do {
            _ = try SourceReader.document(bytes, path: path)
            return nil
        } catch {
            return error.diagnostic(path: path).summary
        }
    }

    private static let extremes = [
        "9223372036854775807", "-9223372036854775808", "99999999999999999999", "-1", "0", "2147483647",
    ]

    @Test(arguments: extremes)
    func numbersOfWordOverflowNothing(number: String) throws {
        let numbering = """
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="\(number)"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="\(number)"><w:lvlRestart w:val="\(number)"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="\(number)"/></w:lvlOverride>
            <w:lvlOverride w:ilvl="\(number)"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
            """
        let styles = "<w:style w:styleId=\"a\"><w:name w:val=\"heading \(number)\"/></w:style>"
        let numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
        let deep = "<w:numPr><w:ilvl w:val=\"\(number)\"/><w:numId w:val=\"1\"/></w:numPr>"
        let row = WordBuilder.row(
            [("甲", "<w:gridSpan w:val=\"\(number)\"/>"), ("乙", "<w:hMerge/><w:gridSpan w:val=\"\(number)\"/>")],
            "<w:gridBefore w:val=\"\(number)\"/><w:gridAfter w:val=\"\(number)\"/>")
        let body =
            WordBuilder.paragraph("修路", numbered) + WordBuilder.paragraph("架桥", numbered) + WordBuilder.paragraph("通水", deep)
            + WordBuilder.paragraph("总则", "<w:pStyle w:val=\"a\"/><w:outlineLvl w:val=\"\(number)\"/>")
            + "<w:tbl>\(row)\(row)</w:tbl>"
        let document = try SourceReader.document(
            WordBuilder.file(body, styles: styles, numbering: numbering), path: "甲镇.docx")
        #expect(document.value.blocks.count == 5)
        guard case .table(let table) = document.value.blocks[4] else { return }
        #expect(table.rows.map { $0.cells.map(\.text) } == [["甲\n乙"], ["甲\n乙"]])
        #expect(table.rows.allSatisfy { ($0.cells[0].column ?? 0) <= 1_001 && $0.cells[0].span <= 2_000 })
    }

    @Test(arguments: extremes)
    func numbersOfSheetsAndPagesOverflowNothing(number: String) {
        let cells = """
            <row r="1"><c r="A1" s="\(number)"><v>\(number)</v></c><c r="B1" t="s"><v>\(number)</v></c><c t="d"><v>\(number)-\(number)-1</v></c></row>
            """
        let tail = "<mergeCells><mergeCell ref=\"A\(number):B\(number)\"/></mergeCells>"
        #expect(refusal(WorkbookBuilder.sheet(cells, tail: tail), "甲镇.xlsx") == nil)
        let far = WorkbookBuilder.sheet("<row r=\"\(number)\"><c r=\"ZZZZZZZZZZZZZZ\(number)\"><v>1</v></c></row>")
        #expect(refusal(far, "甲镇.xlsx")?.contains("号不对") == true)
        let page = "<html><table><tr><td colspan=\(number) rowspan=\(number)>甲<td>乙<tr><td>丙</table></html>"
        #expect(refusal(Array(page.utf8), "甲镇.html") == nil)
    }

    @Test func aTextThatManyCellsShareIsPaidForByEach() {
        let cells = (1...30).map { "<row r=\"\($0)\"><c t=\"s\"><v>0</v></c></row>" }.joined()
        let long = String(repeating: "长", count: 130_000)
        #expect(refusal(WorkbookBuilder.sheet(cells, strings: ["<t>\(long)</t>"]), "甲镇.xlsx")?.contains("8 MB") == true)
        #expect(refusal(WorkbookBuilder.sheet(cells, strings: ["<t>\(long.prefix(10_000))</t>"]), "甲镇.xlsx") == nil)
    }

    @Test func blankCellsAreCounted() {
        func rows(_ count: Int) -> [UInt8] {
            WorkbookBuilder.sheet((1...count).map { "<row r=\"\($0)\"><c r=\"IV\($0)\"><v>1</v></c></row>" }.joined())
        }
        #expect(refusal(rows(700), "甲镇.xlsx")?.contains("连同空白的") == true)
        #expect(refusal(rows(30), "甲镇.xlsx") == nil)
        let line = String(repeating: ",", count: 255) + "甲\n"
        #expect(refusal(Array(String(repeating: line, count: 700).utf8), "甲镇.csv")?.contains("连同空白的") == true)
        #expect(refusal(Array(String(repeating: line, count: 30).utf8), "甲镇.csv") == nil)
    }

    /// A number in a format of many signs costs as much as they are, and so does each format that is used.
    @Test func longNumberFormatsArePaidFor() {
        func file(_ formats: Int, cells: Int) -> [UInt8] {
            let rows = (1...cells).map { "<row><c s=\"\(1 + $0 % formats)\"><v>1</v></c></row>" }.joined()
            let code = String(repeating: "#", count: 250) + "0"
            return WorkbookBuilder.sheet(rows, formats: (0..<formats).map { "\(code)\\\($0 % 10)" })
        }
        #expect(refusal(file(3, cells: 300), "甲镇.xlsx") == nil)
        #expect(refusal(file(3, cells: 20_000), "甲镇.xlsx")?.contains("重复得太多") == true)
        #expect(refusal(file(2_500, cells: 2_500), "甲镇.xlsx")?.contains("重复得太多") == true)
    }

    @Test func aNumberLongerThanItsTextIsRefused() {
        func file(_ text: String) -> [UInt8] {
            let level = "<w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"\(text)\"/></w:lvl>"
            return WordBuilder.file(
                WordBuilder.paragraph("办", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"),
                numbering:
                    "<w:abstractNum w:abstractNumId=\"1\">\(level)</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
            )
        }
        #expect(refusal(file("第%1" + String(repeating: "条", count: 90)), "甲镇.docx")?.contains("自动编号") == true)
        #expect(refusal(file("第%1" + String(repeating: "条", count: 40)), "甲镇.docx") == nil)
    }

    @Test func linesOfOneParagraphAreCounted() {
        let breaks = String(repeating: "<w:br/>", count: 160_000)
        #expect(refusal(WordBuilder.file("<w:p><w:r><w:t>甲</w:t>\(breaks)</w:r></w:p>"), "甲镇.docx")?.contains("连同空白的") == true)
    }

    @Test func shortLinesOfTextAreCounted() {
        let lines = "一、总体绩效目标\n" + String(repeating: "甲\n", count: 160_000)
        #expect(refusal(Array(lines.utf8), "甲镇.txt")?.contains("段落超过4万个") == true)
    }
}
