import Diagnostics
import SourceFiles
import TestSupport
import Testing

/// Workbooks as Excel, WPS and other programs write them.
@Suite struct WorkbookTests {
    private func read(_ bytes: [UInt8]) throws -> (rows: [[String]], document: Warned<SourceDocument>) {
        let document = try SourceReader.document(bytes, path: "甲镇.xlsx")
        return (document.value.blocks.flatMap(rows), document)
    }

    private func rows(_ block: SourceDocument.Block) -> [[String]] {
        guard case .table(let table) = block else { return [] }
        return table.rows.map { $0.cells.map(\.text) }
    }

    @Test func stringsOfAllKinds() throws {
        let bytes = WorkbookBuilder.sheet(
            """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t>行内</t></is></c></row>
            <row><c t="str"><f>A2&amp;B2</f><v> 算出 </v></c><c t="b"><v>1</v></c><c t="inlineStr"><is><r><t>富</t></r><r><t>文本</t></r></is></c></row>
            """, strings: ["<t>共用</t>", "<r><t>村道</t></r><rPh><t>cun</t></rPh><r><t xml:space=\"preserve\"> 养护</t></r>"])
        let (rows, document) = try read(bytes)
        #expect(rows == [["共用", "村道 养护", "行内"], ["算出", "是", "富文本"]])
        #expect(document.diagnostics.isEmpty && document.value.format == "xlsx" && document.value.sha256.count == 64)
        guard case .table(let table) = document.value.blocks[0] else { return }
        #expect(table.isSheet && table.rowsAreCertain)
        #expect(table.rows[1].cells[1].location.description == "甲镇.xlsx “项目”表 B3")
    }

    @Test func codesOfCharactersAreReadAsTheCharacters() throws {
        let bytes = WorkbookBuilder.sheet(
            #"<row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>_x005F_x0041_</t></r></is></c><c t="s"><v>1</v></c></row>"#,
            strings: ["<t>甲_x000D_\n乙</t>", "<t>a_x41_b_xD800_c_x005F_x000D_d</t>"])
        #expect(try read(bytes).rows == [["甲\n乙", "_x0041_", "a_x41_b_xD800_c_x000D_d"]])
    }

    @Test func whatStandsBesideTheCellsIsFound() throws {
        var builder = WorkbookBuilder()
        builder.add("项目", #"<row><c t="inlineStr"><is><t>单元格</t></is></c></row>"#)
        builder.others = [
            ("docProps/core.xml", "<p><title>题目</title><creator>作者</creator></p>"),
            ("xl/comments1.xml", "<comments><text><r><t>批</t></r><r><t>注</t></r></text></comments>"),
            ("xl/drawings/drawing1.xml", "<d><t>文本框</t></d>"), ("xl/charts/chart1.xml", "<c><v>图</v></c>"),
        ]
        #expect(try SourceReader.textsBesideContent(of: builder.file()) == ["题目", "作者", "批", "注", "文本框", "图"])
        #expect(try SourceReader.textsBesideContent(of: Array("甲镇".utf8)).isEmpty)
    }

    /// Formatted to the last row and the last column: what is blank costs nothing, whatever it is made of.
    @Test func blankCellsOfALongSheetAreLeftOut() throws {
        let blanks = [
            "<c r=\"B#\" s=\"1\"/>", "<c r=\"B#\" s=\"1\"></c>", "<c r=\"B#\" s=\"1\"><v></v></c>",
            "<c s=\"1\" r=\"B#\">\n<v/> </c>",
            "<c r=\"B#\" t=\"str\"><f>IF(A#=\"\",\"\",A#&gt;1)</f><v></v></c>",
            "</row>\n<row r=\"#\" s=\"1\" customFormat=\"1\"/><row r=\"#\">",
        ]
        let text = "<is><t>末</t></is></c></row>"
        var rows = "<row r=\"1\"><c r=\"A1\"><v>7</v></c>\(blanks[0].replacing("#", with: "1"))<c r=\"XFD1\"><v>8</v></c></row>"
        for row in 2..<45_000 {
            rows += "<row r=\"\(row)\" spans=\"1:9\" s=\"1\" customFormat=\"1\" ht=\"14.25\" customHeight=\"1\">"
            rows += blanks[row % blanks.count].replacing("#", with: "\(row)") + "</row>"
        }
        rows += "<row r=\"1048576\">\(blanks[4].replacing("#", with: "1048576"))<c r=\"C1048576\" t=\"inlineStr\">" + text
        let (read, document) = try read(WorkbookBuilder.sheet(rows))
        #expect(rows.utf8.count > 5_000_000 && read.map { $0.filter { !$0.isEmpty } } == [["7", "8"], ["末"]])
        guard case .table(let table) = document.value.blocks[0] else { return }
        #expect(table.rows.map { $0.cells.last?.location.address } == ["XFD1", "C1048576"] && document.diagnostics.isEmpty)
    }

    /// Of a long sheet, too, cells that do not say where they stand are counted, and formulas without a result are told.
    @Test func whatALongSheetHoldsIsRead() throws {
        let long = String(repeating: " ", count: 4_300_000)
        let rows = """
            <row><c s="1"/><c><v>1</v></c><c s="1"/><c s="1"/><c><v>2</v></c></row>\(long)<row/><row s="1"></row>
            <row><c r="A4"/><c r="B4"><f>A1</f></c><c r="C4" t="str"><f>A1</f><v>算</v></c><c r="D4"><f>A1</f><v>3</v></c></row>
            """
        let (read, document) = try read(WorkbookBuilder.sheet(rows))
        #expect(read == [["", "1", "", "", "2"], ["", "", "算", "3"]])
        #expect(document.diagnostics.map(\.id) == ["formula-without-value"])
        guard case .table(let table) = document.value.blocks[0] else { return }
        #expect(table.rows.map { $0.cells.last?.location.address } == ["E1", "D4"])
    }

    @Test func mergedCellsAreOneAndGoOnBelow() throws {
        let bytes = WorkbookBuilder.sheet(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>标签</t></is></c><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c></row>
            <row r="2"><c r="C2"><v>5</v></c></row><row r="9"><c r="B9"><v>6</v></c></row>
            """, tail: #"<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="D1:XFD1048576"/></mergeCells>"#)
        let (rows, document) = try read(bytes)
        #expect(rows == [["标签", "3", "4"], ["", "5"], ["", "6"]])
        guard case .table(let table) = document.value.blocks[0] else { return }
        #expect(table.rows[0].cells.map(\.column) == [1, 3, 4])
        #expect(table.rows[0].cells.map(\.span) == [2, 1, 1])
        #expect(table.rows[1].cells.map(\.continuesAbove) == [true, false])
        #expect(table.rows[2].cells[1].location.address == "B9")
    }

    @Test func formulasCountByTheirValues() throws {
        let (rows, document) = try read(
            WorkbookBuilder.sheet(
                """
                <row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>C1</f></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
                """))
        #expect(rows == [["2", "", "#DIV/0!"]])
        #expect(document.diagnostics.map(\.id) == ["formula-without-value", "cell-error"])
        #expect(document.diagnostics.map { $0.location?.address } == ["B1", "C1"])
    }

    @Test func whatIsHiddenIsSaid() throws {
        var builder = WorkbookBuilder()
        builder.add("项目", #"<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>"#)
        builder.add("旧表", #"<row r="1"><c r="A1"><v>1</v></c></row>"#, state: "hidden")
        builder.add("空表", "", state: "veryHidden")
        let (rows, document) = try read(builder.file())
        #expect(rows == [["1"], ["2"]])
        #expect(document.diagnostics.map(\.id) == ["rows-hidden", "sheets-hidden"])
        #expect(document.diagnostics.map(\.summary) == ["有隐藏的行，也读入了：第2行", "隐藏的工作表没有读取：“旧表”"])
    }

    @Test func hiddenColumnsAreSaid() throws {
        var builder = WorkbookBuilder()
        let cells = ["A", "B", "C", "D"].enumerated().map { "<c r=\"\($1)1\"><v>\($0 + 1)</v></c>" }.joined()
        builder.add(
            "项目", "<row r=\"1\">\(cells)</row>",
            tail: #"<cols><col min="2" max="3" hidden="1"/><col min="9" max="9" hidden="1"/></cols>"#)
        let (rows, document) = try read(builder.file())
        #expect(rows == [["1", "2", "3", "4"]])
        #expect(document.diagnostics.map(\.summary) == ["有隐藏的列，也读入了：B、C列"])
        #expect(document.diagnostics[0].location?.address == "B1")
    }

    @Test func numberThatShowsAsAnotherIsReported() throws {
        let (rows, document) = try read(
            WorkbookBuilder.sheet(
                #"<row r="1"><c r="A1" s="1"><v>12.504999</v></c><c r="B1" s="1"><v>12.500000000000002</v></c></row>"#,
                formats: ["0.00"]))
        #expect(rows == [["12.50", "12.50"]])
        #expect(document.diagnostics.map(\.summary) == ["单元格显示“12.50”，实际存的是12.504999"])
        let percents = try read(
            WorkbookBuilder.sheet(
                #"<row r="1"><c r="A1" s="1"><v>0.955</v></c><c r="B1" s="1"><v>0.28999999999999998</v></c></row>"#,
                formats: ["0%"]))
        #expect(percents.rows == [["96%", "29%"]])
        #expect(percents.document.diagnostics.map(\.summary) == ["单元格显示“96%”，实际存的是95.5%"])
    }

    @Test func datesOfStrictWorkbooks() throws {
        let values = ["2024-12-31T00:00:00", "2024-06-30", "年底"]
        let cells = values.map { "<c t=\"d\"><v>\($0)</v></c>" }.joined()
        #expect(try read(WorkbookBuilder.sheet("<row r=\"1\">\(cells)</row>")).rows == [["2024年12月31日", "2024年6月30日", "年底"]])
    }

    @Test func farCellsCostNothing() throws {
        let (rows, _) = try read(
            WorkbookBuilder.sheet(#"<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row>"#))
        #expect(rows.count == 1 && rows[0].first == "1" && rows[0].last == "2" && rows[0].count < 300)
    }

    @Test func brokenReferencesAreRefused() {
        #expect(throws: ReadingError.self) { try read(WorkbookBuilder.sheet(#"<row r="0"><c r="A0"><v>1</v></c></row>"#)) }
        #expect(throws: ReadingError.self) { try read(WorkbookBuilder.sheet(#"<row r="1"><c r="ZZZZ1"><v>1</v></c></row>"#)) }
    }

    @Test(arguments: [
        ("12.5", "General", "12.5"), ("0.30000000000000004", "General", "0.3"), ("1E-2", "General", "0.01"), ("12.5", "0", "13"),
        ("12.5", "0.00", "12.50"), ("1234567.891", "#,##0.00", "1,234,567.89"), ("0.25", "0%", "25%"),
        ("0.3333", "0.00%", "33.33%"),
        ("12.5", "0.00_ ", "12.50"), ("-3", "0.00;[Red]-0.00", "-3.00"), ("-3", "0.00_);\\(0.00\\)", "(3.00)"),
        ("0", "0;-0;\"无\"", "无"),
        ("12.5", "0.00\"万元\"", "12.50万元"), ("95", "\"≥\"0\"%\"", "≥95%"), ("12.5", "[$¥-804]#,##0.00", "¥12.50"),
        ("45657", "yyyy/m/d", "2024年12月31日"), ("45657", "yyyy\"年\"m\"月\"d\"日\"", "2024年12月31日"), ("45657", "yyyy年m月", "2024年12月"),
        ("45657", "m月d日", "12月31日"), ("45657.5", "yyyy/m/d h:mm", "2024年12月31日 12:00"), ("0.5", "h:mm", "12:00"),
        ("60", "yyyy/m/d", "1900年2月29日"),
        ("61", "yyyy/m/d", "1900年3月1日"), ("1", "yyyy/m/d", "1900年1月1日"), ("12.5", "# ?/?", "12.5"), ("12", "@", "12"),
        ("1.005", "0.00", "1.01"),
        ("12.0", "0.##", "12"), ("123456789012345678", "General", "123456789012346000"), ("100", "G/通用格式", "100"),
        ("7", "000", "007"), ("905001", "#,##0", "905,001"), ("3", ";;;", "3"),
    ])
    func formatsShowWhatPeopleSee(value: String, format: String, shown: String) throws {
        let (rows, _) = try read(
            WorkbookBuilder.sheet(#"<row r="1"><c r="A1" s="1"><v>\#(value)</v></c></row>"#, formats: [format]))
        #expect(rows == [[shown]])
    }

    @Test func datesSince1904() throws {
        var builder = WorkbookBuilder()
        builder.date1904 = true
        builder.formats = ["yyyy/m/d"]
        builder.add("项目", #"<row r="1"><c r="A1" s="1"><v>44195</v></c></row>"#)
        #expect(try read(builder.file()).rows == [["2024年12月31日"]])
    }
}
