internal import BookLayout
internal import CHarfBuzz
internal import CPango

/// The fonts of one document, cut down to the glyphs that it shows.
///
/// Cairo looks through all characters of a font for every glyph that is new in a document, and reads the whole font to embed a
/// part of it. With small fonts both take no time, and what is embedded is the same. How large their glyphs are is remembered
/// from document to document, see ``GlyphMeasures``.
final class DocumentFaces {
    /// By the font that the texts were laid out with.
    private var fonts: [UnsafeMutablePointer<PangoFont>: SmallFont] = [:]

    /// A small font in one size, and its number for each glyph of the whole font.
    struct SmallFont {
        let scaled: OpaquePointer
        fileprivate let glyphs: OpaquePointer

        /// - Returns: `nil` for a glyph that the small font does not hold.
        func glyph(_ glyph: UInt32) -> UInt? {
            let own = hb_map_get(glyphs, glyph)
            return own == UInt32.max ? nil : UInt(own)
        }
    }

    /// What is used of a font file.
    private struct Use {
        let glyphs = hb_set_create()
        let characters = hb_set_create()
        /// The glyphs one by one.
        var shown: [UInt32] = []
        /// Its sizes.
        var fonts: [UnsafeMutablePointer<PangoFont>] = []

        mutating func add(_ infos: UnsafeBufferPointer<PangoGlyphInfo>) {
            for info in infos where info.glyph < GlyphRun.empty && hb_set_has(glyphs, info.glyph) == 0 {
                hb_set_add(glyphs, info.glyph)
                shown.append(info.glyph)
            }
        }

        /// Whether each glyph is the one that a font has for one of the characters; HarfBuzz goes through all characters of the
        /// font where it is told of glyphs.
        func hasUsualGlyphs(of face: OpaquePointer) -> Bool {
            guard let font = hb_font_create(face), let usual = hb_set_create() else { return false }
            defer {
                hb_font_destroy(font)
                hb_set_destroy(usual)
            }
            var character = UInt32.max
            while hb_set_next(characters, &character) != 0 {
                var glyph: UInt32 = 0
                if hb_font_get_nominal_glyph(font, character, &glyph) != 0 { hb_set_add(usual, glyph) }
            }
            return hb_set_is_subset(glyphs, usual) != 0
        }
    }

    /// - Parameter pages: everything that will be drawn with them.
    init(_ pages: [Page<TextBlock>], _ measures: GlyphMeasures) {
        var uses: [OpaquePointer: Use] = [:]
        var faces: [UnsafeMutablePointer<PangoFont>: OpaquePointer] = [:]
        // Labels and heads are the same texts on many pages.
        var seen: Set<ObjectIdentifier> = []
        for text in pages.lazy.flatMap({ $0.texts + $0.figures.flatMap { $0.labels.map(\.text) } }).map(\.block.text)
        where seen.insert(ObjectIdentifier(text)).inserted {
            for run in text.lines.lazy.flatMap(\.runs) {
                guard let font = run.font, let face = faces[font] ?? cpango_hb_face(font) else { continue }
                if faces.updateValue(face, forKey: font) == nil { uses[face, default: Use()].fonts.append(font) }
                uses[face]?.add(run.glyphs)
                guard let characters = uses[face]?.characters else { continue }
                for scalar in text.string(of: run).unicodeScalars { hb_set_add(characters, scalar.value) }
            }
        }
        for (face, use) in uses {
            add(face, use, measures)
            hb_set_destroy(use.glyphs)
            hb_set_destroy(use.characters)
        }
    }

    deinit {
        for font in fonts.values {
            cairo_scaled_font_destroy(font.scaled)
            hb_map_destroy(font.glyphs)
        }
    }

    /// - Returns: `nil` for a font that could not be cut down.
    subscript(font: UnsafeMutablePointer<PangoFont>) -> SmallFont? { fonts[font] }

    private func add(_ face: OpaquePointer, _ use: Use, _ measures: GlyphMeasures) {
        guard let (small, glyphs) = DocumentFaces.subset(face, use, measures) else { return }
        defer {
            cairo_font_face_destroy(small)
            hb_map_destroy(glyphs)
        }
        for font in use.fonts {
            guard let whole = cpango_scaled_font(font), let options = cairo_font_options_create() else { continue }
            defer { cairo_font_options_destroy(options) }
            var size = cairo_matrix_t()
            var page = cairo_matrix_t()
            cairo_scaled_font_get_font_matrix(whole, &size)
            cairo_scaled_font_get_ctm(whole, &page)
            cairo_scaled_font_get_font_options(whole, options)
            guard let scaled = cairo_scaled_font_create(small, &size, &page, options) else { continue }
            if cairo_scaled_font_status(scaled) == CAIRO_STATUS_SUCCESS {
                fonts[font] = SmallFont(scaled: scaled, glyphs: hb_map_reference(glyphs))
            } else {
                cairo_scaled_font_destroy(scaled)
            }
        }
    }

    /// The face with what is used of it, and the new number of each glyph; the caller owns both.
    private static func subset(
        _ face: OpaquePointer, _ use: Use, _ measures: GlyphMeasures
    ) -> (face: OpaquePointer, glyphs: OpaquePointer)? {
        guard let variations = hb_face_reference_table(face, tag("fvar")),
            let outlines = hb_face_reference_table(face, tag("CFF ")), let input = hb_subset_input_create_or_fail()
        else { return nil }
        defer {
            hb_blob_destroy(variations)
            hb_blob_destroy(outlines)
            hb_subset_input_destroy(input)
        }
        // A font of many weights would lose the one that is set; of a coloured one Cairo draws pictures.
        guard hb_blob_get_length(variations) == 0, !isColoured(face) else { return nil }
        if !use.hasUsualGlyphs(of: face) { hb_set_union(hb_subset_input_glyph_set(input), use.glyphs) }
        hb_set_union(hb_subset_input_unicode_set(input), use.characters)
        let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for name in ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"] { hb_set_add(dropped, tag(name)) }
        hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue)
        guard let plan = hb_subset_plan_create_or_fail(face, input) else { return nil }
        defer { hb_subset_plan_destroy(plan) }
        guard let subset = hb_subset_plan_execute_or_fail(plan) else { return nil }
        defer { hb_face_destroy(subset) }
        if hb_blob_get_length(outlines) > 0 {
            // Readers measure lines by the box of the whole font, which stands there.
            guard let head = hb_face_reference_table(face, tag("head")) else { return nil }
            defer { hb_blob_destroy(head) }
            guard hb_face_builder_add_table(subset, tag("head"), head) != 0 else { return nil }
        }
        guard let glyphs = hb_subset_plan_old_to_new_glyph_mapping(plan), let blob = hb_face_reference_blob(subset) else {
            return nil
        }
        defer { hb_blob_destroy(blob) }
        var wholes = [UInt32](repeating: .max, count: Int(hb_face_get_glyph_count(subset)))
        for glyph in use.shown {
            let own = Int(hb_map_get(glyphs, glyph))
            if wholes.indices.contains(own) { wholes[own] = glyph }
        }
        var length: UInt32 = 0
        guard let bytes = hb_blob_get_data(blob, &length),
            let small = cpango_face_of_bytes(
                bytes, length, measures.of(face).map(UnsafeMutableRawPointer.init), wholes, UInt32(wholes.count))
        else { return nil }
        return (small, hb_map_reference(glyphs))
    }

    private static func isColoured(_ face: OpaquePointer) -> Bool {
        ["CBDT", "sbix", "COLR", "SVG "].contains { name in
            guard let table = hb_face_reference_table(face, tag(name)) else { return false }
            defer { hb_blob_destroy(table) }
            return hb_blob_get_length(table) > 0
        }
    }

    private static func tag(_ name: String) -> hb_tag_t {
        hb_tag_from_string(name, Int32(name.utf8.count))
    }
}
