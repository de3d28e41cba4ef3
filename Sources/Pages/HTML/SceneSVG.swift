internal import BookLayout

extension Scene {
    /// The drawing as inline SVG with real text.
    ///
    /// Colours are given twice: as attributes for where there is no style sheet, and as classes (`ink-accent`, …) by which
    /// the page's style sheet follows the colour scheme.
    ///
    /// - Parameter id: A prefix for the ids inside, unique on the page.
    func svg(id: String) -> HTML {
        """
        <svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(n(width)) \(n(height))" role="img" \
        aria-labelledby="\(id)-title \(id)-desc" font-size="\(n(Scene.textSize))">
        <title id="\(id)-title">\(title)</title>
        <desc id="\(id)-desc">\(description)</desc>
        \(hatch(id: id))\(HTML.joined(shapes) { element(for: $0, id: id) })</svg>
        """
    }

    /// A small drawing of which many may stand on a page: without ids, its colours by the page's style sheet alone.
    ///
    /// Only plain rectangles, lines and text.
    func smallSVG(class kind: String) -> HTML {
        """
        <svg class="\(kind)" viewBox="0 0 \(n(width)) \(n(height))" role="img">\
        <title>\(title)</title><desc>\(description)</desc>\(HTML.joined(shapes, smallElement))</svg>
        """
    }

    private func smallElement(for shape: Shape) -> HTML {
        switch shape {
        case .rectangle(let box):
            """
            <rect class="fill-\(box.fill.rawValue)"\(box.origin == .init(x: 0, y: 0) ? .empty : position(box.origin)) \
            width="\(n(max(0, box.width)))" height="\(n(box.height))" rx="\(n(box.radius))"/>
            """
        case .line(let from, let to, let stroke): smallElement(for: .polyline([from, to], stroke))
        case .polyline(let points, let stroke):
            """
            <polyline class="line-\(stroke.ink.rawValue)" points="\(list(points))"/>
            """
        case .text(let text):
            """
            <text class="fill-\(text.ink.rawValue)"\(position(text.at)) text-anchor="\(text.anchor.rawValue)">\(text.content)</text>
            """
        }
    }

    private func position(_ point: Point) -> HTML {
        " x=\"\(n(point.x))\" y=\"\(n(point.y))\""
    }

    private func list(_ points: [Point]) -> String {
        points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    }

    private func element(for shape: Shape, id: String) -> HTML {
        switch shape {
        case .rectangle(let box):
            """
            <rect x="\(n(box.origin.x))" y="\(n(box.origin.y))" width="\(n(max(0, box.width)))" height="\(n(box.height))" \
            rx="\(n(box.radius))" \(box.hatched ? "fill=\"url(#\(id)-hatch)\"" : fill(box.fill))/>

            """
        case .line(let from, let to, let stroke):
            """
            <line x1="\(n(from.x))" y1="\(n(from.y))" x2="\(n(to.x))" y2="\(n(to.y))" \(attributes(stroke))/>

            """
        case .polyline(let points, let stroke):
            """
            <polyline points="\(list(points))" fill="none" \
            \(attributes(stroke)) stroke-linejoin="round"/>

            """
        case .text(let text):
            """
            <text x="\(n(text.at.x))" y="\(n(text.at.y))" text-anchor="\(text.anchor.rawValue)" \
            \(text.rimmed ? rim(text.ink) : fill(text.ink)) \
            font-size="\(n(text.size))"\(HTML.when(text.bold, " font-weight=\"600\""))>\(text.content)</text>

            """
        }
    }

    private func hatch(id: String) -> HTML? {
        let needed = shapes.contains { shape in
            if case .rectangle(let box) = shape { box.hatched } else { false }
        }
        guard needed else { return nil }
        return """
            <defs><pattern id="\(id)-hatch" width="6" height="6" patternUnits="userSpaceOnUse" \
            patternTransform="rotate(45)"><rect width="6" height="6" \(fill(.track))/><rect width="3" height="6" \
            \(fill(.accent))/></pattern></defs>

            """
    }

    private func fill(_ ink: Ink) -> HTML {
        "class=\"fill-\(ink.rawValue)\" fill=\"\(ink.color)\""
    }

    private func rim(_ ink: Ink) -> HTML {
        """
        class="fill-\(ink.rawValue) line-paper" fill="\(ink.color)" stroke="\(Ink.paper.color)" stroke-width="4" \
        stroke-linejoin="round" paint-order="stroke"
        """
    }

    private func attributes(_ stroke: Stroke) -> HTML {
        """
        class="line-\(stroke.ink.rawValue)" stroke="\(stroke.ink.color)" stroke-width="\(n(stroke.width))"\
        \(HTML.when(stroke.dashed, " stroke-dasharray=\"6 5\""))
        """
    }

    private func n(_ value: Double) -> HTML {
        HTML(text: number(value))
    }
}

extension Scene.Ink {
    /// The colour on white paper.
    fileprivate var color: String {
        let color = Palette.screen[self]
        return "#" + [color.red, color.green, color.blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// A coordinate with at most two decimals, the same on every machine.
private func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int64((min(max(value, -1e9), 1e9) * 100).rounded())
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
}
