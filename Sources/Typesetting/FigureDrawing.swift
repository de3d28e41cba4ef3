internal import BookLayout
internal import CPango

extension PlacedFigure<TextBlock> {
    /// Whether nothing would be drawn.
    var isEmpty: Bool { shapes.isEmpty && labels.allSatisfy(\.text.block.isBlank) }

    /// On the page, for a type area that begins at `left` and `top`.
    func box(left: Double, top: Double) -> Box {
        Box(left: left + x, top: top + y, right: left + x + width, bottom: top + y + height)
    }

    /// Draws the figure in one flat tag, or in none where it is an ornament.
    ///
    /// Nothing but paths and texts: a clip, a pattern or a group would break the tag in two.
    func draw(in palette: Palette, faces: DocumentFaces? = nil, on cairo: OpaquePointer, element: ElementID?) {
        cairo_save(cairo)
        if element != nil { cairo_tag_begin(cairo, "P", "") }
        for shape in shapes { draw(shape, in: palette, on: cairo) }
        for label in labels where !label.text.block.isBlank {
            let (left, top) = (x + label.text.x, y + label.text.y)
            if label.rim > 0 {
                setSource(palette[.paper], on: cairo)
                label.text.block.drawRim(label.text.lines, width: label.rim, x: left, y: top, on: cairo)
            }
            setSource(palette[label.ink], on: cairo)
            label.text.block.draw(label.text.lines, x: left, y: top, faces: faces, on: cairo)
        }
        if element != nil { cairo_tag_end(cairo, "P") }
        cairo_restore(cairo)
    }

    private func draw(_ shape: Scene.Shape, in palette: Palette, on cairo: OpaquePointer) {
        switch shape {
        case .rectangle(let box): draw(box, in: palette, on: cairo)
        case .line(let from, let to, let stroke): draw([from, to], stroke, in: palette, on: cairo)
        case .polyline(let points, let stroke): draw(points, stroke, in: palette, on: cairo)
        case .text: break
        }
    }

    private func draw(_ box: Scene.Rectangle, in palette: Palette, on cairo: OpaquePointer) {
        guard box.width > 0, box.height > 0 else { return }
        outline(box, on: cairo)
        setSource(palette[box.hatched ? .track : box.fill], on: cairo)
        cairo_fill(cairo)
        guard box.hatched else { return }
        setSource(palette[box.fill], on: cairo)
        cairo_set_line_width(cairo, 2 * scale)
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT)
        for line in Hatching.lines(in: box, distance: 5.5 * scale) {
            cairo_move_to(cairo, x + line.from.x, y + line.from.y)
            cairo_line_to(cairo, x + line.to.x, y + line.to.y)
        }
        cairo_stroke(cairo)
        cairo_set_line_width(cairo, scale)
        outline(box, on: cairo)
        cairo_stroke(cairo)
    }

    /// The path of a rectangle with round corners.
    private func outline(_ box: Scene.Rectangle, on cairo: OpaquePointer) {
        let (left, top) = (x + box.origin.x, y + box.origin.y)
        let (right, bottom) = (left + box.width, top + box.height)
        // Hatches are cut to square corners.
        let radius = box.hatched ? 0 : min(box.radius, box.width / 2, box.height / 2)
        guard radius > 0 else { return cairo_rectangle(cairo, left, top, box.width, box.height) }
        cairo_new_sub_path(cairo)
        cairo_arc(cairo, right - radius, top + radius, radius, -.pi / 2, 0)
        cairo_arc(cairo, right - radius, bottom - radius, radius, 0, .pi / 2)
        cairo_arc(cairo, left + radius, bottom - radius, radius, .pi / 2, .pi)
        cairo_arc(cairo, left + radius, top + radius, radius, .pi, .pi * 1.5)
        cairo_close_path(cairo)
    }

    private func draw(_ points: [Scene.Point], _ stroke: Scene.Stroke, in palette: Palette, on cairo: OpaquePointer) {
        guard let first = points.first, points.count > 1 else { return }
        setSource(palette[stroke.ink], on: cairo)
        cairo_set_line_width(cairo, stroke.width)
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT)
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
        cairo_set_dash(cairo, [6 * scale, 5 * scale], stroke.dashed ? 2 : 0, 0)
        cairo_move_to(cairo, x + first.x, y + first.y)
        for point in points.dropFirst() { cairo_line_to(cairo, x + point.x, y + point.y) }
        cairo_stroke(cairo)
        cairo_set_dash(cairo, [], 0, 0)
    }
}

private func setSource(_ color: Palette.Color, on cairo: OpaquePointer) {
    cairo_set_source_rgb(cairo, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
}
