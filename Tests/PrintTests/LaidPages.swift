import BookLayout

@testable import Typesetting

/// Looks for what no page may have: texts over texts, or beyond the type area.
enum LaidPages {
    struct Line {
        var words: String
        var box: Box
    }

    /// Every line of text on a page in the coordinates of the type area, those of figures, too.
    static func lines(of page: Page<TextBlock>) -> [Line] {
        page.texts.flatMap { lines(of: $0, x: 0, y: 0) }
            + page.figures.flatMap { figure in figure.labels.flatMap { lines(of: $0.text, x: figure.x, y: figure.y) } }
    }

    private static func lines(of text: PlacedText<TextBlock>, x: Double, y: Double) -> [Line] {
        guard !text.block.isBlank else { return [] }
        return text.lines.map { line in
            let top = y + text.y + Double(line - text.lines.lowerBound) * text.block.leading
            let from = x + text.x + text.block.start(ofLine: line)
            let box = Box(
                left: from, top: top, right: x + text.x + text.block.end(ofLine: line), bottom: top + text.block.leading)
            return Line(words: "(\(Int(from)), \(Int(top)))", box: box)
        }
    }

    /// Pairs of lines that stand over one another by more than half a point both ways.
    static func overlaps(of page: Page<TextBlock>) -> [String] {
        let lines = lines(of: page).sorted { $0.box.top < $1.box.top }
        var found: [String] = []
        for (index, one) in lines.enumerated() {
            for other in lines[(index + 1)...] {
                if other.box.top > one.box.bottom { break }
                let across = min(one.box.right, other.box.right) - max(one.box.left, other.box.left)
                let along = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
                if across > 0.5, along > 0.5 { found.append("\(one.words) \(other.words)") }
            }
        }
        return found
    }

    /// Texts, rules and figures that reach out of the type area by more than half a point.
    ///
    /// - Parameter furniture: how many of the page's last texts belong outside, such as page numbers.
    static func strays(of page: Page<TextBlock>, _ area: PageGeometry, furniture: Int = 0) -> [String] {
        var body = page
        body.texts.removeLast(furniture)
        var boxes = lines(of: body).map { ($0.words, $0.box) }
        boxes += page.figures.map { figure in
            let box = Box(left: figure.x, top: figure.y, right: figure.x + figure.width, bottom: figure.y + figure.height)
            return ("figure", box)
        }
        boxes += page.rules.map { rule in
            let (left, right) = (min(rule.fromX, rule.toX), max(rule.fromX, rule.toX))
            return ("rule", Box(left: left, top: min(rule.fromY, rule.toY), right: right, bottom: max(rule.fromY, rule.toY)))
        }
        return boxes.filter { _, box in
            box.left < -0.5 || box.top < -0.5 || box.right > area.width + 0.5 || box.bottom > area.height + 0.5
        }.map { "\($0.0) \($0.1)" }
    }

    /// Figures that overlap one another or a text that is not theirs.
    static func coveredFigures(of page: Page<TextBlock>) -> [String] {
        var found: [String] = []
        for (index, figure) in page.figures.enumerated() {
            let box = Box(left: figure.x, top: figure.y, right: figure.x + figure.width, bottom: figure.y + figure.height)
            var others = page
            others.figures = []
            var neighbours = lines(of: others).map(\.box)
            for other in page.figures[(index + 1)...] {
                neighbours.append(
                    Box(left: other.x, top: other.y, right: other.x + other.width, bottom: other.y + other.height))
            }
            for other in neighbours {
                let across = min(box.right, other.right) - max(box.left, other.left)
                let along = min(box.bottom, other.bottom) - max(box.top, other.top)
                if across > 0.5, along > 0.5 { found.append("figure \(index): \(other)") }
            }
        }
        return found
    }
}
