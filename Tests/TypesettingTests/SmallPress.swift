import BookLayout
import Typesetting

/// Prints a page of a few texts.
struct SmallPress {
    var fonts = FontContext(FontSet(.builtIn))
    static let metadata = PDFMetadata(
        title: "甲县乙镇<目标书>", author: "乙镇人民政府 & 财政所", subject: "部门预算绩效目标", created: "2024-01-01T00:00:00Z")

    struct Sheet {
        var drawn: DrawnPDF
        var structure: StructureTree
    }

    /// - Parameters:
    ///   - link: where the first text leads to.
    ///   - ownFonts: as books are drawn.
    ///   - usesColours: as books are drawn, where they have their own fonts.
    func draw(_ texts: [String], role: FontRole = .body, link: String = "top", ownFonts: Bool = false, usesColours: Bool = true)
        throws(PrintingError)
        -> Sheet
    {
        var structure = StructureTree()
        var page = Page<TextBlock>(label: .arabic(1))
        page.marks = [Mark(name: "top", y: 0)]
        var y = 0.0
        for (index, text) in texts.enumerated() {
            let block = fonts.layOut(TextRequest(text, TextStyle(role, size: 12, leading: 18), width: 300))
            let paragraph = structure.add(.paragraph)
            let element =
                index == 0 ? structure.add(.link(mark: link, description: "到页首"), under: paragraph) : paragraph
            page.texts.append(PlacedText(block, lines: 0..<block.lineCount, x: 0, y: y, element: element))
            y += block.height
        }
        let head = fonts.layOut(TextRequest("页眉", TextStyle(.body, size: 9, leading: 12), width: 300))
        page.texts.append(PlacedText(head, lines: 0..<1, x: 0, y: -20, element: nil))
        page.rules = [Rule(fromX: 0, fromY: y, toX: 300, toY: y), Rule(fromX: 0, fromY: 0, toX: 9, toY: 9, isDotted: true)]
        var document = try PDFDocument(width: 400, height: 600, usesColours: usesColours)
        if ownFonts { document.prepareFonts(for: [page], of: fonts) }
        try document.add(page, left: 50, top: 50)
        return Sheet(drawn: try document.end(), structure: structure)
    }

    func print(
        _ texts: [String], role: FontRole = .body, link: String = "top",
        bookmarks: [Bookmark] = [Bookmark("首页", level: 0, mark: "top")]
    ) throws(PrintingError) -> [UInt8] {
        let sheet = try draw(texts, role: role, link: link)
        return try sheet.drawn.finished(sheet.structure, bookmarks: bookmarks, metadata: Self.metadata)
    }
}
