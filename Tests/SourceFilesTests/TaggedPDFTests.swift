import Diagnostics
import SourceFiles
import TestSupport
import Testing

/// Tagged PDFs: what their structure says, in its order.
@Suite struct TaggedPDFTests {
    typealias Node = PDFBuilder.Node

    /// Paragraphs with `#` for headings, rows with `|` between their cells, `^` for a cell merged with the one above.
    private func lines(_ document: SourceDocument) -> [String] {
        document.blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let paragraph):
                [String(repeating: "#", count: paragraph.isMarkedHeading ? 1 + (paragraph.level ?? 0) : 0) + paragraph.text]
            case .table(let table):
                table.rows.map { $0.cells.map { $0.continuesAbove ? "^" : $0.text }.joined(separator: "|") }
            }
        }
    }

    private func read(_ nodes: [Node], _ change: (inout PDFBuilder) -> Void = { _ in }) throws -> Warned<SourceDocument> {
        var builder = PDFBuilder()
        change(&builder)
        return try SourceReader.document(builder.file(nodes), path: "甲镇.pdf")
    }

    private func cell(_ text: String, _ span: String = "") -> Node {
        let lines = text.split(separator: "\n").map { Node("P", String($0)) }
        return Node("TD", entries: span.isEmpty ? "" : "/A[<</O/Layout>><</O/Table\(span)>>]", nodes: lines)
    }

    @Test func paragraphsAndHeadings() throws {
        let list = Node("L", nodes: [Node("LI", nodes: [Node("Lbl", "1."), Node("LBody", nodes: [Node("P", "修路")])])])
        let document = try read([
            Node("TOC", nodes: [Node("TOCI", "第一部分……1")]), Node("H1", "第一部分"), Node("Sect", nodes: [Node("H3", "一、目标"), list]),
            Node("Standard", nodes: [Node("Span", "前一半，"), Node("Link", "后一半")]), Node("H", "附注"), Node("Figure", "图中字"),
            Node("Artifact", "页码"), Node("P", "x", entries: "/ActualText<FEFF226500390030>"), Node("Note", "脚注"),
        ])
        #expect(lines(document.value) == ["#第一部分", "###一、目标", "1.修路", "前一半，后一半", "#附注", "≥90"])
        #expect(document.diagnostics.map(\.id) == ["footnotes"] && document.value.format == "pdf")
    }

    @Test func tablesWithSpansOverPages() throws {
        let inner = Node("Table", nodes: [Node("TR", nodes: [cell("内")])])
        let rows = [
            Node("TR", nodes: [cell("项目\n编码", "/RowSpan 3"), cell("预算", "/ColSpan 2"), cell("", "/RowSpan 2")]),
            Node("TR", nodes: [cell("3月底"), cell("6月底")]),
            Node("TR", nodes: [cell("25%"), cell("50%"), Node("TD", nodes: [inner])]),
            Node("TR", nodes: [Node("Zelle", "甲"), Node("TH", "乙")]),
        ]
        let document = try read([Node("Table", nodes: [Node("Caption", "表题"), Node("TBody", nodes: rows)])]) {
            $0.textsOnPage = 4
        }
        #expect(lines(document.value) == ["表题", "项目\n编码|预算|", "^|3月底|6月底|^", "^|25%|50%|", "内", "甲|乙"])
        guard case .table(let table) = document.value.blocks.last else { return }
        #expect(table.rowsAreCertain && !table.isSheet)
        #expect(table.rows[0].cells.map(\.column) == [1, 2, 4] && table.rows[0].cells.map(\.span) == [1, 2, 1])
        #expect(table.rows[1].cells.map(\.column) == [1, 2, 3, 4])
        #expect(table.rows[1].cells[1].location == Location(file: "甲镇.pdf", page: 2, table: 1, row: 2, cell: 2))
        #expect("\(table.rows[2].cells[1].location)" == "甲镇.pdf 第2页 表1 第3行 第2格")
        #expect(table.rows[3].cells[0].location == Location(file: "甲镇.pdf", page: 2, table: 1, row: 3, cell: 4))
    }

    /// Wrapped text is one text; a list's next number and a line that ends early were begun by the author.
    @Test func linesOfACell() throws {
        func text(_ words: String) throws -> String? {
            lines(try read([Node("Table", nodes: [Node("TR", nodes: [Node("TD", words)])])]) { $0.lineLength = 10 }.value).first
        }
        let long = "做好全镇各村的道路维修和河道清理，年底前完成"
        #expect(try text(long) == long)
        #expect(try text("1.维修道路十公里2.清理河道3处，年底完成3.群众满意") == "1.维修道路十公里2.清理河道3处，年底完成3.群众满意")
        #expect(try text("1.三条道路十公里二2.清理河道三处年底3.群众满意") == "1.三条道路十公里二\n2.清理河道三处年底\n3.群众满意")
        #expect(try text("维修道路和河道十公里\n满意\n不低于九成") == "维修道路和河道十公里满意\n不低于九成")
        #expect(try text("13052924P00584012146U") == "13052924P00584012146U")
    }

    /// As LibreOffice writes it: signs that a font lacks are shown before the rest of their line.
    @Test func aDocumentOfLibreOffice() throws {
        let document = try SourceReader.document(Repository.fixture("pdf/标记.pdf"), path: "柳溪镇.pdf")
        let found = lines(document.value)
        #expect(found.prefix(2) == ["#第一部分 部门整体绩效目标", "##一、总体绩效目标"] && found[3...4] == ["1.第一条", "2.第二条"])
        #expect(found[2].hasSuffix("群众满意度达到95%以上，全镇各村生产生活条件得到改善，各项支出按进度完成。"))
        #expect(found[8] == "绩效目标|1.维修村道12公里\n2.群众满意" && found[10] == "产出指标|数量指标|维修里程≥计划|≥12公里")
        #expect(found[11] == "^|质量指标|“验收”合格率—全部，需要折行的一段比较长的文字说明|100%" && found.count == 38)
        #expect(document.diagnostics == [] && !found.contains { $0.contains("页眉") })
        guard case .table(let table) = document.value.blocks.last else { return }
        #expect(table.rows.last?.cells.last?.location == Location(file: "柳溪镇.pdf", page: 2, table: 1, row: 31, cell: 4))
    }

    /// The same objects packed together, with their table packed, too.
    @Test func packedObjects() throws {
        let document = try SourceReader.document(Repository.fixture("fuzz/pdf/打包.pdf"), path: "柳溪镇.pdf").value
        #expect(lines(document).last == "产出指标|数量指标|里程|≥12" && document.blocks.count == 8)
    }

    @Test func textOutsideOfTheStructureIsTold() throws {
        let document = try read([Node("P", "甲"), Node("P", "乙")]) { $0.marksLeftOut = 1 }
        #expect(lines(document.value) == ["乙"] && document.diagnostics.map(\.id) == ["pdf-untagged"])
    }

    /// What this program has printed is read without what it adds.
    @Test func printedBooksLoseCoverAndAppendices() throws {
        let nodes = [Node("P", "柳溪镇"), Node("H1", "第一部分"), Node("P", "甲"), Node("H1", "附录 资金汇总"), Node("P", "乙")]
        let document = try read(nodes) { $0.catalogue = "/Metadata(<xmp:CreatorTool>goalbook</xmp:CreatorTool>)" }
        #expect(lines(document.value) == ["#第一部分", "甲"] && document.diagnostics.map(\.id) == ["pdf-printed-here"])
    }
}
