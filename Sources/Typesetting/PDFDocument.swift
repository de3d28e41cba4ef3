public import BookLayout
internal import CPango
internal import CShortcuts

/// A PDF that grows page by page in memory.
///
/// Lengths are in pt from the page's upper left corner.
public struct PDFDocument: ~Copyable {
    private let surface: OpaquePointer
    let cairo: OpaquePointer
    private let sink: ByteSink
    /// The whole page.
    let sheet: Box
    var pages: [DrawnPage] = []
    private(set) var faces: DocumentFaces?
    private let finishing: PageFinishing?
    /// Whether texts are marked by colours, and not by tags.
    let usesColours: Bool

    /// - Parameters:
    ///   - structure: that of the file; with it each page is finished as soon as it is drawn, and not with all others.
    ///   - idle: who may help with that.
    ///   - usesColours: `false` draws the file as it is to look, which takes longer.
    public init(
        width: Double, height: Double, structure: StructureTree? = nil, idle: (any IdleThreads)? = nil,
        usesColours: Bool = true
    ) throws(PrintingError) {
        self.usesColours = usesColours
        finishing = structure.map { PageFinishing($0, idle: idle) }
        let sink = ByteSink()
        guard let surface = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, width, height) else {
            throw .drawing("no surface")
        }
        let cairo = try CairoDrawing.context(on: surface)
        (self.surface, self.cairo, self.sink) = (surface, cairo, sink)
        sheet = Box(left: 0, top: 0, right: width, bottom: height)
    }

    deinit {
        // Cairo writes once more when it ends; the sink must still be there.
        cairo_surface_finish(surface)
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
        withExtendedLifetime(sink) {}
    }

    /// Makes fonts for the pages that will be added; without them each is drawn with the fonts that it was laid out with.
    ///
    /// - Parameter fonts: those that the pages were laid out with.
    public mutating func prepareFonts(for pages: [Page<TextBlock>], of fonts: FontContext) {
        faces = DocumentFaces(pages, fonts.measures)
    }

    /// Draws a page and ends it.
    ///
    /// - Parameters:
    ///   - left: of the type area, in pt.
    ///   - top: of the type area, in pt.
    /// - Throws: when the page does not hold exactly what was drawn.
    public mutating func add(_ page: Page<TextBlock>, left: Double, top: Double) throws(PrintingError) {
        let drawn = draw(page, left: left, top: top)
        pages.append(drawn)
        storing { cairo_show_page(cairo) }
        guard let finishing, let (object, content) = sink.takeContent() else { return }
        try finishing.add(content, object: object, of: drawn, at: pages.count - 1)
    }

    /// Ends the drawing; the file is not yet one to hand out, see ``DrawnPDF/finished(_:)``.
    public consuming func end() throws(PrintingError) -> DrawnPDF {
        storing { cairo_surface_finish(surface) }
        try PrintingError.check(cairo_status(cairo))
        try PrintingError.check(cairo_surface_status(surface))
        return DrawnPDF(
            bytes: sink.bytes, pages: pages, height: sheet.bottom, taken: sink.taken, contents: try finishing?.contents() ?? [:])
    }

    /// Lets Cairo write streams without packing them: the finisher would only unpack them again, and packs better.
    private func storing(_ body: () -> Void) {
        cshortcuts_storing(1)
        body()
        cshortcuts_storing(0)
    }
}

/// A part of making a PDF, told when it is done; for the benchmark.
package enum PrintingStep: String, Sendable {
    case layout = "排版"
    case drawing = "绘制"
    case structure = "结构"
    case contents = "页面内容"
    case writing = "写出"
    case proof = "回读校对"
}
