import Diagnostics
import SourceFiles
import TestSupport
import Testing

/// What nobody can see is no content, whichever format it came in; it is counted and told once.
@Suite struct TextCleaningTests {
    private static let invisible: [UInt32] = [
        0xAD, 0x34F, 0x61C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2061, 0x2064,
        0x2066, 0x2069,
        0x206A, 0x3164, 0xFEFF, 0xFFA0, 0xE0001, 0xE0041,
    ]

    private func texts(_ document: SourceDocument) -> [String] {
        document.blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let paragraph): [paragraph.text]
            case .table(let table): table.rows.flatMap { $0.cells.map(\.text) }
            }
        }
    }

    private static let formats: [(path: String, bytes: @Sendable (String) -> [UInt8])] = [
        ("甲.docx", { WordBuilder.file(WordBuilder.paragraph($0)) }),
        ("甲.xlsx", { WorkbookBuilder.sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>\($0)</t></is></c></row>") }),
        ("甲.html", { Array("<html><body><p>\($0)</p></body></html>".utf8) }), ("甲.txt", { Array("\($0)\n".utf8) }),
        ("甲.csv", { Array("\($0),乙,丙,丁\n".utf8) }),
    ]

    @Test func invisibleCharactersAreTakenOut() throws {
        for (path, bytes) in Self.formats {
            for scalar in Self.invisible.compactMap(Unicode.Scalar.init) {
                let read = try SourceReader.document(bytes("清理\(scalar)青石河\(scalar)"), path: path)
                #expect(texts(read.value).first == "清理青石河", "\(path) U+\(String(scalar.value, radix: 16))")
                // Byte-order marks are counted with the controls of a text file.
                if path != "甲.txt" || scalar.value != 0xFEFF {
                    #expect(
                        read.diagnostics.map(\.id) == ["invisible-characters"], "\(path) U+\(String(scalar.value, radix: 16))")
                }
            }
        }
    }

    @Test func oneMessageCountsThem() throws {
        let body =
            WordBuilder.paragraph("前") + WordBuilder.paragraph("a\u{200B}b\u{200B}c\u{200E}") + WordBuilder.paragraph("\u{2060}")
        let read = try SourceReader.document(WordBuilder.file(body), path: "甲镇.docx")
        #expect(texts(read.value) == ["前", "abc"])
        #expect(read.diagnostics.map(\.summary) == ["有4个看不见的字符，已去掉：U+200B×2、U+200E×1、U+2060×1"])
        #expect(read.diagnostics[0].location?.paragraph == 2)
    }

    @Test func joinersStayWhereTheyChangeSomething() throws {
        let kept = ["ئۇ\u{200D}", "👨\u{200D}👩\u{200D}👧", "☑\u{FE0F}", "葛\u{E0100}", "ᠮ\u{180B}", "ᠠ\u{180E}ᠠ"]
        for text in kept {
            let read = try SourceReader.document(WordBuilder.file(WordBuilder.paragraph(text)), path: "甲镇.docx")
            #expect(Array(texts(read.value)[0].unicodeScalars) == Array(text.unicodeScalars) && read.diagnostics.isEmpty)
        }
        let digits = try SourceReader.document(WordBuilder.file(WordBuilder.paragraph("31\u{FE0F}00")), path: "甲镇.docx")
        #expect(texts(digits.value) == ["3100"])
    }

    @Test func radicalsAreTheirCharacters() throws {
        for (path, bytes) in Self.formats {
            let read = try SourceReader.document(bytes("⼀、⻓期⽬标与⽂件、⻋⻢、⼾数、⻘石"), path: path)
            #expect(texts(read.value).first == "一、长期目标与文件、车马、户数、青石", "\(path)")
            #expect(read.diagnostics.map(\.id) == ["radicals"])
        }
    }

    @Test func lockedFilesAndDrawnTablesAreNamed() throws {
        func said(_ bytes: [UInt8]) throws -> String {
            let error = #expect(throws: ReadingError.self) { try SourceReader.document(bytes, path: "甲镇.docx") }
            return try #require(error?.diagnostic(path: "甲镇.docx")).description
        }
        let rest = (0..<600).map { UInt8($0 * 7 % 256) }
        #expect(try said(Array("%TSD-Header-###%".utf8) + rest).contains("解密"))
        #expect(try said([0x62, 0x14, 0x23, 0x65] + rest).contains("加密软件"))
        let drawn = (1...6).map { "|项目\($0)   |名称   |84.00 |\n" }.joined()
        #expect(try said(Array(("1.村道绩效目标表\n" + drawn).utf8)).contains("竖线"))
    }
}
