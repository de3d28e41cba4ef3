/// A ``Scene`` at its place on a page, its texts laid out; lengths are in pt.
public struct PlacedFigure<Block> {
    /// Left edge, in the coordinates of the type area.
    public var x: Double
    /// Upper edge.
    public var y: Double
    public var width: Double
    public var height: Double
    /// Rectangles and lines in the order of drawing, relative to the figure's upper left corner.
    public var shapes: [Scene.Shape]
    /// Above all shapes.
    public var labels: [Label]
    /// The figure's element in the book's ``StructureTree``; `nil` for an ornament.
    public var element: ElementID?
    /// By how much the scene was made larger or smaller.
    public var scale: Double

    public struct Label {
        /// Placed relative to the figure's upper left corner; it holds no element of its own.
        public var text: PlacedText<Block>
        public var ink: Scene.Ink
        /// The width in pt of the rim of the paper's colour around the letters; 0 for none.
        public var rim: Double
    }
}

extension Scene {
    /// The drawing made larger or smaller, with its texts laid out on one line each, cut where they would leave the figure.
    public func placed<Measurer: TextMeasuring>(
        x: Double = 0, y: Double = 0, scale: Double, element: ElementID?, measurer: Measurer
    ) -> PlacedFigure<Measurer.Block> {
        var figure = PlacedFigure<Measurer.Block>(
            x: x, y: y, width: width * scale, height: height * scale, shapes: [], labels: [], element: element, scale: scale)
        for shape in shapes {
            switch shape {
            case .text(let text): figure.labels += [label(text, scale: scale, measurer)].compactMap(\.self)
            case .rectangle, .line, .polyline: figure.shapes.append(shape.scaled(by: scale))
            }
        }
        return figure
    }

    private func label<Measurer: TextMeasuring>(
        _ text: Text, scale: Double, _ measurer: Measurer
    ) -> PlacedFigure<Measurer.Block>.Label? {
        let size = text.size * scale
        let style = TextStyle(text.bold ? .hei : .table, size: size, leading: size)
        let line = text.content.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard !line.isEmpty else { return nil }
        let room =
            switch text.anchor {
            case .start: width - text.at.x
            case .middle: 2 * min(text.at.x, width - text.at.x)
            case .end: text.at.x
            }
        let block = measurer.layOut(TextRequest(line, style, width: max(size, room * scale), oneLine: true))
        guard block.lineCount > 0 else { return nil }
        let end = block.end(ofLine: 0)
        let left =
            switch text.anchor {
            case .start: text.at.x * scale
            case .middle: text.at.x * scale - end / 2
            case .end: text.at.x * scale - end
            }
        let placed = PlacedText(block, lines: 0..<1, x: left, y: text.at.y * scale - TextStyle.ascent * size, element: nil)
        return .init(text: placed, ink: text.ink, rim: text.rimmed ? 4 * scale : 0)
    }
}

extension Scene.Shape {
    /// Texts stay as they are.
    fileprivate func scaled(by scale: Double) -> Scene.Shape {
        func scaled(_ point: Scene.Point) -> Scene.Point { .init(x: point.x * scale, y: point.y * scale) }
        func scaled(_ stroke: Scene.Stroke) -> Scene.Stroke {
            .init(ink: stroke.ink, width: stroke.width * scale, dashed: stroke.dashed)
        }
        switch self {
        case .rectangle(let box):
            return .rectangle(
                Scene.Rectangle(
                    origin: scaled(box.origin), width: max(0, box.width) * scale, height: box.height * scale, fill: box.fill,
                    hatched: box.hatched, radius: box.radius * scale))
        case .line(let from, let to, let stroke): return .line(from: scaled(from), to: scaled(to), scaled(stroke))
        case .polyline(let points, let stroke): return .polyline(points.map(scaled), scaled(stroke))
        case .text: return self
        }
    }
}
