internal import CPango

/// Looks for characters that no font could draw.
struct GlyphScan {
    private(set) var missing: [Unicode.Scalar] = []

    init(_ layout: OpaquePointer, bytes: [UInt8]) {
        guard pango_layout_get_unknown_glyphs_count(layout) > 0, let iterator = pango_layout_get_iter(layout) else { return }
        defer { pango_layout_iter_free(iterator) }
        repeat {
            guard let run = pango_layout_iter_get_run_readonly(iterator), let item = run.pointee.item else { continue }
            noteUnknown(in: run, start: Int(item.pointee.offset), bytes: bytes)
        } while pango_layout_iter_next_run(iterator) != 0
    }

    private mutating func noteUnknown(in run: UnsafeMutablePointer<PangoLayoutRun>, start: Int, bytes: [UInt8]) {
        guard let glyphs = run.pointee.glyphs, let infos = glyphs.pointee.glyphs, let clusters = glyphs.pointee.log_clusters
        else {
            return
        }
        for index in 0..<Int(glyphs.pointee.num_glyphs) where infos[index].glyph & 0x1000_0000 != 0 {
            let tail = bytes[min(bytes.count, start + Int(clusters[index]))...].prefix(4)
            guard let scalar = String(decoding: tail, as: UTF8.self).unicodeScalars.first else { continue }
            note(scalar)
        }
    }

    private mutating func note(_ scalar: Unicode.Scalar) {
        let isInvisible = scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isWhitespace
        if !isInvisible, !missing.contains(scalar) { missing.append(scalar) }
    }
}
