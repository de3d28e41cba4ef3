public import BookLayout
internal import CPango

extension FontContext {
    /// Draws a scene as a PNG picture on white, for mails.
    ///
    /// Texts are laid out at the size in which they are drawn, so that hinting changes nothing; the same scene and fonts give
    /// the same bytes.
    ///
    /// - Parameter scale: pixels to the scene's unit; 2 is sharp on a phone.
    /// - Throws: ``PrintingError/drawing(_:)`` when Cairo fails, for example because the picture would be too large.
    public func png(_ scene: Scene, scale: Double = 2) throws(PrintingError) -> [UInt8] {
        let figure = scene.placed(scale: scale, element: nil, measurer: self)
        let (width, height) = (figure.width.rounded(.up), figure.height.rounded(.up))
        guard (1...16_000).contains(width), (1...16_000).contains(height) else { throw .drawing("picture of \(width)×\(height)") }
        let image = try ImageSurface(width: Int32(width), height: Int32(height))
        figure.draw(in: .screen, on: image.cairo, element: nil)
        return try image.png()
    }
}

/// A picture in memory, white to begin with.
private struct ImageSurface: ~Copyable {
    private let surface: OpaquePointer
    let cairo: OpaquePointer

    init(width: Int32, height: Int32) throws(PrintingError) {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height) else { throw .drawing("no surface") }
        let cairo = try CairoDrawing.context(on: surface)
        cairo_set_source_rgb(cairo, 1, 1, 1)
        cairo_paint(cairo)
        self.surface = surface
        self.cairo = cairo
    }

    deinit {
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    func png() throws(PrintingError) -> [UInt8] {
        try PrintingError.check(cairo_status(cairo))
        let sink = ByteSink()
        let status = cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.closure)
        try PrintingError.check(status)
        return withExtendedLifetime(sink) { sink.bytes }
    }
}
