public import BookLayout
internal import CPango

extension PDFDocument {
    /// Draws what stands on a page.
    ///
    /// - Parameters:
    ///   - left: of the type area, in pt.
    ///   - top: of the type area, in pt.
    public func draw(_ page: Page<TextBlock>, left: Double, top: Double) {
        cairo_save(cairo)
        cairo_translate(cairo, left, top)
        for mark in page.marks {
            // The anchor's place is in page coordinates; a little above the text, so that it does not touch the window.
            let place = "x=\(Int(left)) y=\(max(0, Int(top + mark.y - 12)))"
            cairo_tag_begin(cairo, "cairo.dest", "name='\(mark.name)' \(place)")
            cairo_tag_end(cairo, "cairo.dest")
        }
        for text in page.texts { draw(text) }
        draw(page.rules)
        cairo_restore(cairo)
    }

    private func draw(_ text: PlacedText<TextBlock>) {
        if text.isArtifact {
            text.block.draw(text.lines, x: text.x, y: text.y, on: cairo)
            return
        }
        // A link outside any structure tag damages the file.
        cairo_tag_begin(cairo, "P", "")
        if let name = text.link { cairo_tag_begin(cairo, "Link", "dest='\(name)'") }
        text.block.draw(text.lines, x: text.x, y: text.y, on: cairo)
        if text.link != nil { cairo_tag_end(cairo, "Link") }
        cairo_tag_end(cairo, "P")
    }

    /// One path for all rules of a kind is far smaller than one for each.
    private func draw(_ rules: [Rule]) {
        for (weight, isDotted) in Set(rules.map { Stroke(weight: $0.weight, isDotted: $0.isDotted) }).sorted().map(\.values) {
            cairo_save(cairo)
            cairo_set_line_width(cairo, weight)
            cairo_set_line_cap(cairo, isDotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_SQUARE)
            if isDotted { cairo_set_dash(cairo, [0, 4], 2, 0) }
            for rule in rules where rule.weight == weight && rule.isDotted == isDotted {
                cairo_move_to(cairo, rule.fromX, rule.fromY)
                cairo_line_to(cairo, rule.toX, rule.toY)
            }
            cairo_stroke(cairo)
            cairo_restore(cairo)
        }
    }
}

private struct Stroke: Hashable, Comparable {
    var weight: Double
    var isDotted: Bool

    var values: (Double, Bool) { (weight, isDotted) }

    static func < (a: Stroke, b: Stroke) -> Bool {
        (a.weight, a.isDotted ? 1 : 0) < (b.weight, b.isDotted ? 1 : 0)
    }
}
