package import BookLayout
internal import GoalModel
package import Reporting

/// A town's score and errors from night to night, in the size of a few lines of text; each on its own scale.
package struct TrendChart {
    private let nights: [ScoreTrend.Night]
    private let description: String

    private let width = 180.0
    private let height = 48.0
    private let top = 5.0
    private let bottom = 43.0
    private let left = 4.0
    private let right = 176.0

    package init(_ trend: ScoreTrend) {
        nights = trend.nights
        description = trend.sentence
    }

    /// The drawing: the score as a full line, errors dashed; the figures stand beside it in words.
    package var scene: Scene {
        let errors = line(nights.map { Double($0.errors) })
        let scores = line(nights.map { $0.score.map { Double($0.tenths) } })
        return Scene(
            width: width, height: height, title: "得分和错误", description: description,
            shapes: [
                .polyline(errors, Scene.Stroke(ink: .second, width: 1.5, dashed: true)),
                .polyline(scores, Scene.Stroke(ink: .accent, width: 2.5)),
            ])
    }

    /// Nights without a figure are left out; what never changes is a line in the middle.
    private func line(_ values: [Double?]) -> [Scene.Point] {
        let known = values.compactMap(\.self)
        guard let low = known.min(), let high = known.max() else { return [] }
        let step = (right - left) / Double(max(1, values.count - 1))
        return values.enumerated().compactMap { index, value in
            value.map { value in
                let part = high > low ? (value - low) / (high - low) : 0.5
                return .init(x: (left + step * Double(index)).rounded(), y: (bottom - (bottom - top) * part).rounded())
            }
        }
    }
}
