import Diagnostics
import SourceFiles
import TestSupport
import Testing

/// Pages as government sites, spreadsheets and word processors save them.
@Suite struct WebPageTests {
    /// Paragraphs as they are, rows with `|` between their cells, `^` for a cell merged with the one above.
    private func read(_ html: String, path: String = "甲镇.html") throws -> (lines: [String], document: Warned<SourceDocument>) {
        let document = try SourceReader.document(Array(html.utf8), path: path)
        let lines = document.value.blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let paragraph): [(paragraph.isMarkedHeading ? "#" : "") + paragraph.text]
            case .table(let table):
                table.rows.map { $0.cells.map { $0.continuesAbove ? "^" : $0.text }.joined(separator: "|") }
            }
        }
        return (lines, document)
    }

    private static let table = """
        <table border=1><thead><tr><th rowspan="2">项目<br>编码<th colspan=2>预算</thead>
        <tr><td>3月底</td><td>6&nbsp;月底&nbsp;</td></tr><tr><td><p>甲</p><p>乙 &lt;丙&gt;</p><td>25%<td>50%</tr></table>
        """

    @Test func tablesWithSpansAndTextAround() throws {
        let (lines, document) = try read("<html><body><h2>一、总体绩效目标</h2><p>第一段\n第二行 A\n B</p>\(Self.table)<div>附注</div>")
        #expect(lines == ["#一、总体绩效目标", "第一段第二行 A B", "项目\n编码|预算", "^|3月底|6\u{A0}月底", "甲\n乙 <丙>|25%|50%", "附注"])
        #expect(document.diagnostics.isEmpty && document.value.format == "html")
        guard case .table(let table) = document.value.blocks[2] else { return }
        #expect(table.rowsAreCertain && !table.isSheet)
        #expect(table.rows[0].cells.map(\.span) == [1, 2] && table.rows[2].cells.map(\.column) == [1, 2, 3])
        #expect(table.rows[2].cells[1].location == Location(file: "甲镇.html", table: 1, row: 3, cell: 2))
    }

    @Test func onlyTheArticleOfASiteCounts() throws {
        let (lines, document) = try read(
            """
            <!DOCTYPE html><html><head><title>某县政府</title><style>p{}</style></head><body><div>首页 | 政务公开</div><script>alert(1)</script>
            <form id="aspnetForm"><table><tr><td>左栏链接</td><td><div class="article"><p>总体绩效目标</p>\(Self.table)\(Self.table)</div></td></tr></table></form>
            <div>主办单位：某县</div></body></html>
            """)
        #expect(lines.first == "总体绩效目标" && lines.count == 7)
        #expect(document.diagnostics.map(\.id) == ["page-outside"])
        #expect(document.diagnostics[0].summary.contains("3处") && document.diagnostics[0].summary.contains("“首页 | 政务公开”"))
    }

    @Test func hiddenRowsAndElementsAreLeftOut() throws {
        let (lines, _) = try read(
            "<table><tr><td>甲<span style='display: none'>隐</span></td></tr><tr style=\"mso-x:1;display:none\"><td>乙</td></tr><tr hidden><td>丙</td></tr></table>"
        )
        #expect(lines == ["甲"])
    }

    @Test func classesMayBeHiddenByTheStyleSheet() throws {
        let (lines, _) = try read(
            """
            <head><style>p { margin: 0 } .draft, td.note { color: red; DISPLAY : none } .draft:hover { display: block } @media print { x { y: z } }</style></head>
            <body><p class="a draft">草稿</p><p class="a">正文</p><table><tr><td>甲</td><td class=note>注</td></tr></table></body>
            """)
        #expect(lines == ["正文", "甲"])
    }

    /// A spreadsheet's page with the extension of a workbook.
    @Test func workbookSavedAsPageIsKnownByItsContent() throws {
        let (lines, document) = try read(
            """
            <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
            <!--[if gte mso 9]><xml><x:ExcelWorkbook></x:ExcelWorkbook></xml><![endif]--></head><body>
            <table><tr><td class=xl65 style='mso-number-format:"0\\.00"' x:num="12.5">12.50</td><td>指标</td></tr></table>
            """, path: "甲镇.xls")
        #expect(lines == ["12.50|指标"])
        #expect(document.diagnostics.map(\.id) == ["file-extension"])
    }

    @Test func wildSpansAreHarmless() throws {
        let (lines, _) = try read(
            "<table><tr><td rowspan=99999999 colspan=99999999>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>")
        #expect(lines.first == "甲|乙" && lines.count == 2)
    }

    @Test func depthIsBounded() {
        #expect(throws: ReadingError.self) { try read("<html>" + String(repeating: "<div>", count: 10_000)) }
        #expect(throws: ReadingError.self) { try read(String(repeating: "<table><tr><td>", count: 10_000)) }
    }

    /// Marks that Word and Excel write for themselves; the number before a paragraph is part of it.
    @Test func pagesOfWordAndExcel() throws {
        let number = "<![if !supportLists]><span style='mso-list:Ignore'>二、<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>"
        let (lines, _) = try read(
            """
            <html><body><!--[if gte mso 9]><xml><w:x>杂</w:x></xml><![endif]--><p>\(number)分项绩效目标</p><table><tr><td>甲</td></tr>
            <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64>隐</td></tr><![endif]></table>
            """)
        #expect(lines == ["二、分项绩效目标", "甲"])
    }

    @Test func fieldsOfFormsSayWhatTheyAreSetTo() throws {
        let (lines, _) = try read(
            """
            <table><tr><td><select><option>数量指标<option selected>成本指标</select></td><td><input value="3100米"></td>
            <td><textarea>清淤\n两次</textarea></td><td><input type=checkbox checked>是<input type=radio>否</td><td><select><option>首项<option>次项</select></td>
            <td><input type=hidden value="x"><input type=button value="保存"><button>查询</button>元<script>var a=1</script></td></tr></table><p>依据<input type="text" value="规程"></p>
            """)
        #expect(lines == ["成本指标|3100米|清淤两次|☑是☐否|首项|元", "依据规程"])
    }

    @Test func textBehindAnElementIsItsOwn() throws {
        let (lines, _) = try read(
            "<table><tr><td><span style='display:none'>0073</span>73.00</td><td><b>甲</b>乙<i style='visibility: hidden'>丙</i>丁</td></tr></table>"
        )
        #expect(lines == ["73.00|甲乙丁"])
    }

    @Test func struckAndRaisedText() throws {
        let (lines, document) = try read(
            """
            <p>原<del>旧目标</del>新目标</p><table><tr><td>长</td><td><s>3000</s>3100m<sup>2</sup></td></tr>
            <tr><td>宽</td><td><span style="text-decoration:line-through">全删</span></td></tr></table>
            """)
        #expect(lines == ["原新目标", "长|3100m²", "宽"])
        #expect(document.diagnostics.map(\.id) == ["struck-out", "struck-out", "struck-out"])
        #expect(document.diagnostics.map { $0.location?.inFile ?? "" } == ["第1段", "表1 第1行 第2格", "表1"])
    }

    @Test func framesetsAreNamed() throws {
        let frames =
            "<html><frameset rows='*,39'><frame src='甲.files/sheet001.htm'><frame src='甲.files/tabstrip.htm'></frameset></html>"
        let error = #expect(throws: ReadingError.self) { try read(frames) }
        #expect(try #require(error?.diagnostic(path: "甲.htm")).summary.contains("框架"))
        #expect(Frameset.pages(in: Array(frames.utf8)) == ["甲.files/sheet001.htm"])
        var pages: [UInt8] = []
        for rest in ["", "<p>第二张</p>"] {
            Frameset.append(
                Array("<html><head><meta charset=utf-8></head><body>\(Self.table)\(rest)</BODY></html>\n".utf8), to: &pages)
        }
        let lines = try read(String(decoding: pages, as: UTF8.self)).lines
        #expect(lines.count == 7 && lines.last == "第二张")
    }
}
