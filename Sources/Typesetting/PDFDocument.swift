internal import CPango

/// A PDF that grows page by page in memory.
///
/// Lengths are in pt from the page's upper left corner.
public struct PDFDocument: ~Copyable {
    private let surface: OpaquePointer
    let cairo: OpaquePointer
    private let sink: Sink

    /// What Cairo has written so far.
    private final class Sink {
        var bytes: [UInt8] = []
    }

    public struct Metadata: Hashable, Sendable {
        public var title: String
        public var author: String
        public var subject: String
        /// ISO 8601 with a time zone, such as `2024-01-01T00:00:00Z`.
        public var created: String

        public init(title: String, author: String, subject: String, created: String) {
            self.title = title
            self.author = author
            self.subject = subject
            self.created = created
        }
    }

    public init(width: Double, height: Double, _ metadata: Metadata) throws(CairoError) {
        let sink = Sink()
        let write: cairo_write_func_t = { closure, data, count in
            guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
            let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
            sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
            return CAIRO_STATUS_SUCCESS
        }
        guard let surface = cairo_pdf_surface_create_for_stream(write, Unmanaged.passUnretained(sink).toOpaque(), width, height)
        else {
            throw CairoError(message: "no surface")
        }
        guard let cairo = cairo_create(surface) else {
            cairo_surface_destroy(surface)
            throw CairoError(message: "no drawing context")
        }
        let status = cairo_status(cairo)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_destroy(cairo)
            cairo_surface_destroy(surface)
            throw CairoError(message: String(cString: cairo_status_to_string(status)))
        }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, metadata.title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, metadata.author)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, metadata.subject)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "goalbook")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, metadata.created)
        self.surface = surface
        self.cairo = cairo
        self.sink = sink
    }

    deinit {
        // Cairo writes once more when it ends; the sink must still be there.
        cairo_surface_finish(surface)
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
        withExtendedLifetime(sink) {}
    }

    public func endPage() {
        cairo_show_page(cairo)
    }

    /// Sets how viewers number the current page.
    public func setPageLabel(_ label: String) {
        cairo_pdf_surface_set_page_label(surface, label)
    }

    /// Adds a bookmark.
    ///
    /// - Parameters:
    ///   - parent: what an earlier call returned, or 0 for the top level.
    ///   - name: of a destination.
    @discardableResult
    public func addBookmark(_ title: String, to name: String, under parent: Int, isOpen: Bool) -> Int {
        let flags = isOpen ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(rawValue: 0)
        return Int(cairo_pdf_surface_add_outline(surface, Int32(clamping: parent), title, "dest='\(name)'", flags))
    }

    /// Writes the rest and gives the file.
    public consuming func finish() throws(CairoError) -> [UInt8] {
        cairo_surface_finish(surface)
        try CairoError.check(cairo_status(cairo))
        try CairoError.check(cairo_surface_status(surface))
        return sink.bytes
    }
}
