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

    var font: UnsafeMutablePointer<PangoFont>? { pointer.pointee.item?.pointee.analysis.font }

    var glyphs: UnsafeBufferPointer<PangoGlyphInfo> {
        guard let string = pointer.pointee.glyphs else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: string.pointee.glyphs, count: Int(string.pointee.num_glyphs))
    }

    /// In pt.
    var width: Double {
        Double(pango_glyph_string_get_width(pointer.pointee.glyphs)) / Double(PANGO_SCALE)
    }

    /// Whether it is drawn in one of the document's own fonts, from left to right: Pango draws boxes for what no font has, and
    /// pictures where a font is coloured.
    func isPlain(in faces: DocumentFaces) -> Bool {
        guard let font, faces[font] != nil, level.isMultiple(of: 2) else { return false }
        return glyphs.allSatisfy { $0.glyph <= GlyphRun.empty }
    }

    /// PANGO_GLYPH_EMPTY; what is no glyph of the font has greater numbers.
    static let empty: UInt32 = 0x0FFF_FFFF

    /// Whether one of its glyphs has an outline.
    var hasInk: Bool {
        var ink = PangoRectangle()
        pango_glyph_string_extents(pointer.pointee.glyphs, font, &ink, nil)
        return ink.width > 0 && ink.height > 0
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

extension GlyphRun {
    /// Draws the run with its baseline at `y`.
    ///
    /// - Parameters:
    ///   - text: the whole text that it is from.
    ///   - faces: the document's own fonts.
    func draw(x: Double, y: Double, text: UnsafePointer<CChar>, faces: DocumentFaces?, on cairo: OpaquePointer) {
        if let small = font.flatMap({ faces?[$0] }), draw(x: x, y: y, text: text, small, on: cairo) { return }
        cairo_move_to(cairo, x, y)
        pango_cairo_show_glyph_item(cairo, text, pointer)
    }

    /// As Pango draws it: glyphs with the text that each stands for.
    ///
    /// - Returns: false where it is better left to Pango, and nothing is drawn.
    private func draw(
        x: Double, y: Double, text: UnsafePointer<CChar>, _ small: DocumentFaces.SmallFont, on cairo: OpaquePointer
    ) -> Bool {
        // Cairo rounds the place, and with it Pango those of all glyphs.
        var (x, y) = (x, y)
        cairo_move_to(cairo, x, y)
        cairo_get_current_point(cairo, &x, &y)
        guard let placed = placed(x: x, y: y, number: small.glyph) else { return false }
        cairo_set_scaled_font(cairo, small.scaled)
        placed.show(text + bytes.lowerBound, bytes.count, on: cairo)
        return true
    }

    /// Its glyphs at their places.
    ///
    /// - Parameter number: of a glyph in the font that is drawn with.
    /// - Returns: `nil` where it is better left to Pango.
    func placed(x: Double, y: Double, number: (UInt32) -> UInt?) -> PlacedGlyphs? {
        guard level.isMultiple(of: 2), let starts = pointer.pointee.glyphs?.pointee.log_clusters else { return nil }
        let (length, infos) = (bytes.count, glyphs)
        let unit = Double(PANGO_SCALE)
        var placed = PlacedGlyphs()
        placed.glyphs.reserveCapacity(infos.count)
        placed.clusters.reserveCapacity(infos.count)
        var place: Int32 = 0
        for (index, info) in infos.enumerated() {
            if index == 0 || starts[index] != starts[index - 1] {
                let next = (index + 1..<infos.count).first { starts[$0] != starts[index] }
                let end = next.map { starts[$0] } ?? Int32(clamping: length)
                guard end > starts[index] else { return nil }
                placed.clusters.append(cairo_text_cluster_t(num_bytes: end - starts[index], num_glyphs: 0))
            }
            if info.glyph != GlyphRun.empty {
                guard let glyph = number(info.glyph) else { return nil }
                placed.glyphs.append(
                    cairo_glyph_t(
                        index: glyph, x: x + Double(place + info.geometry.x_offset) / unit,
                        y: y + Double(info.geometry.y_offset) / unit))
                placed.clusters[placed.clusters.count - 1].num_glyphs += 1
            }
            place += info.geometry.width
        }
        return placed
    }
}

/// Glyphs as Cairo takes them, with the text that each stands for.
struct PlacedGlyphs {
    fileprivate var glyphs: [cairo_glyph_t] = []
    fileprivate var clusters: [cairo_text_cluster_t] = []

    /// Draws them in the font that is set.
    func show(_ text: UnsafePointer<CChar>, _ length: Int, on cairo: OpaquePointer) {
        cairo_show_text_glyphs(
            cairo, text, Int32(clamping: length), glyphs, Int32(clamping: glyphs.count), clusters,
            Int32(clamping: clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
    }
}
