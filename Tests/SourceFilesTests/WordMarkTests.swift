import Diagnostics
import SourceFiles
import TestSupport
import Testing

/// What Word's formats, fields and controls say beside the letters.
@Suite struct WordMarkTests {
    typealias Builder = WordBuilder

    private struct Read {
        var lines: [String] = []
        var document: Warned<SourceDocument>
        var said: [Diagnostic] { document.diagnostics }
    }

    private func read(_ body: String, styles: String = "", numbering: String = "") throws -> Read {
        var read = Read(
            document: try SourceReader.document(Builder.file(body, styles: styles, numbering: numbering), path: "甲镇.docx"))
        for block in read.document.value.blocks {
            switch block {
            case .paragraph(let paragraph): read.lines.append((paragraph.isMarkedHeading ? "#" : "") + paragraph.text)
            case .table(let table): read.lines += table.rows.map { $0.cells.map(\.text).joined(separator: "|") }
            }
        }
        return read
    }

    private static func field(_ instruction: String, _ form: String = "") -> String {
        """
        <w:r><w:fldChar w:fldCharType="begin">\(form)</w:fldChar></w:r><w:r><w:instrText>\(instruction)</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType="end"/></w:r>
        """
    }

    private static func fraction(_ above: String, _ below: String) -> String {
        let run = { (text: String) in "<m:r><m:t>\(text)</m:t></m:r>" }
        return "<m:oMath><m:f><m:num>\(run(above))</m:num><m:den>\(run(below))</m:den></m:f></m:oMath>"
    }

    @Test func raisedDigitsStayRaised() throws {
        let up = "<w:vertAlign w:val=\"superscript\"/>"
        let styles = "<w:style w:type=\"character\" w:styleId=\"u\"><w:rPr>\(up)</w:rPr></w:style>"
        let body =
            "<w:p>\(Builder.run("3×10"))\(Builder.run("4", up))\(Builder.run("米"))</w:p><w:p>\(Builder.run("20m"))\(Builder.run("2", "<w:rStyle w:val=\"u\"/>"))</w:p>"
            + "<w:p>\(Builder.run("PM"))\(Builder.run("2.5", "<w:vertAlign w:val=\"subscript\"/>"))\(Builder.run("，5"))\(Builder.run("2", "<w:vertAlign w:val=\"subscript\"/>"))</w:p>"
        #expect(try read(body, styles: styles).lines == ["3×10⁴米", "20m²", "PM2.5，5₂"])
    }

    @Test func struckTextIsLeftOutAndTold() throws {
        let strike = "<w:strike/>"
        let styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"old\"><w:rPr><w:dstrike/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"sub\"><w:basedOn w:val=\"old\"/></w:style>"
        let cell = "<w:p>\(Builder.run("30", strike))\(Builder.run("00", strike))\(Builder.run("3100米"))</w:p>"
        let read = try read(
            Builder.paragraph("前") + Builder.paragraph("作废的一段", "<w:pStyle w:val=\"sub\"/>")
                + "<w:tbl>" + Builder.row([("长度", ""), (cell, "")]) + "</w:tbl>"
                + "<w:p>\(Builder.run("不删", "<w:strike w:val=\"0\"/>"))</w:p>", styles: styles)
        #expect(read.lines == ["前", "长度|3100米", "不删"])
        #expect(read.said.map(\.id) == ["struck-out", "struck-out"])
        #expect(read.said.map { $0.location?.inFile ?? "" } == ["第2段", "表1 第1行 第2格"])
        #expect(read.said.map(\.summary) == ["“作废的一段”带有删除线，没有读入", "“3000”带有删除线，没有读入"])
    }

    @Test func formulasAreReadOrTold() throws {
        let read = try read(
            "<w:p>\(Builder.run("长"))\(Self.fraction("1", "2"))\(Builder.run("公里"))</w:p><w:p>\(Builder.run("2"))\(Self.fraction("3", "4"))</w:p>"
                + "<w:p>\(Self.field(" EQ \\F(1,3) \\* MERGEFORMAT "))\(Builder.run("以上"))</w:p><w:p>\(Builder.run("5"))\(Self.field("eq \\a\\co2(1,2,3)"))\(Builder.run("6"))</w:p>"
                + "<w:p>\(Self.field("eq \\o\\ac(○,3)"))\(Builder.run("清淤"))\(Self.field("eq \\o\\ac(○,12)"))</w:p><w:p>\(Builder.run("10"))\(Self.field("EQ \\s\\up6(4)"))</w:p>"
        )
        #expect(read.lines == ["长1/2公里", "2又3/4", "1/3以上", "5〔公式〕6", "③清淤⑫", "10⁴"])
        #expect(read.said.map(\.id) == ["formula", "formula", "formula", "formula-lost"])
        #expect(read.said.map { $0.location?.paragraph } == [1, 2, 3, 4])
        #expect(read.said[0].summary == "公式（域）已读作“1/2”")
    }

    @Test func signsOfSymbolFonts() throws {
        let symbol = "<w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/>"
        let sym = { (font: String, code: String) in "<w:r><w:sym w:font=\"\(font)\" w:char=\"\(code)\"/></w:r>" }
        let read = try read(
            "<w:p>\(Builder.run("\u{F0B3}", symbol))\(Builder.run("80%"))</w:p><w:p>\(Builder.run("³90、5", symbol))</w:p>"
                + "<w:p>\(["F03C", "F03D", "F0B1", "F03E", "F0B4", "F0A3"].map { sym("Symbol", $0) }.joined())</w:p>"
                + "<w:p>\(sym("Wingdings", "F0FE"))\(sym("Wingdings", "F0A8"))\(sym("Wingdings 2", "F052"))\(sym("Wingdings 2", "0050"))</w:p>"
                + "<w:p>\(sym("Wingdings", "F0B5"))\(Builder.run("准点"))</w:p>")
        #expect(read.lines == ["≥80%", "≥90、5", "<=±>×≤", "☑☐☑√", "准点"])
        #expect(read.said.map(\.id) == ["symbol-lost"] && read.said[0].summary.contains("“Wingdings”"))
    }

    @Test func formsAndControlsSayWhatTheyAreSetTo() throws {
        let list = { (chosen: String) in
            "<w:ffData><w:ddList>\(chosen)<w:listEntry w:val=\"数量指标\"/><w:listEntry w:val=\"成本指标\"/></w:ddList></w:ffData>"
        }
        let box = { (state: String) in "<w:ffData><w:checkBox><w:default w:val=\"0\"/>\(state)</w:checkBox></w:ffData>" }
        let control = { (properties: String, content: String) in
            "<w:sdt><w:sdtPr>\(properties)</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
        }
        let tick = { (on: Int, sign: String) in
            control("<w14:checkbox xmlns:w14=\"x\"><w14:checked w14:val=\"\(on)\"/></w14:checkbox>", Builder.run(sign))
        }
        let prompt = "<w:showingPlcHdr/>"
        let read = try read(
            "<w:p>\(Self.field("FORMDROPDOWN", list("<w:result w:val=\"1\"/>")))</w:p><w:p>\(Self.field("FORMDROPDOWN", list("")))</w:p>"
                + "<w:p>\(Self.field("FORMCHECKBOX", box("<w:checked/>")))\(Self.field("FORMCHECKBOX", box("<w:checked w:val=\"0\"/>")))\(Self.field("FORMCHECKBOX", box("")))</w:p>"
                + "<w:p>\(tick(1, "☒"))\(tick(0, "☐"))</w:p><w:p>\(Builder.run("依据："))\(control(prompt, Builder.run("单击此处")))</w:p>"
                + control(prompt, Builder.paragraph("请输入")) + "<w:tbl><w:tr>"
                + control(prompt, "<w:tc>\(Builder.paragraph("选择一项"))</w:tc>")
                + "<w:tc>\(Builder.paragraph("后"))</w:tc></w:tr></w:tbl>")
        #expect(read.lines == ["成本指标", "数量指标", "☑☐☐", "☑☐", "依据：", "|后"])
        #expect(read.said.map(\.id) == ["prompts"] && read.said[0].summary.hasPrefix("有3处"))
    }

    @Test func hiddenTextAndRowsAreLeftOut() throws {
        let styles = """
            <w:style w:type="paragraph" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>\
            <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="h"/></w:style>\
            <w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>
            """
        let row = Builder.row([("藏行", "")], "<w:hidden/>")
        let read = try read(
            Builder.paragraph("草稿", "<w:pStyle w:val=\"b\"/>")
                + "<w:p>\(Builder.run("露"))\(Builder.run("藏", "<w:rStyle w:val=\"c\"/>"))</w:p>"
                + "<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr>\(Builder.run("仍显示", "<w:vanish w:val=\"0\"/>"))</w:p>" + "<w:tbl>"
                + row + Builder.row([("露行", "")], "<w:hidden w:val=\"0\"/>") + "</w:tbl>", styles: styles)
        #expect(read.lines == ["露", "仍显示", "露行"])
        #expect(read.said.map(\.id) == ["hidden-text", "hidden-rows"])
    }

    @Test func docDefaultsHideToo() throws {
        let styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
        #expect(
            try read("<w:p>\(Builder.run("藏"))\(Builder.run("露", "<w:vanish w:val=\"0\"/>"))</w:p>", styles: styles).lines == [
                "露"
            ])
    }

    @Test func indentationIsNoText() throws {
        let run = "\n      <w:r>\n        <w:t>青石</w:t>\n      </w:r>\n"
        #expect(try read("<w:p>\(run)\(run)</w:p>").lines == ["青石青石"])
    }

    private static let numbering = """
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="a"/><w:lvlText w:val="%1、"/></w:lvl>\
        <w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="b"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        """

    @Test func levelsAreLinkedByTheirStyles() throws {
        let number = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
        let styles = """
            <w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/>\(number)</w:style>\
            <w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 2"/>\(number)</w:style>
            """
        let body = [("总", "a"), ("甲", "b"), ("乙", "b"), ("分", "a"), ("丙", "b")].map {
            Builder.paragraph($0.0, "<w:pStyle w:val=\"\($0.1)\"/>")
        }
        let read = try read(body.joined(), styles: styles, numbering: Self.numbering)
        #expect(read.lines == ["#一、总", "#（一）甲", "#（二）乙", "#二、分", "#（一）丙"])
        let levels = read.document.value.blocks.compactMap {
            if case .paragraph(let paragraph) = $0 { paragraph.level } else { nil }
        }
        #expect(levels == [0, 1, 1, 0, 1])
    }

    @Test func paragraphsThatAreGoneAreNotCounted() throws {
        let numbered = { (mark: String) in "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr>\(mark)</w:rPr>"
        }
        let gone = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        let read = try read(
            Builder.paragraph("总", numbered("")) + "<w:p><w:pPr>\(numbered("<w:del/>"))</w:pPr>\(gone)</w:p>"
                + "<w:p><w:pPr>\(numbered("<w:moveFrom/>"))</w:pPr><w:moveFrom>\(Builder.run("移"))</w:moveFrom></w:p>"
                + Builder.paragraph("分", numbered(""))
                + Builder.paragraph("藏", numbered("<w:vanish/>").replacing("</w:numPr>", with: "</w:numPr>"))
                + Builder.paragraph("前", numbered("<w:del/>")) + Builder.paragraph("后", numbered("")), numbering: Self.numbering)
        #expect(read.lines == ["一、总", "二、分", "三、藏", "四、前后"])
    }

    @Test func titleWithoutItsEndStaysBeforeTheTable() throws {
        let read = try read(
            Builder.paragraph("1.村道绩效目标表", "<w:rPr><w:del/></w:rPr>") + "<w:tbl>" + Builder.row([("项目编码", "")]) + "</w:tbl>")
        #expect(read.lines == ["1.村道绩效目标表", "项目编码"])
    }

    @Test func packagesWithTheSeparatorOfWindows() throws {
        let body = "<w:document xmlns:w=\"w\"><w:body>\(Builder.paragraph("正文"))</w:body></w:document>"
        let relations = """
            <Relationships><Relationship Id="a" Target="word/document.xml" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>
            """
        let file = ZipWriter.file([("_rels\\.rels", relations), ("word\\document.xml", body)])
        #expect(try SourceReader.document(file, path: "甲镇.docx").value.blocks.count == 1)
        let relation = relations.replacing("word/document", with: "word\\document")
        let written = ZipWriter.file([("_rels/.rels", relation), ("word\\document.xml", body)])
        #expect(try SourceReader.document(written, path: "甲镇.docx").value.blocks.count == 1)
        let outside = ZipWriter.file([("_rels/.rels", relations), ("..\\document.xml", body)])
        #expect(throws: ReadingError.self) { try SourceReader.document(outside, path: "甲镇.docx") }
    }
}
