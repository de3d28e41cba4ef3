import SourceFiles
import TestSupport
import Testing

@testable import Annotation

@Suite struct WordAnnotatorTests {
    typealias Builder = WordBuilder

    private let table =
        "<w:tbl>" + Builder.row([("甲", ""), ("乙", "")]) + Builder.row([("丙", ""), ("丁", ""), ("<w:p/>", "")]) + "</w:tbl>"

    /// The marks and references of comments, as they are written with a prefix.
    private func withoutMarks(_ text: String) -> String {
        text.replacing(#/<w:commentRange(Start|End) w:id="\d+"/>|<w:r><w:commentReference w:id="\d+"/></w:r>/#, with: "")
    }

    @Test func commentsHangOnTheCellsTheySpeakOf() throws {
        let bytes = Annotated.word(Builder.paragraph("题", "<w:jc/>") + table + "<w:p/>" + Builder.paragraph("末"))
        let file = try Annotated.annotated(
            bytes,
            [
                Annotated.note(table: 1, row: 2, cell: 2), Annotated.note(row: 2, reach: .paragraph),
                Annotated.note(table: 1, row: 2, cell: 3), Annotated.note(reach: .book),
                Annotated.note(table: 9, row: 9, cell: 9),
            ])
        let document = try Annotated.part("word/document.xml", of: file.bytes)
        #expect(try (0...5).map { try Annotated.anchored($0, in: document) } == ["题", "丁", "末", "", "题", "末"])
        #expect(document.contains("<w:pPr><w:jc/></w:pPr><w:commentRangeStart w:id=\"0\"/><w:commentRangeStart w:id=\"4\"/>"))
        let original = try Annotated.part("word/document.xml", of: bytes)
        #expect(withoutMarks(document).replacing("<w:p></w:p>", with: "<w:p/>") == original)
        #expect(file.counts == [.cell: 2, .paragraph: 1, .book: 1, .lost: 1])
        let comments = try Annotated.part("word/comments.xml", of: file.bytes)
        #expect(comments.contains("内部资料") && comments.contains("提示：甲&amp;乙") && comments.contains("未能定位的问题（1个）"))
        #expect(try Annotated.part("[Content_Types].xml", of: file.bytes).contains("PartName=\"/word/comments.xml\""))
        #expect(try Annotated.blocks(file.bytes) == Annotated.blocks(bytes))
        #expect(
            try Annotated.annotated(bytes, [Annotated.note(reach: .book)]).bytes
                == Annotated.annotated(bytes, [Annotated.note(reach: .book)]).bytes)
    }

    /// Content controls, insertions, runs split anywhere, tables in cells, boxes.
    @Test func oddDocumentsKeepTheirForm() throws {
        let inner = "<w:tbl>" + Builder.row([("子", ""), ("丑", "")]) + "</w:tbl><w:p/>"
        let control = "<w:sdt><w:sdtPr/><w:sdtContent><w:p>\(Builder.run("寅"))</w:p></w:sdtContent></w:sdt>"
        let split = "<w:p><w:ins w:id=\"7\">\(Builder.run("卯"))</w:ins><w:hyperlink>\(Builder.run("辰"))</w:hyperlink></w:p>"
        let box =
            "<w:p><w:r><w:pict><v:textbox><w:txbxContent>\(Builder.paragraph("箱"))</w:txbxContent></v:textbox></w:pict></w:r>\(Builder.run("外"))</w:p>"
        let bytes = Annotated.word(
            "<w:tbl>" + Builder.row([(Builder.paragraph("外表") + inner, ""), (control, ""), (split, "")]) + "</w:tbl>" + box)
        let file = try Annotated.annotated(
            bytes,
            [
                Annotated.note(table: 1, row: 1, cell: 2), Annotated.note(table: 1, row: 1, cell: 3),
                Annotated.note(table: 1, row: 1, cell: 3, original: "丑"), Annotated.note(table: 1, row: 1, cell: 1),
                Annotated.note(row: 2, reach: .paragraph),
            ])
        let document = try Annotated.part("word/document.xml", of: file.bytes)
        // The first is the opening; numbers go on behind that of the insertion.
        #expect(try (8...13).map { try Annotated.anchored($0, in: document) } == ["外表子丑", "寅", "卯辰", "丑", "外表子丑", "箱外"])
        #expect(try Annotated.blocks(file.bytes) == Annotated.blocks(bytes))
        #expect(WellFormed(document).failure == nil)
    }

    @Test(arguments: [true, false]) func namesAreThoseOfTheDocument(isStrict: Bool) throws {
        let namespace = isStrict ? Annotated.strict : Annotated.transitional
        let office =
            isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let bytes = Annotated.word(
            document:
                "<document xmlns=\"\(namespace)\"><body><p><r><t>题</t></r></p><x:p xmlns:x=\"\(namespace)\"><x:r><x:t>末</x:t></x:r></x:p></body></document>",
            office: office)
        let file = try Annotated.annotated(
            bytes, [Annotated.note(row: 1, reach: .paragraph), Annotated.note(row: 2, reach: .paragraph)])
        let document = try Annotated.part("word/document.xml", of: file.bytes)
        #expect(document.contains("<gb:commentRangeStart xmlns:gb=\"\(namespace)\" gb:id=\"0\"/>"))
        #expect(document.contains("<x:commentRangeStart x:id=\"2\"/>"))
        #expect(try Annotated.part("word/comments.xml", of: file.bytes).contains("xmlns:w=\"\(namespace)\""))
        #expect(try Annotated.part("word/_rels/document.xml.rels", of: file.bytes).contains("Type=\"\(office)/comments\""))
        #expect(try Annotated.blocks(file.bytes) == Annotated.blocks(bytes))
    }

    @Test func commentsThatAreThereStay() throws {
        let theirs =
            "<w:comments xmlns:w=\"\(Annotated.transitional)\"><w:comment w:id=\"41\" w:author=\"张\"><w:p/></w:comment></w:comments>"
        let bytes = Annotated.word(
            "<w:p><w:commentRangeStart w:id=\"41\"/>\(Builder.run("题"))<w:commentRangeEnd w:id=\"41\"/></w:p>",
            others: [("word/notes7.xml", "comments", theirs)])
        let note = Annotated.note(row: 1, reach: .paragraph)
        let file = try Annotated.annotated(bytes, [note])
        let comments = try Annotated.part("word/notes7.xml", of: file.bytes)
        #expect(comments.hasPrefix(theirs.dropLast("</w:comments>".count)) && comments.contains("w:id=\"42\" w:author=\"审核\""))
        #expect(try OfficeFile(file.bytes).bytes(of: "word/comments.xml") == nil)
        // What is said already is not said again.
        let again = try Annotated.annotated(file.bytes, [note])
        #expect(try Annotated.part("word/notes7.xml", of: again.bytes) == comments)
    }

    @Test func otherPartsStayAsTheyArePacked() throws {
        let bytes = Annotated.word(Builder.paragraph("题"), others: [("word/styles.xml", "styles", "<w:styles xmlns:w=\"x\"/>")])
        let file = try Annotated.annotated(bytes, [])
        for name in ["word/styles.xml", "docProps/app.xml", "_rels/.rels"] {
            #expect(try OfficeFile(file.bytes).bytes(of: name) == OfficeFile(bytes).bytes(of: name))
        }
    }

    @Test func correctionsAreTracked() throws {
        func corrected(_ cell: String, _ original: String?, _ suggestion: String) throws -> (String, AnnotatedFile, [UInt8]) {
            let bytes = Annotated.word("<w:tbl>" + Builder.row([(cell, ""), ("乙", "")]) + "</w:tbl>")
            let note = Annotated.note(table: 1, row: 1, cell: 1, original: original, suggestion: suggestion)
            let file = try Annotated.annotated(bytes, [note], correcting: true)
            return (try Annotated.part("word/document.xml", of: file.bytes), file, bytes)
        }
        let (document, file, _) = try corrected("≥95百分比", "≥95百分比", "≥95%")
        #expect(file.corrections == 1)
        #expect(
            document.contains(
                "≥95</w:t></w:r><w:del w:id=\"2\" w:author=\"审核\" w:date=\"2024-01-01T00:00:00Z\"><w:r><w:delText xml:space=\"preserve\">百分比</w:delText></w:r></w:del>"
            ))
        #expect(
            document.contains(
                "<w:ins w:id=\"3\" w:author=\"审核\" w:date=\"2024-01-01T00:00:00Z\"><w:r><w:t xml:space=\"preserve\">%</w:t></w:r></w:ins>"
            ))
        guard case .table(let table) = try Annotated.blocks(file.bytes)[0] else { return }
        #expect(table.rows[0].cells[0].text == "≥95%")
        let split = "<w:p>\(Builder.run("提升比", "<w:b/>"))\(Builder.run("列&lt;"))</w:p>"
        let (second, other, _) = try corrected(split, nil, "提升比例<")
        #expect(other.corrections == 1 && second.contains("<w:delText xml:space=\"preserve\">列</w:delText>"))
        // Texts that are no plain runs, other texts, and what hides a number, are left.
        for (cell, original, suggestion) in [
            ("<w:p>\(Builder.field("X", Builder.run("甲")))</w:p>", "甲", "乙"), ("甲", "丙", "乙"), ("138123", nil, "138***"),
        ] {
            let (text, file, _) = try corrected(cell, original, suggestion)
            #expect(file.corrections == 0 && !text.contains("<w:del "))
        }
    }
}
