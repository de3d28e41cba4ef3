internal import GoalModel

/// The hundred points in one stacked line, and below it what its pieces are.
struct ScoreLine {
    private let parts: [(title: String, points: Points, findings: Int?)]

    /// - Parameter parts: the score first, then what is lost; they add up to 100.
    init(_ parts: [(title: String, points: Points, findings: Int?)]) { self.parts = parts }

    var html: HTML {
        """
        <svg class="score" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">\(pieces)</svg>
        <p class="score-parts">100 = \(HTML.joined(parts.enumerated()) { index, part in
            """
            \(HTML.when(index > 0, " + "))<span>\(part.title) <b>\(part.points.description)</b>\
            \(part.findings.map { "（\($0)处）" as HTML })</span>
            """
        })</p>

        """
    }

    /// Pieces that are lost lie beside each other in two shades, with a gap between them.
    private var pieces: HTML {
        var left = 0
        return .joined(parts.enumerated()) { index, part in
            let width = part.points.tenths
            defer { left += width }
            let ink = index == 0 ? "accent" : index.isMultiple(of: 2) ? "lost-light" : "lost"
            return width <= 0
                ? .empty
                : """
                <rect class="fill-\(ink)" x="\(left)" width="\(max(1, width - 3))" height="24"/>
                """
        }
    }
}
