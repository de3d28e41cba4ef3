/// Horizontal bars, one a row, each with its name and its value.
struct BarChart {
    struct Bar {
        var label: String
        /// The figure as printed.
        var value: String
        /// The length, in any one measure; less than nothing counts as nothing.
        var amount: Double
        /// Stripes, for what is not of the same kind as the rest.
        var hatched = false
    }

    var title: String
    /// For example `单位：万元`.
    var unit: String
    var bars: [Bar]

    /// The drawing; long names stand above their bars, short ones beside them.
    var scene: Scene {
        let widest = bars.map { Scene.width(of: $0.label) }.max() ?? 0
        let valueWidth = bars.map { Scene.width(of: $0.value) }.max() ?? 0
        let above = widest > 84
        let left = above ? 0.0 : widest + 8
        let room = max(20, Scene.width - left - valueWidth - 12)
        let greatest = bars.map(\.amount).max() ?? 0
        let pitch = above ? 42.0 : 28.0
        var shapes: [Scene.Shape] = [
            .text(Scene.Text(content: unit, at: .init(x: Scene.width, y: 14), anchor: .end, ink: .muted))
        ]
        for (index, bar) in bars.enumerated() {
            let top = 24 + Double(index) * pitch
            let barTop = above ? top + 19 : top + 3
            let length = greatest > 0 ? room * max(0, bar.amount) / greatest : 0
            let label = Scene.fit(bar.label, into: above ? Scene.width : left)
            let box = Scene.Rectangle(
                origin: .init(x: left, y: barTop), width: max(bar.amount > 0 ? 1.5 : 0, length), height: 16, fill: .accent,
                hatched: bar.hatched, radius: 2)
            let baseLine = barTop + 12.5
            shapes += [
                .text(Scene.Text(content: label, at: .init(x: 0, y: above ? top + 14 : baseLine))),
                .rectangle(box),
                .text(Scene.Text(content: bar.value, at: .init(x: left + box.width + 6, y: baseLine))),
            ]
        }
        let words = bars.prefix(40).map { "\($0.label) \($0.value)" }.joined(separator: "；")
        return Scene(
            height: 30 + Double(bars.count) * pitch, title: title, description: "\(title)，\(unit)。\(words)。", shapes: shapes)
    }
}
