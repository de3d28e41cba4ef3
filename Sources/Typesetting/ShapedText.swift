internal import BookLayout
internal import CPango

/// Owns a Pango layout and its lines.
final class ShapedText {
    private let layout: OpaquePointer
    private(set) var lines: [Line] = []
    let size: Double
    /// Whether there is nothing to be seen of it.
    let isBlank: Bool
    /// Characters that no font can draw, each once.
    let missing: [MissingGlyph]

    struct Line {
        let pointer: UnsafeMutablePointer<PangoLayoutLine>
        let x: Double
        let end: Double
    }

    init(_ request: TextRequest, in fonts: FontContext) {
        layout = pango_layout_new(fonts.context)
        size = request.style.size
        isBlank = request.text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
        ShapedText.configure(layout, request, fonts)
        let bytes = Array(request.text.utf8)
        missing = GlyphScan(layout, bytes: bytes).missing.map { MissingGlyph(character: $0, origin: request.origin) }
        collectLines(request, bytes: bytes)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(layout))
    }

    private static func configure(_ layout: OpaquePointer, _ request: TextRequest, _ fonts: FontContext) {
        let style = request.style
        let unit = Double(PANGO_SCALE)
        pango_layout_set_font_description(layout, fonts.description(of: style))
        pango_layout_set_width(layout, Int32(clamping: Int(request.width * unit + 1)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_auto_dir(layout, 0)
        if request.indent > 0 { pango_layout_set_indent(layout, Int32(clamping: Int(request.indent * unit))) }
        if request.oneLine {
            pango_layout_set_single_paragraph_mode(layout, 1)
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
        }
        switch request.alignment {
        case .center: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        case .trailing: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        case .leading, .justified: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
        }
        let attributes = LayoutAttributes()
        if style.letterSpacing != 0 {
            attributes.add(pango_attr_letter_spacing_new(Int32((style.letterSpacing * unit).rounded(.down))))
        }
        let (features, latin) = (fonts.role(style.setRole).features, fonts.role(style.setRole).latin)
        if !features.isEmpty { attributes.add(pango_attr_font_features_new(features)) }
        if !latin.isEmpty {
            let families = latin.joined(separator: ",")
            for range in LatinRuns.ranges(in: request.text) { attributes.add(pango_attr_family_new(families), range) }
        }
        for range in LineStarts.inseparable(in: request.text) { attributes.add(pango_attr_allow_breaks_new(0), range) }
        attributes.apply(to: layout)
        pango_layout_set_text(layout, request.text, Int32(clamping: request.text.utf8.count))
    }

    /// Undoes Pango's shifting of one font against another.
    ///
    /// It aligns the lower edges of their em boxes, and guesses those that a font does not tell.
    private static func standOnOneBaseline(_ line: UnsafeMutablePointer<PangoLayoutLine>) {
        var node = line.pointee.runs
        while let current = node {
            node = current.pointee.next
            current.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee.y_offset = 0
        }
    }

    private func collectLines(_ request: TextRequest, bytes: [UInt8]) {
        guard let iterator = pango_layout_get_iter(layout) else { return }
        defer { pango_layout_iter_free(iterator) }
        let unit = Double(PANGO_SCALE)
        let isJustified = request.alignment == .justified
        let count = pango_layout_get_line_count(layout)
        lines.reserveCapacity(Int(count))
        repeat {
            guard let line = pango_layout_iter_get_line(iterator) else { continue }
            ShapedText.standOnOneBaseline(line)
            var logical = PangoRectangle()
            pango_layout_iter_get_line_extents(iterator, nil, &logical)
            let x = Double(logical.x) / unit
            lines.append(Line(pointer: line, x: x, end: x + Double(logical.width) / unit))
        } while pango_layout_iter_next_line(iterator) != 0
        guard isJustified else { return }
        for index in lines.indices.dropLast() where pango_layout_line_is_paragraph_start(lines[index + 1].pointer) == 0 {
            let line = lines[index]
            LineStretch.stretch(line.pointer, by: request.width - line.end, size: size, bytes: bytes)
            var logical = PangoRectangle()
            pango_layout_line_get_extents(line.pointer, nil, &logical)
            lines[index] = Line(pointer: line.pointer, x: line.x, end: line.x + Double(logical.width) / unit)
        }
    }
}
