internal import BookLayout
internal import CPango

extension PDFDocument {
    /// Draws what stands on a page.
    ///
    /// Every text that is no artifact gets a colour of its own, by which it is found when the page is finished, see
    /// ``PieceColour``. What is more than glyphs gets one of Cairo's tags, with nothing nested.
    func draw(_ page: Page<TextBlock>, left: Double, top: Double) -> DrawnPage {
        var drawn = DrawnPage(label: page.label)
        drawn.pieces.reserveCapacity(page.texts.count + page.figures.count)
        cairo_save(cairo)
        cairo_translate(cairo, left, top)
        draw(page.tints)
        drawn.marks = page.marks.map { Mark(name: $0.name, y: top + $0.y) }
        for text in page.texts where !text.block.isBlank && !text.lines.isEmpty {
            draw(text, piece: drawn.pieces.count)
            guard let element = text.element else { continue }
            let box = text.box(left: left, top: top)
            let isShown = sheet.contains(box) && text.block.hasInk(onLines: text.lines)
            drawn.pieces.append(DrawnPage.Piece(element: element, box: box, lines: text.lines.count, isShown: isShown))
        }
        PieceColour.setBlack(on: cairo)
        draw(page.rules)
        for figure in page.figures where !figure.isEmpty {
            figure.draw(in: .print, faces: faces, on: cairo, element: figure.element)
            if let element = figure.element {
                drawn.pieces.append(DrawnPage.Piece(element: element, box: figure.box(left: left, top: top), lines: 1))
            }
        }
        cairo_restore(cairo)
        return drawn
    }

    private func draw(_ text: PlacedText<TextBlock>, piece: Int) {
        let isTagged = text.element != nil && !(usesColours && text.block.isPlain(onLines: text.lines, in: faces))
        if text.element == nil || isTagged { PieceColour.setBlack(on: cairo) } else { PieceColour(ofPiece: piece).set(on: cairo) }
        if isTagged { cairo_tag_begin(cairo, "P", "") }
        text.block.draw(text.lines, x: text.x, y: text.y, faces: faces, on: cairo)
        if isTagged { cairo_tag_end(cairo, "P") }
    }

    /// Behind everything else, in one path.
    private func draw(_ tints: [Tint]) {
        guard !tints.isEmpty else { return }
        cairo_save(cairo)
        cairo_set_source_rgb(cairo, Tint.lightness, Tint.lightness, Tint.lightness)
        for tint in tints { cairo_rectangle(cairo, tint.x, tint.y, tint.width, tint.height) }
        cairo_fill(cairo)
        cairo_restore(cairo)
    }

    /// One path for all rules of a kind is far smaller than one for each.
    private func draw(_ rules: [Rule]) {
        for (weight, isDotted) in Set(rules.map { Stroke(weight: $0.weight, isDotted: $0.isDotted) }).sorted().map(\.values) {
            cairo_save(cairo)
            cairo_set_line_width(cairo, weight)
            cairo_set_line_cap(cairo, isDotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_SQUARE)
            if isDotted { cairo_set_dash(cairo, [0, 4], 2, 0) }
            let mine = rules.filter { $0.weight == weight && $0.isDotted == isDotted }
            for rule in isDotted ? mine : mine.joined {
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

extension PlacedText<TextBlock> {
    /// On the page, for a type area that begins at `left` and `top`.
    fileprivate func box(left: Double, top: Double) -> Box {
        let from = lines.map { block.start(ofLine: $0) }.min() ?? 0
        let to = lines.map { block.end(ofLine: $0) }.max() ?? 0
        return Box(
            left: left + x + from, top: top + y, right: left + x + to, bottom: top + y + Double(lines.count) * block.leading)
    }
}
