import Diagnostics
import SourceFiles
import TestSupport
import Testing

@testable import Annotation

@Suite struct WorkbookAnnotatorTests {
    private static let types = (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
    )
    private let rows =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c></row><row r=\"2\"><c r=\"B2\"><v>3</v></c></row>"

    private func file(_ tail: String = "", others: [(name: String, text: String)] = []) -> [UInt8] {
        var builder = WorkbookBuilder()
        builder.add("甲", rows, tail: tail)
        builder.others = [Self.types] + others
        return builder.file()
    }

    private func annotated(_ bytes: [UInt8], _ all: [Annotation]) throws -> AnnotatedFile {
        try WorkbookAnnotator.annotate(OfficeFile(bytes), Annotated.said(all), by: Annotated.author)
    }

    private func note(_ row: Int, _ column: Int, isError: Bool = false) -> Annotation {
        Annotated.note(table: 1, row: row, cell: column, sheet: "甲", isError: isError)
    }

    @Test func notesStandInTheirCells() throws {
        let bytes = file("<mergeCells/><pageMargins/><tableParts/>")
        let made = try annotated(bytes, [note(2, 2, isError: true), note(3, 2, isError: true), note(2, 2), note(1, 1)])
        #expect(made.counts == [.cell: 4])
        let notes = try Annotated.part("xl/comments1.xml", of: made.bytes)
        #expect(notes.matches(of: #/<comment ref="(\w+)"/#).map { String($0.1) } == ["A1", "B2", "B3"])
        #expect(notes.contains("内部资料") && notes.contains("错误：甲&lt;乙"))
        let sheet = try Annotated.part("xl/worksheets/s0.xml", of: made.bytes)
        let names = try PartMap(Array(sheet.utf8), named: "s0.xml")
        #expect(
            names.children(of: 0).map { String(names.name($0)) } == [
                "sheetData", "mergeCells", "conditionalFormatting", "pageMargins", "legacyDrawing", "tableParts",
            ])
        #expect(sheet.contains("sqref=\"B2:B3\"") && sheet.contains("dxfId=\"0\" priority=\"1\""))
        #expect(try Annotated.part("xl/styles.xml", of: made.bytes).contains("</cellXfs><dxfs count=\"1\"><dxf>"))
        let drawing = try Annotated.part("xl/drawings/vmlDrawing1.vml", of: made.bytes)
        #expect(WellFormed(drawing).failure == nil && drawing.matches(of: #/<v:shape /#).count == 3)
        #expect(drawing.contains("<x:Row>1</x:Row><x:Column>1</x:Column>"))
        let types = try Annotated.part("[Content_Types].xml", of: made.bytes)
        #expect(types.contains("Extension=\"vml\"") && types.contains("/xl/comments1.xml"))
        #expect(
            try SourceReader.document(made.bytes, path: "甲.xlsx").value.blocks
                == SourceReader.document(bytes, path: "甲.xlsx").value.blocks)
        #expect(try annotated(bytes, [note(1, 1)]).bytes == annotated(bytes, [note(1, 1)]).bytes)
    }

    @Test func notesThatAreThereGoOnBelow() throws {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let notes =
            "<x:comments xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:authors><x:author>张</x:author><x:author>tc={1}</x:author></x:authors>"
            + "<x:commentList><x:comment ref=\"B2\" authorId=\"0\"><x:text><x:r><x:t>请核对</x:t></x:r></x:text></x:comment>"
            + "<x:comment ref=\"C2\" authorId=\"1\"><x:text><x:t>线程</x:t></x:text></x:comment></x:commentList></x:comments>"
        let drawing = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shape id=\"_x0000_s2050\"><br></v:shape></xml>"
        let bytes = file(
            "<legacyDrawing xmlns:q=\"\(office)\" q:id=\"d\"/>",
            others: [
                (
                    "xl/worksheets/_rels/s0.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"c\" Type=\"\(office)/comments\" Target=\"../n.xml\"/><Relationship Id=\"d\" Type=\"\(office)/vmlDrawing\" Target=\"../d.vml\"/></Relationships>"
                ),
                ("xl/n.xml", notes), ("xl/d.vml", drawing),
            ])
        let made = try annotated(bytes, [note(2, 2), note(2, 3)])
        let text = try Annotated.part("xl/n.xml", of: made.bytes)
        #expect(text.contains("<x:t>请核对</x:t></x:r><x:r><x:rPr><x:b/>") && text.contains("提示：甲&amp;乙"))
        // A thread takes no words: they stand in the next cell.
        #expect(text.contains("<x:t>线程</x:t></x:text>") && text.contains("<x:comment ref=\"D2\" authorId=\"2\">"))
        let shapes = try Annotated.part("xl/d.vml", of: made.bytes)
        #expect(
            shapes.hasPrefix(drawing.dropLast("</xml>".count)) && shapes.contains("_x0000_s2051") && shapes.hasSuffix("</xml>"))
        #expect(try Annotated.part("xl/worksheets/s0.xml", of: made.bytes) == Annotated.part("xl/worksheets/s0.xml", of: bytes))
    }

    /// A file that comes back is told only what is new.
    @Test func whatStandsThereIsNotSaidAgain() throws {
        let all = [note(2, 2, isError: true), note(1, 1), Annotated.note(table: 7, row: 1, cell: 1, sheet: "乙")]
        let once = try annotated(file(), all)
        let again = try annotated(once.bytes, all)
        #expect(again.bytes == once.bytes && again.counts == once.counts)
        let more = try annotated(once.bytes, all + [note(2, 3)])
        let (before, after) = try (
            Annotated.part("xl/comments1.xml", of: once.bytes), Annotated.part("xl/comments1.xml", of: more.bytes)
        )
        #expect(before.matches(of: #/〔I03/#).count == 3 && after.matches(of: #/〔I03/#).count == 4)
    }

    @Test func whatHasNoPlaceIsListed() throws {
        let made = try annotated(file(), [Annotated.note(table: 7, row: 1, cell: 1, sheet: "乙", isError: true)])
        #expect(made.counts == [.lost: 1])
        #expect(try Annotated.part("xl/comments1.xml", of: made.bytes).contains("未能定位的问题（1个）"))
        #expect(try !Annotated.part("xl/worksheets/s0.xml", of: made.bytes).contains("conditionalFormatting"))
    }
}
