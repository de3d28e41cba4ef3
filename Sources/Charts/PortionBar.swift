package import BookLayout
internal import GoalModel
package import Reporting

/// A share of a whole as one narrow bar.
package struct PortionBar {
    private let title: String
    private let portion: Figure.Portion

    private let width = 240.0
    private let height = 8.0

    package init(title: String, portion: Figure.Portion) {
        (self.title, self.portion) = (title, portion)
    }

    package var scene: Scene {
        var track = Scene.Rectangle(origin: .init(x: 0, y: 0), width: width, height: height, fill: .track, radius: 4)
        let whole = Scene.Shape.rectangle(track)
        track.fill = .accent
        track.width = min(max(.zero, portion.share), .whole).of(width)
        let part: [Scene.Shape] = track.width > 0 ? [.rectangle(track)] : []
        return Scene(width: width, height: height, title: title, description: portion.words, shapes: [whole] + part)
    }
}
