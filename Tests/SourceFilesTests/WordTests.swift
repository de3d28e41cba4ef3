import Diagnostics
import GoalModel
import SourceFiles
import TestSupport
import Testing

/// Documents as Word, WPS and LibreOffice write them.
@Suite struct WordTests {
    typealias Builder = WordBuilder

    /// Paragraphs as they are, headings behind `#`; rows with `|` between their cells, `^` for one that goes on above.
    private func read(
        _ body: String, styles: String = "", numbering: String = ""
    ) throws -> (lines: [String], document: Warned<SourceDocument>) {
        let bytes = Builder.file(body, styles: styles, numbering: numbering)
        let document = try SourceReader.document(bytes, path: "甲镇.docx")
        let lines = document.value.blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let paragraph): [(paragraph.isMarkedHeading ? "#" : "") + paragraph.text]
            case .table(let table):
                table.rows.map { $0.cells.map { $0.continuesAbove ? "^" : $0.text }.joined(separator: "|") }
            }
        }
        return (lines, document)
    }

    @Test func runsAreSplitAnywhere() throws {
        let (lines, document) = try read(
            "<w:p>\(Builder.run("一、总"))<w:proofErr/>\(Builder.run("体"))<w:hyperlink>\(Builder.run("绩效"))</w:hyperlink><w:smartTag>\(Builder.run("目标"))</w:smartTag></w:p>"
                + "<w:p/>" + Builder.paragraph("&lt;甲&gt;&amp;\u{A0}"))
        #expect(lines == ["一、总体绩效目标", "<甲>&"])
        #expect(document.value.format == "docx" && document.value.sha256.count == 64 && document.diagnostics.isEmpty)
    }

    @Test func tablesWithMergedCells() throws {
        let (lines, document) = try read(
            "<w:tbl>"
                + Builder.row([("项目编码", "<w:gridSpan w:val=\"2\"/>"), ("甲", ""), ("乙", "<w:vMerge w:val=\"restart\"/>")])
                + Builder.row([("a", ""), ("b", ""), ("", ""), ("丢不得", "<w:vMerge/>")])
                + Builder.row(
                    [("c", ""), ("d", "<w:vMerge/>"), (Builder.paragraph("1.一") + "<w:p/>" + Builder.paragraph("2.二"), "")],
                    "<w:gridBefore w:val=\"1\"/>")
                + "</w:tbl>")
        #expect(lines == ["项目编码|甲|乙", "a|b||^", "c|d|1.一\n2.二"])
        guard case .table(let table) = document.value.blocks[0] else { return }
        #expect(table.rowsAreCertain && !table.isSheet)
        #expect(table.rows.map { $0.cells.map(\.column) } == [[1, 3, 4], [1, 2, 3, 4], [2, 3, 4]])
        #expect(table.rows[0].cells[0].span == 2)
        #expect(table.rows[2].cells[1].location == Location(file: "甲镇.docx", table: 1, row: 3, cell: 2))
    }

    @Test func cellsMergedSidewaysAsBefore() throws {
        let (lines, _) = try read(
            "<w:tbl>" + Builder.row([("甲", "<w:hMerge w:val=\"restart\"/>"), ("", "<w:hMerge/>"), ("乙", "")]) + "</w:tbl>")
        #expect(lines == ["甲|乙"])
    }

    @Test func nestedTablesStandBehindTheirRow() throws {
        let inner = "<w:tbl>" + Builder.row([("一级指标", ""), ("二级指标", "")]) + "</w:tbl><w:p/>"
        let (lines, document) = try read(
            "<w:tbl>" + Builder.row([("绩效指标", ""), (inner, "")]) + Builder.row([("后", "")]) + "</w:tbl>")
        #expect(lines == ["绩效指标|", "一级指标|二级指标", "后"])
        guard case .table(let table) = document.value.blocks[0] else { return }
        #expect(table.rows[1].cells.map(\.location.row) == [1, 1])
        #expect(try read("<w:tbl>" + Builder.row([(inner, "")]) + "</w:tbl>").lines == ["一级指标|二级指标"])
    }

    @Test func contentControlsAreLookedThrough() throws {
        let sdt = { (inner: String) in
            "<w:sdt><w:sdtPr><w:alias w:val=\"别名\"/></w:sdtPr><w:sdtContent>\(inner)</w:sdtContent></w:sdt>"
        }
        let row = Builder.row([("甲", "")])
        let (lines, _) = try read(
            sdt(Builder.paragraph("段")) + "<w:p>" + sdt(Builder.run("行内")) + "</w:p>" + "<w:tbl>" + sdt(row)
                + "<w:tr>" + sdt("<w:tc>" + Builder.paragraph("乙") + "</w:tc>") + "</w:tr></w:tbl>" + sdt("<w:tbl>\(row)</w:tbl>")
        )
        #expect(lines == ["段", "行内", "甲", "乙", "甲"])
    }

    @Test func textBoxesComeOnceBehindTheirParagraph() throws {
        let box = "<w:txbxContent>\(Builder.paragraph("框内"))</w:txbxContent>"
        let both = """
            <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>\(box)</wps:txbx></wps:wsp></w:drawing></mc:Choice>\
            <mc:Fallback><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
            """
        #expect(try read("<w:p>\(Builder.run("前"))\(both)\(Builder.run("后"))</w:p>").lines == ["前后", "框内"])
        #expect(
            try read("<w:p><w:r><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict></w:r></w:p>").lines == ["框内"])
        #expect(
            try read("<w:tbl>" + Builder.row([("<w:p>\(both)\(Builder.run("格"))</w:p>", "")]) + "</w:tbl>").lines == ["格\n框内"])
    }

    @Test func instructionsOfFieldsAreNoContent() throws {
        let (lines, document) = try read(
            "<w:p>\(Builder.field(" TC 总体绩效目标 \\f A \\l 1 ", ""))\(Builder.run("总体绩效目标"))</w:p>"
                + "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"_Toc_1\"/>\(Builder.run("分项"))</w:p>"
                + "<w:p>\(Builder.run("第"))\(Builder.field("PAGEREF _Toc_1 \\h", Builder.run("3")))<w:fldSimple w:instr=\" PAGE \">\(Builder.run("4"))</w:fldSimple></w:p>"
        )
        #expect(lines == ["#总体绩效目标", "#分项", "第34"])
        #expect(document.value.stripped.fields == 3 && document.value.stripped.bookmarks == 1)
    }

    @Test func contentsAreDropped() throws {
        let entry = { (text: String) in
            "<w:p><w:hyperlink>\(Builder.run(text))<w:r><w:tab/></w:r>\(Builder.field("PAGEREF x", Builder.run("3")))</w:hyperlink></w:p>"
        }
        let begin = """
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" \\h </w:instrText></w:r><w:r><w:fldChar \
            w:fldCharType="separate"/></w:r>\(Builder.run("一、总体"))</w:p>
            """
        let end = "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
        #expect(try read(Builder.paragraph("目录") + begin + entry("二、分项") + end + Builder.paragraph("正文")).lines == ["目录", "正文"])
        let control =
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>\(entry("一"))</w:sdtContent></w:sdt>"
        #expect(try read(control + Builder.paragraph("正文")).lines == ["正文"])
    }

    /// A field whose end is missing must not swallow the book.
    @Test func unendedContentsLoseNothing() throws {
        let begin = """
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar \
            w:fldCharType="separate"/></w:r>\(Builder.run("目录项"))</w:p>
            """
        #expect(try read(begin + Builder.paragraph("正文")).lines == ["目录项", "正文"])
    }

    @Test func tabsAndBreaks() throws {
        let tab = "<w:r><w:tab/></w:r>"
        let (lines, _) = try read(
            "<w:p>\(Builder.run("甲"))\(tab)\(tab)\(Builder.run("乙"))</w:p><w:p>\(Builder.run("一、总体"))\(tab)\(Builder.run("3"))</w:p>"
                + "<w:p>\(Builder.run("上"))<w:r><w:br/></w:r>\(Builder.run("下"))<w:r><w:br w:type=\"page\"/></w:r></w:p>"
                + "<w:tbl>"
                + Builder.row([
                    ("<w:p>\(Builder.run("左"))\(tab)\(Builder.run("右"))<w:r><w:cr/></w:r>\(Builder.run("末"))</w:p>", "")
                ])
                + "</w:tbl><w:p><w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/></w:r></w:p>"
        )
        #expect(lines == ["甲 乙", "一、总体\t3", "上", "下", "左 右\n末", "A-B☐"])
    }

    @Test func trackedChangesAreAccepted() throws {
        let (lines, document) = try read(
            "<w:p>\(Builder.run("预算"))<w:ins>\(Builder.run("二"))</w:ins><w:del><w:r><w:delText>一</w:delText></w:r></w:del>\(Builder.run("万元"))</w:p>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(Builder.run("前"))</w:p>" + Builder.paragraph("后") + "<w:tbl>"
                + Builder.row([("删", "")], "<w:del/>") + Builder.row([("增", "")], "<w:ins/>") + "</w:tbl>"
                + "<w:moveFrom>\(Builder.paragraph("移"))</w:moveFrom><w:moveTo>\(Builder.paragraph("移"))</w:moveTo>")
        #expect(lines == ["预算二万元", "前后", "增", "移"])
        #expect(document.diagnostics.map(\.id) == ["tracked-changes"])
        #expect(document.diagnostics[0].summary == "文件里有没有处理的修订：插入2处，删除4处")
    }

    @Test func whatIsNotReadIsSaid() throws {
        let (lines, document) = try read(
            "<w:p>\(Builder.run("文"))\(Builder.run("藏", "<w:vanish/>"))\(Builder.run("字", "<w:vanish w:val=\"0\"/>"))<w:r><w:footnoteReference/></w:r><w:r><w:object/></w:r></w:p>"
                + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:instrText>TC x</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\(Builder.run("题"))</w:p>"
        )
        #expect(lines == ["文字", "#题"])
        #expect(document.diagnostics.map(\.id) == ["footnotes", "hidden-text", "embedded-objects"])
        #expect(document.diagnostics[1].summary.contains("1处"))
    }

    @Test func headingsByOutlineLevel() throws {
        let styles = """
            <w:style w:type="paragraph" w:styleId="a" w:default="1"/><w:style w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
            <w:style w:styleId="x"><w:basedOn w:val="y"/></w:style><w:style w:styleId="y"><w:basedOn w:val="x"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
            """
        let (lines, _) = try read(
            Builder.paragraph("甲", "<w:pStyle w:val=\"1\"/>") + Builder.paragraph("乙", "<w:pStyle w:val=\"x\"/>")
                + Builder.paragraph("丙", "<w:outlineLvl w:val=\"9\"/>") + Builder.paragraph("丁", "<w:outlineLvl w:val=\"0\"/>"),
            styles: styles)
        #expect(lines == ["#甲", "#乙", "丙", "#丁"])
    }

    @Test func mathAndRuby() throws {
        let (lines, _) = try read(
            "<w:p>\(Builder.run("面积"))<m:oMath><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath><w:r><w:ruby><w:rt>\(Builder.run("音"))</w:rt><w:rubyBase>\(Builder.run("字"))</w:rubyBase></w:ruby></w:r></w:p>"
        )
        #expect(lines == ["面积m²字"])
    }

    @Test func mainPartIsFoundByItsRelation() throws {
        let bytes = Builder.file(Builder.paragraph("正文"), main: "word/document2.xml")
        #expect(try SourceReader.document(bytes, path: "甲镇.docx").value.blocks.count == 1)
    }
}
