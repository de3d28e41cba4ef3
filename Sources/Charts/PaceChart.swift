internal import Aggregation
internal import BookLayout
internal import GoalModel

/// Planned spending over the year, against an even pace.
struct PaceChart {
    let title = "计划支出进度"
    let points: [Schedule.Point]
    let width: Double
    /// Whether each point tells its share; where a table beside it does, the line alone is enough.
    let showsShares: Bool

    private let left = 44.0
    private let top = 40.0
    private let bottom = 214.0
    private var right: Double { width - 24 }

    init(points: [Schedule.Point], width: Double, showsShares: Bool = true) {
        (self.points, self.width, self.showsShares) = (points, width, showsShares)
    }

    /// The drawing: time from left to right, cumulative share upwards.
    var scene: Scene {
        let words = points.map { "\($0.by.title)计划\($0.share)，均衡进度\($0.evenShare)" }
        return Scene(
            width: width, height: crowded.isEmpty ? 244 : 258, title: title,
            description: "\(title)。\(words.joined(separator: "；"))。",
            shapes: grid + even + planned + legend)
    }

    /// The top of the scale, in tenths of a per cent: 100 %, or more where a plan goes beyond it.
    private var scale: Double {
        Double(points.map(\.share).reduce(Share.whole, max).tenths)
    }

    private func place(_ point: Schedule.Point, _ share: Share) -> Scene.Point {
        .init(x: left + point.evenShare.of(right - left), y: height(of: Double(share.tenths)))
    }

    private func height(of share: Double) -> Double {
        bottom - (bottom - top) * min(max(0, share), scale) / scale
    }

    private var start: Scene.Point { .init(x: left, y: bottom) }

    private var grid: [Scene.Shape] {
        let levels = [0, 25, 50, 75, 100].flatMap { level -> [Scene.Shape] in
            let y = height(of: Double(level * 10))
            return [
                .line(from: .init(x: left, y: y), to: .init(x: right, y: y), Scene.Stroke(ink: .grid)),
                .text(Scene.Text(content: "\(level)%", at: .init(x: left - 6, y: y + 4.5), anchor: .end, ink: .muted)),
            ]
        }
        return levels
            + readable.map { date(of: $0, row: 0) } + crowded.map { date(of: $0, row: 1) }
    }

    private func date(of point: Schedule.Point, row: Int) -> Scene.Shape {
        let at = Scene.Point(x: place(point, .zero).x, y: bottom + 20 + Double(row) * 15)
        return .text(Scene.Text(content: point.by.title, at: at, anchor: .middle, ink: .muted))
    }

    private var even: [Scene.Shape] {
        let end = Scene.Point(x: right, y: height(of: 1000))
        return [.polyline([start, end], Scene.Stroke(ink: .second, width: 2, dashed: true))]
    }

    private var planned: [Scene.Shape] {
        let line = [start] + points.map { place($0, $0.share) }
        let marks = points.map { point -> Scene.Shape in
            let at = place(point, point.share)
            return .rectangle(
                Scene.Rectangle(origin: .init(x: at.x - 4, y: at.y - 4), width: 8, height: 8, fill: .accent, radius: 4))
        }
        return [.polyline(line, Scene.Stroke(ink: .accent, width: 2.5))] + marks + (showsShares ? shares : [])
    }

    private var shares: [Scene.Shape] {
        (readable + crowded).map { point in
            let at = place(point, point.share)
            let isCrowded = crowded.contains(point)
            // Its neighbour on the right is close: it stands on its left, above the line.
            let place = isCrowded ? Scene.Point(x: at.x - 6, y: at.y - 8) : labelPlace(point, at)
            return .text(
                Scene.Text(
                    content: "\(point.share)", at: place, anchor: isCrowded ? .end : labelAnchor(point, at), bold: true,
                    rimmed: true))
        }
    }

    /// Below the line on its right where the plan is behind, above it on its left where it is ahead or too near the axis.
    private func labelPlace(_ point: Schedule.Point, _ at: Scene.Point) -> Scene.Point {
        switch labelAnchor(point, at) {
        case .start: .init(x: at.x + 6, y: at.y + 18)
        case .middle: .init(x: at.x, y: at.y - 9)
        case .end: .init(x: at.x > right - 30 ? right + 20 : at.x - 6, y: at.y - 8)
        }
    }

    private func labelAnchor(_ point: Schedule.Point, _ at: Scene.Point) -> Scene.Anchor {
        if at.x > right - 30 || point.share >= point.evenShare { return .end }
        return at.y + 24 > bottom ? .middle : .start
    }

    /// The points whose words have room: the last always, and each that is far enough from the one labelled after it.
    private var readable: [Schedule.Point] {
        var kept: [Schedule.Point] = []
        for point in points.reversed() {
            if let next = kept.last, place(next, .zero).x - place(point, .zero).x < 46 { continue }
            kept.append(point)
        }
        return kept.reversed()
    }

    /// Points between those, whose dates stand on a second row; of several close together only the last.
    private var crowded: [Schedule.Point] {
        let readable = readable
        var kept: [Schedule.Point] = []
        // Near the axis, their words would stand over its own.
        for point in points.reversed() where !readable.contains(point) && place(point, .zero).x > left + 56 {
            if let next = kept.last, place(next, .zero).x - place(point, .zero).x < 92 { continue }
            kept.append(point)
        }
        return kept.reversed()
    }

    private var legend: [Scene.Shape] {
        [
            .line(from: .init(x: left, y: 12), to: .init(x: left + 26, y: 12), Scene.Stroke(ink: .accent, width: 2.5)),
            .text(Scene.Text(content: "计划支出", at: .init(x: left + 32, y: 16.5))),
            .line(
                from: .init(x: left + 124, y: 12), to: .init(x: left + 150, y: 12),
                Scene.Stroke(ink: .second, width: 2, dashed: true)),
            .text(Scene.Text(content: "均衡进度", at: .init(x: left + 156, y: 16.5))),
        ]
    }
}
