internal import BookLayout

extension Scene {
    /// A small drawing as inline SVG, of which many may stand on a page: without ids, its colours by the page's style sheet
    /// alone.
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

    private func n(_ value: Double) -> HTML {
        HTML(text: number(value))
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
