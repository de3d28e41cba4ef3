import BookLayout
import Foundation
import TestSupport
import Testing

@testable import Typesetting

/// Charts on paper and as pictures.
@Suite struct FigureDrawingTests {
    private let press = SmallPress()

    private let scene = Scene(
        width: 120, height: 60, title: "图", description: "两条",
        shapes: [
            .rectangle(.init(origin: .init(x: 10, y: 10), width: 60, height: 16, fill: .accent, radius: 2)),
            .rectangle(.init(origin: .init(x: 70, y: 10), width: 30, height: 16, fill: .accent, hatched: true)),
            .polyline(
                [.init(x: 0, y: 55), .init(x: 60, y: 40), .init(x: 120, y: 50)], .init(ink: .second, width: 2, dashed: true)),
            .text(.init(content: "标签甲", at: .init(x: 10, y: 45))),
            .text(.init(content: "12.5%", at: .init(x: 110, y: 45), anchor: .end, bold: true, rimmed: true)),
        ])

    private func printed(_ elements: Int, isPacked: Bool = true, usesColours: Bool = true) throws -> (
        drawn: DrawnPDF, bytes: [UInt8]
    ) {
        var structure = StructureTree()
        var page = Page<TextBlock>(label: .arabic(1))
        let block = press.fonts.layOut(TextRequest("图前的话", TextStyle(.body, size: 12, leading: 18), width: 300))
        page.texts = [PlacedText(block, lines: 0..<1, x: 0, y: 0, element: structure.add(.paragraph))]
        page.rules = [Rule(fromX: 0, fromY: 20, toX: 300, toY: 20)]
        for index in 0..<2 {
            let element = index < elements ? structure.add(.figure(alternate: scene.description)) : nil
            page.figures.append(scene.placed(x: 0, y: 30 + Double(index) * 80, scale: 1, element: element, measurer: press.fonts))
        }
        var document = try PDFDocument(width: 400, height: 600, usesColours: usesColours)
        try document.add(page, left: 50, top: 50)
        let drawn = try document.end()
        let bytes = try drawn.finished(structure, bookmarks: [], metadata: SmallPress.metadata, packed: isPacked)
        return (drawn, bytes)
    }

    @Test("A chart is one mark, its text is read back, its box stands in the structure; ornaments do not")
    func figureIsOnePiece() throws {
        let (drawn, bytes) = try printed(1)
        #expect(drawn.pages[0].pieces.count == 2)
        #expect(drawn.pages[0].pieces[1].box == Box(left: 50, top: 80, right: 170, bottom: 140))
        let text = String(decoding: try printed(1, isPacked: false).bytes, as: UTF8.self)
        #expect(text.components(separatedBy: "/S/Figure").count == 2)
        #expect(text.contains("/BBox[50 460 170 520]"))
        let read = try PDFText.read(bytes)
        #expect(read.components(separatedBy: "标签甲").count == 3 && read.contains("12.5%"))
        let before = try PDFPixels.pages(of: printed(1, usesColours: false).drawn.bytes, resolution: 100)
        #expect(before == (try PDFPixels.pages(of: bytes, resolution: 100)))
        #expect(bytes == (try printed(1).bytes))
    }

    @Test("Two charts are an element each")
    func twoFigures() throws {
        let (drawn, bytes) = try printed(2, isPacked: false)
        #expect(drawn.pages[0].pieces.count == 3)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.components(separatedBy: "/S/Figure").count == 3)
    }

    @Test("A chart without content is not drawn and takes no room")
    func emptyFigure() throws {
        var structure = StructureTree()
        let element = structure.add(.figure(alternate: "空"))
        var page = Page<TextBlock>(label: .none)
        let nothing = Scene(height: 10, title: "", description: "", shapes: [])
        page.figures = [nothing.placed(scale: 1, element: element, measurer: press.fonts)]
        var document = try PDFDocument(width: 400, height: 600)
        try document.add(page, left: 0, top: 0)
        let drawn = try document.end()
        #expect(drawn.pages[0].pieces.isEmpty)
        #expect(try drawn.finished(structure, bookmarks: [], metadata: SmallPress.metadata).count > 500)
    }

    @Test("PNG: twice the size, not blank, the same each time")
    func png() throws {
        let bytes = try press.fonts.png(scene)
        let picture = try Picture(png: bytes)
        #expect((picture.width, picture.height) == (240, 120))
        // Within the plain bar, within the hatched one, and on empty paper.
        #expect(picture[60, 36] == [0x1F, 0x5F, 0xAE])
        let hatched = Set((142..<198).map { picture[$0, 36] })
        #expect(hatched.contains([0x1F, 0x5F, 0xAE]) && hatched.contains([0xE8, 0xED, 0xF3]))
        #expect(picture[2, 2] == [255, 255, 255])
        let lettering = (22..<100).flatMap { x in (62..<92).map { y in picture[x, y] } }
        #expect(lettering.contains { $0[0] < 80 })
        #expect(bytes == (try SmallPress().fonts.png(scene)))
        #expect(try Picture(png: press.fonts.png(scene, scale: 1)).width == 120)
    }

    @Test("A picture too large to draw is an error")
    func hugePicture() {
        let huge = Scene(width: 1_000_000, height: 10, title: "", description: "", shapes: [])
        #expect(throws: PrintingError.self) { try press.fonts.png(huge) }
    }
}
