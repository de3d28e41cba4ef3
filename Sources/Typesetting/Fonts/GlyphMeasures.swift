internal import CHarfBuzz
internal import CPango
internal import CShortcuts

/// How large the glyphs of a worker's fonts are, remembered by their numbers in the whole fonts.
///
/// Cairo has FreeType make an outline of a glyph to measure it, in every document and in every size anew, which takes a tenth of
/// all that printing does; HarfBuzz measures it where it lies.
final class GlyphMeasures {
    private var known: [OpaquePointer: OpaquePointer] = [:]

    deinit {
        for (face, measures) in known {
            hb_face_destroy(face)
            cshortcuts_measures_release(measures)
        }
    }

    /// Those of a face, empty at first; `nil` without memory.
    func of(_ face: OpaquePointer) -> OpaquePointer? {
        if let known = known[face] { return known }
        guard let measures = cshortcuts_measures_of(UnsafeMutableRawPointer(face)) else { return nil }
        known[hb_face_reference(face)] = measures
        return measures
    }
}
