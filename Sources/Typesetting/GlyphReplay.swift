package import BookLayout
internal import CPango

/// Pages of which nothing is left but glyphs at their places, as Cairo takes them: what no way of drawing with Cairo can be
/// quicker than. For the benchmark alone.
package struct GlyphReplay {
    struct Run {
        let font: OpaquePointer
        let glyphs: PlacedGlyphs
        let text: [CChar]
    }

    private let pages: [[Run]]
    /// Keeps the fonts.
    private let blocks: [TextBlock]

    package init(_ pages: [Page<TextBlock>]) {
        self.pages = pages.map { $0.texts.flatMap { $0.block.placedRuns($0.lines, x: $0.x, y: $0.y) } }
        blocks = pages.flatMap { $0.texts.map(\.block) }
    }

    /// Draws all pages with the fonts as they are, and without structure.
    ///
    /// - Returns: how many bytes the file has.
    package func draw(width: Double, height: Double) throws(PrintingError) -> Int {
        let sink = ByteSink()
        guard let surface = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, width, height) else {
            throw .drawing("no surface")
        }
        let cairo = try CairoDrawing.context(on: surface)
        for page in pages {
            for run in page {
                cairo_set_scaled_font(cairo, run.font)
                run.text.withUnsafeBufferPointer { if let text = $0.baseAddress { run.glyphs.show(text, $0.count, on: cairo) } }
            }
            cairo_show_page(cairo)
        }
        cairo_surface_finish(surface)
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
        return sink.bytes.count
    }
}
