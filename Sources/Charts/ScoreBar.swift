internal import BookLayout

/// A score of 100 as one bar of parts that lie end to end: what was won, and what each dimension of the review has lost.
struct ScoreBar {
    /// The first is what was won; the values are as printed, the lengths in tenths of a point.
    let parts: [(label: String, value: String, tenths: Int)]
    let width: Double

    private let top = 6.0
    private let height = 20.0
    /// Between the names below the bar.
    private let gap = 14.0

    /// The drawing, with a name for each part below the bar.
    var scene: Scene {
        let whole = Double(max(1, parts.reduce(0) { $0 + max(0, $1.tenths) }))
        var shapes: [Scene.Shape] = []
        var x = 0.0
        for (index, part) in parts.enumerated() {
            let length = width * Double(max(0, part.tenths)) / whole
            // Neighbours differ also in grey; what is lost is hatched.
            shapes.append(
                .rectangle(
                    Scene.Rectangle(
                        origin: .init(x: x, y: top), width: length, height: height,
                        fill: index.isMultiple(of: 2) ? .accent : .second,
                        hatched: index > 0)))
            x += length
        }
        let (names, end) = self.names
        let sum = "100 = " + parts.map(\.value).joined(separator: " + ")
        let words = parts.map { "\($0.label) \($0.value)" }.joined(separator: "，")
        return Scene(
            width: width, height: end + 8, title: "得分和失分", description: "得分和失分，满分100分。\(sum)：\(words)。", shapes: shapes + names)
    }

    /// `得分 87.3　完整性 −5.6 …`, in as many rows as they take.
    private var names: (shapes: [Scene.Shape], end: Double) {
        var (x, y) = (0.0, top + height + 18)
        var shapes: [Scene.Shape] = []
        for (index, part) in parts.enumerated() {
            let words = index == 0 ? "100 = \(part.label)\(part.value)" : "+ \(part.label)失\(part.value)"
            let length = Scene.width(of: words)
            if x > 0, x + length > width { (x, y) = (0, y + 18) }
            shapes.append(.text(Scene.Text(content: words, at: .init(x: x, y: y), bold: index == 0)))
            x += length + gap
        }
        return (shapes, y)
    }
}
