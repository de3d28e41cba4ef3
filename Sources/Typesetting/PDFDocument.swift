public import BookLayout
internal import CPango

/// A PDF that grows page by page in memory.
///
/// Lengths are in pt from the page's upper left corner.
public struct PDFDocument: ~Copyable {
    private let surface: OpaquePointer
    let cairo: OpaquePointer
    private let sink: Sink
    private let height: Double
    var pages: [DrawnPage] = []

    /// What Cairo has written so far.
    private final class Sink {
        var bytes: [UInt8] = []
    }

    public init(width: Double, height: Double) throws(PrintingError) {
        let sink = Sink()
        let write: cairo_write_func_t = { closure, data, count in
            guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
            let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
            sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
            return CAIRO_STATUS_SUCCESS
        }
        guard let surface = cairo_pdf_surface_create_for_stream(write, Unmanaged.passUnretained(sink).toOpaque(), width, height)
        else {
            throw .drawing("no surface")
        }
        guard let cairo = cairo_create(surface) else {
            cairo_surface_destroy(surface)
            throw .drawing("no drawing context")
        }
        let status = cairo_status(cairo)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_destroy(cairo)
            cairo_surface_destroy(surface)
            throw .drawing(String(cString: cairo_status_to_string(status)))
        }
        self.surface = surface
        self.cairo = cairo
        self.sink = sink
        self.height = height
    }

    deinit {
        // Cairo writes once more when it ends; the sink must still be there.
        cairo_surface_finish(surface)
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
        withExtendedLifetime(sink) {}
    }

    /// Draws a page and ends it.
    ///
    /// - Parameters:
    ///   - left: of the type area, in pt.
    ///   - top: of the type area, in pt.
    public mutating func add(_ page: Page<TextBlock>, left: Double, top: Double) {
        pages.append(draw(page, left: left, top: top))
        cairo_show_page(cairo)
    }

    /// Ends the drawing; the file is not yet one to hand out, see ``DrawnPDF/finished(_:)``.
    public consuming func end() throws(PrintingError) -> DrawnPDF {
        cairo_surface_finish(surface)
        try PrintingError.check(cairo_status(cairo))
        try PrintingError.check(cairo_surface_status(surface))
        return DrawnPDF(bytes: sink.bytes, pages: pages, height: height)
    }
}
