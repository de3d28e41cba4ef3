internal import BookLayout
internal import Typesetting

/// A piece of a page in coordinates of its own, from its upper left corner, and the height it takes; lengths are in pt.
struct Galley {
    var height = 0.0
    var texts: [PlacedText<TextBlock>] = []
    var rules: [Rule] = []
    var figures: [PlacedFigure<TextBlock>] = []
    var marks: [Mark] = []

    /// Adds another piece at a place; the height grows as far as it reaches.
    mutating func place(_ other: Galley, x: Double = 0, y: Double) {
        texts += other.texts.map { text in
            var text = text
            text.x += x
            text.y += y
            return text
        }
        rules += other.rules.map { rule in
            Rule(
                fromX: rule.fromX + x, fromY: rule.fromY + y, toX: rule.toX + x, toY: rule.toY + y, weight: rule.weight,
                isDotted: rule.isDotted)
        }
        figures += other.figures.map { figure in
            var figure = figure
            figure.x += x
            figure.y += y
            return figure
        }
        marks += other.marks.map { Mark(name: $0.name, y: $0.y + y) }
        height = max(height, y + other.height)
    }

    /// Adds another piece below what is there.
    mutating func append(_ other: Galley, gap: Double = 0, x: Double = 0) {
        place(other, x: x, y: height + (height > 0 ? gap : 0))
    }

    /// A straight line across, without a height of its own.
    mutating func rule(y: Double, from: Double = 0, to: Double, weight: Double) {
        rules.append(Rule(fromX: from, fromY: y, toX: to, toY: y, weight: weight))
    }
}

extension Page<TextBlock> {
    mutating func place(_ galley: Galley, y: Double) {
        var whole = Galley()
        whole.place(galley, y: y)
        texts += whole.texts
        rules += whole.rules
        figures += whole.figures
        marks += whole.marks
    }
}
