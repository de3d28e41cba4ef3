import BookLayout
import TestSupport
import Testing

@testable import Typesetting

@Suite
struct FinishingTests {
    private let press = SmallPress()

    private func finished(_ sheet: SmallPress.Sheet, bytes: [UInt8]? = nil, pages: [DrawnPage]? = nil) throws -> [UInt8] {
        let drawn = DrawnPDF(bytes: bytes ?? sheet.drawn.bytes, pages: pages ?? sheet.drawn.pages, height: sheet.drawn.height)
        return try drawn.finished(sheet.structure, bookmarks: [], metadata: SmallPress.metadata)
    }

    /// The finished file with its objects as text.
    private func readable(_ drawn: DrawnPDF, _ structure: StructureTree, bookmarks: [Bookmark] = []) throws -> String {
        let bytes = try drawn.finished(structure, bookmarks: bookmarks, metadata: SmallPress.metadata, packed: false)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("Pixels stay")
    func pixels() throws {
        let texts = ["绩效目标", "空格 在行末 ", "300元/人/月"]
        let sheet = try press.draw(texts, ownFonts: true)
        let plain = try press.draw(texts, ownFonts: true, usesColours: false)
        let before = try PDFPixels.pages(of: plain.drawn.bytes, resolution: 100)
        #expect(before.count == 1)
        #expect(before == (try PDFPixels.pages(of: try finished(sheet), resolution: 100)))
    }

    @Test("What lies beside the page has an empty mark, and its element stays")
    func besideThePage() throws {
        let sheet = try press.draw(["上边", String(repeating: "长", count: 900), "页外", "还在页外"], ownFonts: true)
        let pieces = sheet.drawn.pages[0].pieces
        #expect(pieces.map(\.isShown) == [true, false, false, false])
        let text = try readable(sheet.drawn, sheet.structure)
        #expect(text.ranges(of: "/S/P/P ").count == 4)
        #expect(try PDFText.read(try finished(sheet)).contains("上边"))
    }

    @Test("Structure, language, title, links, bookmarks and page labels are in the file")
    func content() throws {
        let sheet = try press.draw(["甲", "乙"])
        let text = try readable(sheet.drawn, sheet.structure, bookmarks: [Bookmark("首页", level: 0, mark: "top")])
        for words in [
            "/Lang(zh-CN)", "/Marked true", "/DisplayDocTitle true", "/S/GTS_PDFA1", "/Type/OBJR", "/Tabs/S", "/S/Link",
            "/F 4", "/S/D", "/First ", "<pdfaid:part>2</pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>",
            "甲县乙镇&lt;目标书&gt;", "乙镇人民政府 &amp; 财政所", "D:20240101000000Z",
        ] {
            #expect(text.contains(words), "缺 \(words)")
        }
    }

    @Test("What shows a page lies apart from the structure, which readers of pages need not unpack")
    func packs() throws {
        let sheet = try press.draw(["甲", "乙"])
        let text = try readable(sheet.drawn, sheet.structure)
        let structure = try #require(text.firstRange(of: "/Type/StructElem") ?? text.firstRange(of: "/S/P/P"))
        for words in ["/Type/Catalog", "/Type /Pages", "/MediaBox", "/Annots["] {
            let place = try #require(text.firstRange(of: words), "缺 \(words)")
            #expect(place.lowerBound < structure.lowerBound, "\(words)")
        }
        let packed = String(decoding: try finished(sheet), as: UTF8.self)
        #expect(packed.ranges(of: "/Type/ObjStm").count == 2)
    }

    @Test("Charts have words and a box, blank paragraphs are not in the structure")
    func figures() throws {
        var structure = StructureTree()
        let figure = structure.add(.figure(alternate: "柱形图"))
        let section = structure.add(.section)
        _ = structure.add(.paragraph, under: section)
        var page = Page<TextBlock>(label: .named("图"))
        let block = press.fonts.layOut(TextRequest("▇", TextStyle(.body, size: 12, leading: 18), width: 300))
        page.texts = [PlacedText(block, lines: 0..<1, x: 0, y: 0, element: figure)]
        var document = try PDFDocument(width: 400, height: 600)
        try document.add(page, left: 50, top: 50)
        let drawn = try document.end()
        let text = try readable(drawn, structure)
        #expect(text.contains("/S/Figure"))
        #expect(text.contains("/Alt<FEFF67F15F6256FE>"))
        #expect(text.contains("/BBox[50 532 62 550]"))
        #expect(!text.contains("/S/Sect") && !text.contains("/S/P/"))
    }

    @Test("TrueType fonts tell their glyphs")
    func trueType() throws {
        let family = "DejaVu Sans"
        let set = FontSet(FontRoles(choices: [.body: [FontChoice(family: family)]]))
        try #require(set.uses.contains { $0.family == family }, "缺少 fonts-dejavu-core")
        let sheet = try SmallPress(fonts: FontContext(set)).draw(["abc Жж"])
        #expect(try readable(sheet.drawn, sheet.structure).contains("/CIDToGIDMap/Identity"))
    }

    @Test("No file is made where the page's text is not what was set")
    func mismatch() throws {
        let sheet = try press.draw(["甲", "乙"])
        var pages = sheet.drawn.pages
        pages[0].pieces.removeLast()
        #expect(throws: PrintingError.piecesDiffer(page: 1)) { try finished(sheet, pages: pages) }
        #expect(throws: PrintingError.piecesDiffer(page: 1)) { try finished(sheet, pages: []) }
        #expect(throws: PrintingError.piecesDiffer(page: 2)) { try finished(sheet, pages: pages + pages) }
        let stranger = SmallPress.Sheet(drawn: sheet.drawn, structure: StructureTree())
        #expect(throws: PrintingError.piecesDiffer(page: 1)) { try finished(stranger) }
    }

    @Test("Cairo's own structure, outline and information are left out, numbers are used without gaps")
    func nothingIsLeftOver() throws {
        let sheet = try press.draw(["甲", "乙"])
        let text = try readable(sheet.drawn, sheet.structure)
        #expect(!text.contains("/Type /StructElem") && !text.contains("/CreationDate (D:") && !text.contains("/Type /Catalog"))
        let numbers = text.matches(of: /(?m)^(\d+) 0 obj$/).compactMap { Int($0.1) }
        #expect(numbers.count > 20)
        #expect(Set(numbers) == Set(1...numbers.count))
    }

    @Test("Packed data come back as they were, bad ones are reported")
    func deflate() throws {
        let deflate = try Deflate()
        for bytes in [[], [7], Array(repeating: 0, count: 3_000_000), Array("绩效目标".utf8)] as [[UInt8]] {
            #expect(try deflate.unpacked(try deflate.packed(bytes)[...]) == bytes)
        }
        for bytes in [[], [1, 2, 3], try deflate.packed(Array("绩效目标".utf8)).dropLast(3)] as [ArraySlice<UInt8>] {
            #expect(throws: PrintingError.self) { try deflate.unpacked(bytes) }
        }
    }

    @Test("Damaged files are errors and crash nothing")
    func damaged() throws {
        let sheet = try press.draw(["甲", "乙"])
        let bytes = sheet.drawn.bytes
        #expect(throws: PrintingError.self) { try finished(sheet, bytes: []) }
        #expect(throws: PrintingError.self) { try finished(sheet, bytes: Array(bytes.dropLast(30))) }
        #expect(throws: PrintingError.self) { try finished(sheet, bytes: Array(bytes.dropFirst(30))) }
        var random = SplitMix64(seed: 7)
        for _ in 0..<200 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try? finished(sheet, bytes: damaged)
        }
    }
}
