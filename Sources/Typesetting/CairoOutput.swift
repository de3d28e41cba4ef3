internal import CPango

/// Cairo's output, kept in memory; it must live until Cairo has written its last byte.
final class ByteSink {
    private(set) var bytes: [UInt8] = []

    /// For Cairo, together with ``closure``.
    static let write: cairo_write_func_t = { closure, data, count in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }

    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

/// What Cairo needs to draw on a surface.
enum CairoDrawing {
    /// - Parameter surface: is destroyed when nothing can be drawn on it.
    static func context(on surface: OpaquePointer) throws(PrintingError) -> OpaquePointer {
        guard let cairo = cairo_create(surface) else {
            cairo_surface_destroy(surface)
            throw .drawing("no drawing context")
        }
        do throws(PrintingError) {
            try PrintingError.check(cairo_status(cairo))
        } catch {
            cairo_destroy(cairo)
            cairo_surface_destroy(surface)
            throw error
        }
        return cairo
    }
}
