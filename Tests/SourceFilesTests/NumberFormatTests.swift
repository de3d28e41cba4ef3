import Diagnostics
import SourceFiles
import TestSupport
import Testing

/// Formats that show a number as another, or in words: what a spreadsheet shows is read, what it stores is not lost.
@Suite struct NumberFormatTests {
    private func read(_ cells: String, formats: [String]) throws -> (cells: [SourceDocument.Cell], diagnostics: [Diagnostic]) {
        let file = WorkbookBuilder.sheet("<row r=\"1\">\(cells)</row>", formats: formats)
        let document = try SourceReader.document(file, path: "甲镇.xlsx")
        guard case .table(let table) = document.value.blocks.first else { return ([], document.diagnostics) }
        return (table.rows.flatMap(\.cells), document.diagnostics)
    }

    private func shown(_ value: String, _ format: String) throws -> SourceDocument.Cell {
        try #require(try read("<c r=\"A1\" s=\"1\"><v>\(value)</v></c>", formats: [format]).cells.first)
    }

    @Test(arguments: [
        // A comma behind the digits makes a thousandth of the number.
        ("65000", "0.00,", "65.00"), ("2350000", "#,##0.00,,", "2.35"), ("12345678", "#,##0,", "12,346"),
        ("1234567", "#,##0", "1,234,567"),
        ("730000", "0!.0,\"万元\"", "73.0万元"), ("730000", "0\\.0,", "73.0"), ("730000", "0\\.0000", "73.0000"),
        ("730000", "0\".\"0,", "73.0"),
        ("-730000", "0!.0,\"万元\"", "-73.0万元"), ("35", "0!%", "35%"), ("35", "0\\%", "35%"), ("0.35", "0.0%", "35.0%"),
        // Conditions.
        ("73", "[=0]\"-\";0.00", "73.00"), ("0", "[=0]\"-\";0.00", "-"), ("-5", "[=0]\"-\";0.00", "-5.00"),
        ("0.004", "[<0.01]\"不足0.01\";0.00", "不足0.01"), ("8", "[<0.01]\"不足0.01\";0.00", "8.00"),
        ("56000", "[>=10000]0!.0,\"万\";0", "5.6万"), ("560", "[>=10000]0!.0,\"万\";0", "560"),
        ("-56000", "[>=10000]0.0,;[<0]-0;0", "-56000"), ("3", "[>9]\"多\"", "3"),
        // The number as it is, with words.
        ("3100", "G/通用格式\"米\"", "3100米"), ("3.5", "General\"公里\"", "3.5公里"), ("-7", "G/通用格式\"户\";-G/通用格式\"户\"", "-7户"),
        ("6", "\"约\"0\"户\"", "约6户"), ("52", "\"第\"G/通用格式\"号\"", "第52号"), ("12", "@\"米\"", "12米"),
        // Dates with words of their own.
        ("46188", "e年m月d日", "2026年6月15日"), ("46188", "[$-804]e\"年\"m\"月\";@", "2026年6月"), ("46112", "m\"月底\"", "3月底"),
        ("46188", "yyyy\"年\"m\"月\"d\"日前\"", "2026年6月15日前"), ("46188", "yyyy\"年度\"", "2026年度"),
        ("46188", "yyyy-mm-dd aaaa", "2026年6月15日"),
        ("46188", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2026年6月15日"), ("0.75", "h:mm AM/PM", "18:00"),
        // Digits in their places.
        ("0.5", "#.##", "0.5"), ("0", "#", "0"), ("12", "0.##", "12"), ("0.5", ".00", "0.50"), ("13800", "000\\-000", "013-800"),
        ("1234.5", "¥#,##0.00", "¥1,234.50"), ("-2", "0.00_);(0.00)", "(2.00)"), ("3", "[DBNum2]G/通用格式", "3"),
        ("84", "0.00元/人", "84.00元/人"),
    ])
    func formatsShowWhatPeopleSee(value: String, format: String, text: String) throws {
        #expect(try shown(value, format).text == text)
    }

    @Test func textsTakeTheWordsOfTheirFormat() throws {
        let cells = """
            <c r="A1" s="1" t="inlineStr"><is><t>3100</t></is></c><c r="B1" s="2" t="str"><v>3100</v></c>\
            <c r="C1" s="3" t="inlineStr"><is><t>甲</t></is></c><c r="D1" s="4" t="inlineStr"><is><t>乙</t></is></c>
            """
        let read = try read(cells, formats: ["0;0;0;@\"米\"", "@\"米\"", "0.00", "0;0;0;"])
        #expect(read.cells.map(\.text) == ["3100米", "3100米", "甲", "乙"])
    }

    /// Amounts and percentages come from the stored number, to as many places as their reader takes.
    @Test func storedNumberCountsBehindWhatIsShown() throws {
        func number(_ value: String, _ format: String, places: Int) throws -> String? {
            try shown(value, format).number { text in
                (text.split(separator: ".").last?.count { $0.isNumber } ?? 0) <= places ? text : nil
            }
        }
        #expect(try number("65.4321", "0.00", places: 6) == "65.4321")
        #expect(try number("65.43219876", "0.00", places: 6) == "65.432199")
        #expect(try number("654321", "0!.0,\"万元\"", places: 6) == "65.4321万元")
        #expect(try number("65432", "0.0,", places: 6) == "65.432")
        #expect(try number("0.33333", "0%", places: 4) == "33.333%")
        #expect(try number("84", "[>1]\"有\";0", places: 2) == "84")
        #expect(try number("12.5", "0.00", places: 6) == "12.50")
    }

    @Test func differencesAreTold() throws {
        let cells = """
            <c r="A1" s="1"><v>65432</v></c><c r="B1" s="2"><v>84</v></c><c r="C1" s="2"><v>0</v></c><c r="D1" s="3"><v>91000</v></c>\
            <c r="E1" s="3"><v>92000</v></c>
            """
        let read = try read(cells, formats: ["0.0,", "[>1]\"有\";[=0]\"-\";0", "0.00,"])
        #expect(read.cells.map(\.text) == ["65.4", "有", "-", "91.00", "92.00"])
        #expect(read.diagnostics.map(\.id) == ["number-rounded", "number-rounded", "number-scaled"])
        #expect(read.diagnostics.map { $0.location?.address } == ["A1", "B1", "A1"])
        #expect(read.diagnostics[0].summary == "单元格显示“65.4”，实际存的是65432")
        #expect(read.diagnostics[2].summary.hasSuffix("这样的单元格有3个"))
    }

    @Test func struckAndRaisedTextInCells() throws {
        var builder = WorkbookBuilder()
        builder.strings = [
            "<r><rPr><strike/></rPr><t>3000</t></r><r><t>3100米</t></r>",
            "<r><t>10</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>4</t></r>",
        ]
        builder.add(
            "项目", #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>9</v></c></row>"#)
        let document = try SourceReader.document(builder.file(), path: "甲镇.xlsx")
        guard case .table(let table) = document.value.blocks.first else { return }
        #expect(table.rows[0].cells.map(\.text) == ["3100米", "10⁴"])
        #expect(document.diagnostics.map(\.id) == ["cell-string-missing", "struck-out"])
        #expect(document.diagnostics.map { $0.location?.address } == ["C1", "A1"])
        #expect(document.diagnostics[1].summary == "“3000”带有删除线，没有读入")
    }

    @Test func indentedSheetsAndResultsOfFormulas() throws {
        let cells =
            "\n  <c r=\"A1\">\n    <v>\n 84 </v>\n  </c>\n  <c r=\"B1\" t=\"str\">\n <f>x</f> <v>汛期前_x000D_\n完工</v> </c>\n"
        #expect(try read(cells, formats: []).cells.map(\.text) == ["84", "汛期前\n完工"])
    }

    @Test func manyFilledRowsAreNamed() throws {
        let rows = (2...260_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><f>ROW()</f><v>1</v></c></row>" }.joined()
        let file = WorkbookBuilder.sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + rows)
        let error = #expect(throws: ReadingError.self) { try SourceReader.document(file, path: "甲镇.xlsx") }
        let said = try #require(error?.diagnostic(path: "甲镇.xlsx"))
        #expect(said.summary.contains("“项目”") && said.remedy.contains("删除"))
    }
}
