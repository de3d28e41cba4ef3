internal import CPango

/// Drawing failed in the graphics library.
public struct CairoError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Cairo's own words.
    public let message: String

    public var description: String { "绘制失败：\(message)" }

    static func check(_ status: cairo_status_t) throws(CairoError) {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        throw CairoError(message: String(cString: cairo_status_to_string(status)))
    }
}
