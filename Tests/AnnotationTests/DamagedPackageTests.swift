import Diagnostics
import SourceFiles
import TestSupport
import Testing

@testable import Annotation

/// Packages whose parts are damaged by chance: they are refused, or what comes of them says what they said.
@Suite struct DamagedPackageTests {
    private static let body =
        WordBuilder.paragraph("一、总体绩效目标", "<w:pStyle w:val=\"a\"/>") + "<w:tbl>"
        + WordBuilder.row([("项目编码", "<w:gridSpan w:val=\"2\"/>"), ("<w:p/>", ""), ("≥95百分比", "<w:vMerge w:val=\"restart\"/>")])
        + WordBuilder.row([
            ("<w:sdt><w:sdtContent><w:p><w:ins w:id=\"3\">\(WordBuilder.run("甲"))</w:ins></w:p></w:sdtContent></w:sdt>", ""),
            ("乙", ""), ("", "<w:vMerge/>"),
        ])
        + "</w:tbl>" + WordBuilder.paragraph("末") + "<w:p/>"
    private static let notes = [
        Annotated.note(table: 1, row: 1, cell: 3, original: "≥95百分比", suggestion: "≥95%"),
        Annotated.note(table: 1, row: 2, cell: 1),
        Annotated.note(table: 1, row: 1, cell: 2), Annotated.note(row: 1, reach: .paragraph), Annotated.note(reach: .book),
    ]

    @Test func documentsAreRefusedOrRight() throws {
        let theirs = "<w:comments xmlns:w=\"\(Annotated.transitional)\"><w:comment w:id=\"0\"><w:p/></w:comment></w:comments>"
        let bytes = Annotated.word(Self.body, others: [("word/comments.xml", "comments", theirs)])
        let parts = [
            "word/document.xml", "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml",
        ]
        var right = 0
        for seed in 0..<Cases.number(7_000, quick: 20) {
            let damaged = try damage(bytes, parts[seed % parts.count], UInt64(seed))
            guard let file = try? Annotated.annotated(damaged, Self.notes) else { continue }
            right += 1
            let (mine, theirs) = try (Annotated.blocks(file.bytes), Annotated.blocks(damaged))
            #expect(mine == theirs, "seed \(seed)")
            try expectWhole(file.bytes, parts, seed)
        }
        #expect(right > 10)
    }

    @Test func workbooksAreRefusedOrRight() throws {
        var builder = WorkbookBuilder()
        builder.add(
            "甲", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c><c r=\"B1\"><v>3</v></c></row>",
            tail: "<pageMargins/>")
        builder.others = [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
        ]
        let bytes = builder.file()
        let parts = ["xl/worksheets/s0.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml"]
        let notes = [Annotated.note(table: 1, row: 1, cell: 2, sheet: "甲", isError: true), Annotated.note(reach: .book)]
        var right = 0
        for seed in 0..<Cases.number(3_000, quick: 20) {
            let damaged = try damage(bytes, parts[seed % parts.count], UInt64(seed))
            let made = try? WorkbookAnnotator.annotate(OfficeFile(damaged), Annotated.said(notes), by: Annotated.author)
            guard let file = made, let theirs = try? SourceReader.document(damaged, path: "甲.xlsx").value.blocks else { continue }
            right += 1
            let mine = try? SourceReader.document(file.bytes, path: "甲.xlsx").value.blocks
            #expect(
                mine == theirs,
                "seed \(seed): \(String(decoding: (try? OfficeFile(damaged).bytes(of: parts[0])) ?? [], as: UTF8.self))")
            try expectWhole(file.bytes, parts, seed)
        }
        #expect(right > 10)
    }

    private func damage(_ bytes: [UInt8], _ part: String, _ seed: UInt64) throws -> [UInt8] {
        let file = try OfficeFile(bytes)
        var mutator = Mutator(
            seed: seed,
            words: Mutator.words
                + ["<w:p>", "</w:p>", "<w:p/>", "<w:tc>", "</w:r>", "&amp;", "<!--", "-->", "<w:tbl/>"].map { Array($0.utf8) })
        let own = try #require(try file.bytes(of: part))
        return try file.replacing([(part, mutator.mutated(own))])
    }

    private func expectWhole(_ bytes: [UInt8], _ parts: [String], _ seed: Int) throws {
        let file = try OfficeFile(bytes)
        for part in parts {
            #expect(throws: Never.self, "seed \(seed) \(part)") { _ = try file.xml(part) }
        }
    }
}
