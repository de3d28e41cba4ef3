import Diagnostics
import GoalModel
import SourceFiles
import Testing

/// The layout of extracted Word text: cells, rows, paragraphs and marks.
@Suite struct ExtractedTextTests {
    private func document(_ text: String) throws -> SourceDocument {
        try ExtractedText.document(Array(text.utf8), path: "甲.txt").value
    }

    private func dump(_ document: SourceDocument) -> [String] {
        document.blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let paragraph): ["¶" + paragraph.text + (paragraph.isMarkedHeading ? "*" : "")]
            case .table(let table):
                table.rows.map { row in
                    row.cells.map { $0.text.replacing("\n", with: "⏎") }.joined(separator: "|")
                }
            }
        }
    }

    @Test func cellsBeginWithTabsAndBlankLinesEndRows() throws {
        let document = try document("标题\n\t甲\n\t乙\n\n\t\n\t丙\n\n\n完\n")
        #expect(dump(document) == ["¶标题", "甲|乙", "|丙", "¶完"])
    }

    @Test func blankLinesInsideACellStayInIt() throws {
        let document = try document("\t目标\n\t1.第一\n\n2.第二\t\t\n3.第三\n\n\n \n\t一级指标\n\t二级指标\n")
        #expect(dump(document) == ["目标|1.第一⏎2.第二⏎3.第三", "一级指标|二级指标"])
    }

    @Test func severalCellsOnOneLineAreSeveral() throws {
        #expect(dump(try document("\t甲\t乙\t丙\t\t\n")) == ["甲|乙|丙"])
    }

    @Test func titleOfTheNextTableEndsATable() throws {
        let document = try document("\t甲\n\t乙\n2.办公经费绩效目标表\n\t901001某县某镇\n\t单位：万元\n")
        #expect(dump(document) == ["甲|乙", "¶2.办公经费绩效目标表", "901001某县某镇|单位：万元"])
    }

    @Test func untitledFormBeginsANewTable() throws {
        let document = try document("\t甲\n\t乙\n\n2.办公经费\n\t901001某县某镇\n\t单位：万元\n")
        #expect(dump(document) == ["甲|乙", "¶2.办公经费", "901001某县某镇|单位：万元"])
    }

    @Test func marksAreStrippedAndCounted() throws {
        let text = """
            [bookmark: _Toc_2_2_0000000001]一、总体绩效目标
            二、分项绩效目标 TC 分项绩效目标 \\f A \\l 1\u{20}
            [bookmark: _GoBack]绩效目标：好\u{A0}
            目录 PAGEREF _Toc123 \\h 5
            \u{A0}

            """
        let document = try document(text)
        #expect(dump(document) == ["¶一、总体绩效目标*", "¶二、分项绩效目标*", "¶绩效目标：好", "¶目录  5"])
        #expect(document.stripped.bookmarks == 2)
        #expect(document.stripped.fields == 2)
        #expect(document.stripped.noBreakSpaces == 2)
    }

    @Test func placesAreThoseOfAnEditor() throws {
        let document = try document("首行\r\n\t甲\r\n\t乙\r\n\r\n\t丙\r\n")
        guard case .table(let table) = document.blocks.last else {
            Issue.record("no table")
            return
        }
        #expect(table.rows.map { $0.cells.map(\.location.line) } == [[2, 3], [5]])
        #expect(table.rows[1].cells[0].location == Location(file: "甲.txt", line: 5, table: 1, row: 2, cell: 1))
    }

    @Test func marksWithoutAnEndAreText() throws {
        let bookmarks = String(repeating: "[bookmark:", count: 20_000)
        #expect(dump(try document(bookmarks + "\n")) == ["¶" + bookmarks])
        let fields = "甲 \\" + String(repeating: " TC", count: 20_000)
        #expect(dump(try document(fields + "\n")) == ["¶" + fields])
        let many = try document(String(repeating: "[bookmark: _GoBack]", count: 20_000) + "字\n")
        #expect(dump(many) == ["¶字"])
        #expect(many.stripped.bookmarks == 20_000)
    }

    @Test func whatFarAwaySwitchesEndIsNoField() throws {
        let text = "报送 TC " + String(repeating: "说明", count: 100) + " \\f"
        #expect(dump(try document(text + "\n")) == ["¶" + text])
    }

    @Test func tabsWithoutEndAreCells() throws {
        #expect(dump(try document("甲" + String(repeating: "\t", count: 50_000) + "\n")) == ["¶甲"])
        let cells = try document("\t甲" + String(repeating: "\t乙", count: 50_000) + "\n")
        guard case .table(let table) = cells.blocks.first else {
            Issue.record("no table")
            return
        }
        #expect(table.rows.map(\.cells.count) == [50_001])
    }

    @Test func pageNumbersAndHeadersInsideATableAreNotItsText() throws {
        let document = try document("\t甲\n\t乙\n\n- 3 -\n某镇绩效目标\n\n\t丙\n\t丁\n\n第 4 页 共 9 页\n\n\t戊\n")
        #expect(dump(document) == ["甲|乙", "丙|丁", "戊", "¶某镇绩效目标"])
        #expect(document.stripped.pageNumbers == 2)
    }

    @Test func pageBreaksEndLines() throws {
        #expect(dump(try document("甲\u{0C}乙\n")) == ["¶甲", "¶乙"])
    }
}
