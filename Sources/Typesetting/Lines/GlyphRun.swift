internal import CPango

/// Owns the glyphs of a stretch of text in one font.
final class GlyphRun {
    let pointer: UnsafeMutablePointer<PangoGlyphItem>

    /// - Parameters:
    ///   - item: is taken over.
    ///   - text: the whole text that `item` is from, with `length` bytes.
    init?(_ item: UnsafeMutablePointer<PangoItem>, text: UnsafePointer<CChar>, length: Int) {
        guard let memory = g_slice_alloc0(gsize(MemoryLayout<PangoGlyphItem>.size)), let glyphs = pango_glyph_string_new() else {
            pango_item_free(item)
            return nil
        }
        let start = text + Int(item.pointee.offset)
        pango_shape_with_flags(
            start, item.pointee.length, text, Int32(clamping: length), &item.pointee.analysis, glyphs, PANGO_SHAPE_NONE)
        pointer = memory.assumingMemoryBound(to: PangoGlyphItem.self)
        pointer.pointee.item = item
        pointer.pointee.glyphs = glyphs
    }

    private init(_ pointer: UnsafeMutablePointer<PangoGlyphItem>) {
        self.pointer = pointer
    }

    deinit {
        pango_glyph_item_free(pointer)
    }

    /// The bytes of the text that it shows.
    var bytes: Range<Int> {
        guard let item = pointer.pointee.item else { return 0..<0 }
        return Int(item.pointee.offset)..<Int(item.pointee.offset + item.pointee.length)
    }

    /// Odd where it runs from right to left.
    var level: UInt8 { pointer.pointee.item?.pointee.analysis.level ?? 0 }

    /// In pt.
    var width: Double {
        Double(pango_glyph_string_get_width(pointer.pointee.glyphs)) / Double(PANGO_SCALE)
    }

    /// Cuts it into pieces, which end at `places` where they lie inside of it; it becomes the last one.
    ///
    /// Pango moves all glyphs behind a cut, so that cutting off line after line would take long.
    func cut(at places: ArraySlice<Int>, text: UnsafePointer<CChar>) -> [GlyphRun] {
        let bytes = bytes
        let inside = places.drop { $0 <= bytes.lowerBound }.prefix { $0 < bytes.upperBound }
        guard !inside.isEmpty else { return [self] }
        let middle = inside.startIndex + inside.count / 2
        let split = pango_glyph_item_split(pointer, text, Int32(clamping: inside[middle] - bytes.lowerBound))
        guard let before = split.map(GlyphRun.init) else { return [self] }
        return before.cut(at: inside[..<middle], text: text) + cut(at: inside[(middle + 1)...], text: text)
    }
}

extension GlyphRun {
    /// The runs of a line from left to right (Unicode's bidirectional algorithm, rule L2).
    static func inVisualOrder(_ runs: [GlyphRun]) -> [GlyphRun] {
        let levels = runs.map(\.level)
        guard let highest = levels.max(), highest > 0 else { return runs }
        var order = Array(runs.indices)
        for level in stride(from: highest, to: 0, by: -1) {
            var start = 0
            while start < order.count {
                var end = start
                while end < order.count, levels[order[end]] >= level { end += 1 }
                order[start..<end].reverse()
                start = max(end, start + 1)
            }
        }
        return order.map { runs[$0] }
    }
}
