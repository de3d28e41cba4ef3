internal import CFontconfig
internal import CPango
internal import CShortcuts
internal import Synchronization

/// Keeps the font files of all contexts open in Cairo for as long as the process lives.
///
/// Cairo 1.16 closes a font file whenever an eleventh is opened, and looks for one that nobody uses without waiting for those
/// who are just beginning to: with several workers it closes a face under another's hands. A locked face is never closed; and
/// opened one after the other here, none is opened while another is.
enum OpenFaces {
    private static let opened = Mutex<Set<String>>([])

    /// Opens all fonts of a configuration that are not open yet.
    static func open(_ configuration: OpaquePointer) {
        opened.withLock { opened in
            for (pattern, face) in FontConfiguration.fonts(of: configuration)
            where opened.insert("\(face.path)#\(face.index)").inserted {
                open(pattern: pattern)
            }
        }
    }

    /// Opens all fonts of a set before any context asks for them.
    static func open(_ fonts: FontSet) {
        guard let configuration = fonts.configuration.load() else { return }
        share(configuration)
        open(configuration)
        FcConfigDestroy(configuration)
    }

    /// Lets all threads read the files of a configuration from one place in memory.
    static func share(_ configuration: OpaquePointer) {
        for path in Set(FontConfiguration.fonts(of: configuration).map(\.face.path)) { cshortcuts_share_file(path) }
    }

    private static func open(pattern: OpaquePointer) {
        guard let face = cpango_face(UnsafeMutableRawPointer(pattern)) else { return }
        defer { cairo_font_face_destroy(face) }
        var size = cairo_matrix_t(xx: 16, yx: 0, xy: 0, yy: 16, x0: 0, y0: 0)
        var page = cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        guard let scaled = cairo_scaled_font_create(face, &size, &page, options) else { return }
        // Neither unlocked nor released: that is what keeps it open.
        if cairo_scaled_font_status(scaled) == CAIRO_STATUS_SUCCESS, cpango_lock_face(scaled) == 0 {
            cairo_scaled_font_destroy(scaled)
        }
    }
}
