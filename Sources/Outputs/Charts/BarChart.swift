internal import BookLayout

/// Horizontal bars, one a row, each with its name and its value.
struct BarChart {
    struct Bar {
        var label: String
        /// The figure as printed.
        var value: String
        /// The length, in any one measure; less than nothing counts as nothing.
        var amount: Double
        /// What is lacking at the bar's end, in the same measure: hatched, so that it differs without colour.
        var lack = 0.0
    }

    var title: String
    /// For example `单位：万元`.
    var unit: String
    var bars: [Bar]
    var width = Scene.phoneWidth
    /// Names up to this width stand beside their bars, cut to it; where longer ones are, all stand above.
    var labelRoom = 90.0
    /// Names are cut rather than set above the bars.
    var keepsLabelsBeside = false
    /// What the whole length stands for; `nil` for the greatest amount.
    var whole: Double?
    /// From bar to bar where names stand beside them.
    var pitch = 28.0

    /// The drawing; long names stand above their bars, short ones beside them.
    var scene: Scene {
        let widest = bars.map { Scene.width(of: $0.label) }.max() ?? 0
        let valueWidth = bars.map { Scene.width(of: $0.value) }.max() ?? 0
        let above = widest > labelRoom && !keepsLabelsBeside
        let left = above ? 0.0 : min(widest, labelRoom) + 8
        let room = max(20, width - left - valueWidth - 12)
        let greatest = whole ?? bars.map { $0.amount + $0.lack }.max() ?? 0
        let pitch = above ? 42.0 : pitch
        var shapes: [Scene.Shape] = [
            .text(Scene.Text(content: unit, at: .init(x: width, y: 14), anchor: .end, ink: .muted))
        ]
        for (index, bar) in bars.enumerated() {
            let top = 24 + Double(index) * pitch
            let barTop = above ? top + 19 : top + (pitch - 22) / 2
            func length(_ amount: Double) -> Double { greatest > 0 ? room * max(0, amount) / greatest : 0 }
            let label = Scene.fit(bar.label, into: above ? width : left - 8)
            let baseLine = barTop + 13
            let full = max(bar.amount > 0 ? 1.5 : 0, length(bar.amount))
            let lack = bar.lack > 0 ? max(1.5, length(bar.lack)) : 0
            shapes.append(.text(Scene.Text(content: label, at: .init(x: 0, y: above ? top + 14 : baseLine))))
            for (from, length, hatched) in [(0, full, false), (full, lack, true)] where length > 0 || !hatched {
                let box = Scene.Rectangle(
                    origin: .init(x: left + from, y: barTop), width: length, height: 16, fill: .accent, hatched: hatched,
                    radius: bar.lack > 0 ? 0 : 2)
                shapes.append(.rectangle(box))
            }
            shapes.append(.text(Scene.Text(content: bar.value, at: .init(x: left + full + lack + 6, y: baseLine))))
        }
        let words = bars.prefix(40).map { "\($0.label) \($0.value)" }.joined(separator: "；")
        return Scene(
            width: width, height: 26 + Double(bars.count) * pitch, title: title,
            description: "\(title)，\(unit)。\(words)。", shapes: shapes)
    }
}
