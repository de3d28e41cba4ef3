package import BookLayout

/// Horizontal bars, one a row, each with its name and its value.
package struct BarChart {
    package struct Bar {
        package var label: String
        /// The figure as printed.
        package var value: String
        /// The length, in any one measure; less than nothing counts as nothing.
        package var amount: Double

        package init(label: String, value: String, amount: Double) {
            (self.label, self.value, self.amount) = (label, value, amount)
        }
    }

    package var title: String
    /// For example `单位：万元`.
    package var unit: String
    package var bars: [Bar]
    package var width = Scene.phoneWidth
    /// Names up to this width stand beside their bars, cut to it; where longer ones are, all stand above.
    package var labelRoom = 90.0
    /// Names are cut rather than set above the bars.
    package var keepsLabelsBeside = false
    /// From bar to bar where names stand beside them.
    package var pitch = 28.0

    package init(title: String, unit: String, bars: [Bar], width: Double = Scene.phoneWidth) {
        (self.title, self.unit, self.bars, self.width) = (title, unit, bars, width)
    }

    /// The drawing; long names stand above their bars, short ones beside them.
    package var scene: Scene {
        let widest = bars.map { Scene.width(of: $0.label) }.max() ?? 0
        let valueWidth = bars.map { Scene.width(of: $0.value) }.max() ?? 0
        let above = widest > labelRoom && !keepsLabelsBeside
        let left = above ? 0.0 : min(widest, labelRoom) + 8
        let room = max(20, width - left - valueWidth - 12)
        let greatest = bars.map(\.amount).max() ?? 0
        let pitch = above ? 42.0 : pitch
        var shapes: [Scene.Shape] = [
            .text(Scene.Text(content: unit, at: .init(x: width, y: 14), anchor: .end, ink: .muted))
        ]
        for (index, bar) in bars.enumerated() {
            let top = 24 + Double(index) * pitch
            let barTop = above ? top + 19 : top + (pitch - 22) / 2
            let baseLine = barTop + 13
            let length = greatest > 0 ? min(room, room * max(0, bar.amount) / greatest) : 0
            let box = Scene.Rectangle(
                origin: .init(x: left, y: barTop), width: max(bar.amount > 0 ? 1.5 : 0, length), height: 16, fill: .accent,
                radius: 2)
            let label = Scene.fit(bar.label, into: above ? width : left - 8)
            shapes.append(.text(Scene.Text(content: label, at: .init(x: 0, y: above ? top + 14 : baseLine))))
            if box.width > 0 { shapes.append(.rectangle(box)) }
            shapes.append(.text(Scene.Text(content: bar.value, at: .init(x: left + box.width + 6, y: baseLine))))
        }
        let words = bars.prefix(40).map { "\($0.label) \($0.value)" }.joined(separator: "；")
        return Scene(
            width: width, height: 26 + Double(bars.count) * pitch, title: title,
            description: "\(title)，\(unit)。\(words)。", shapes: shapes)
    }
}
