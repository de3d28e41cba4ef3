internal import CPango

/// Justifies a line by small spaces between Chinese characters.
///
/// Pango's own way gives all the stretch to the first blank of a line.
enum LineStretch {
    /// - Parameters:
    ///   - amount: what the line lacks, in pt.
    ///   - size: of the font in pt; beyond a quarter of it a gap, readers take it for a word's end.
    static func stretch(_ line: UnsafeMutablePointer<PangoLayoutLine>, by amount: Double, size: Double, bytes: [UInt8]) {
        guard amount > 0.02 else { return }
        var gaps = 0
        forEachGap(line, bytes) { _ in gaps += 1 }
        guard gaps > 1 else { return }
        let each = min(amount / Double(gaps - 1), size / 4)
        let width = Int32((each * Double(PANGO_SCALE)).rounded(.down))
        var left = gaps - 1
        forEachGap(line, bytes) { glyph in
            guard left > 0 else { return }
            left -= 1
            glyph.pointee.geometry.width += width
        }
    }

    private static func forEachGap(
        _ line: UnsafeMutablePointer<PangoLayoutLine>, _ bytes: [UInt8], _ body: (UnsafeMutablePointer<PangoGlyphInfo>) -> Void
    ) {
        var node = line.pointee.runs
        while let current = node {
            node = current.pointee.next
            guard let run = current.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self), let item = run.pointee.item,
                let glyphs = run.pointee.glyphs, let infos = glyphs.pointee.glyphs, let clusters = glyphs.pointee.log_clusters
            else { continue }
            for index in 0..<Int(glyphs.pointee.num_glyphs) where infos[index].geometry.width > 0 {
                let offset = Int(item.pointee.offset) + Int(clusters[index])
                // Three bytes and more begin at U+0800: of what stands in these books, everything but letters and digits.
                if offset < bytes.count, bytes[offset] >= 0xE0 || bytes[offset] == 0x20 { body(infos + index) }
            }
        }
    }
}
