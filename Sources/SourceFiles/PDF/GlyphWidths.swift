/// How wide the glyphs of a font are, in parts of the font's size (ISO 32000-1, 9.6.2 and 9.7.4.3).
///
/// They tell where a string ends on its line. A width that the font does not give counts as none.
struct GlyphWidths {
    private var widths: [Int: Double] = [:]
    private var usual = 0.0

    /// Of a font with codes of one byte.
    init(simple font: [String: PDFValue], _ objects: PDFObjects) throws(ReadingError) {
        let first = try objects.integer(font["FirstChar"]) ?? 0
        for (offset, value) in (try objects.array(font["Widths"]) ?? []).prefix(256).enumerated() {
            widths[first &+ offset] = (try objects.resolved(value).real ?? 0) / 1_000
        }
    }

    /// Of a font with longer codes.
    init(composite font: [String: PDFValue], _ objects: PDFObjects, _ budget: ReadingBudget) throws(ReadingError) {
        let descendant = try objects.dictionary(try objects.array(font["DescendantFonts"])?.first) ?? [:]
        usual = (try objects.resolved(descendant["DW"]).real ?? 1_000) / 1_000
        var rest = (try objects.array(descendant["W"]) ?? [])[...]
        while let first = rest.popFirst(), let second = rest.popFirst() {
            guard let code = try objects.integer(first) else { continue }
            if let list = try objects.array(second) {
                for (offset, value) in list.enumerated() { widths[code &+ offset] = (value.real ?? 0) / 1_000 }
            } else if let last = try objects.integer(second), let width = try objects.resolved(rest.popFirst()).real {
                guard code >= 0, last >= code, last < 0x20000 else { continue }
                try budget.spend(steps: last - code)
                for number in code...last { widths[number] = width / 1_000 }
            }
        }
    }

    subscript(code: Int) -> Double {
        widths[code] ?? usual
    }
}
