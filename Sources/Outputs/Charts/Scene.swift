/// A small drawing in its own units, independent of where it is shown.
///
/// Charts are made for a phone: 360 units wide, with text of 13 units and more, so that it is still 10 px tall on a screen
/// of 320 px. Nothing depends on colour alone: values are printed, and lines differ by dashes and marks.
struct Scene: Hashable, Sendable {
    static let width = 360.0
    /// The smallest size of text, in units.
    static let textSize = 13.0

    var height: Double
    var title: String
    /// What the drawing shows, for those who cannot see it.
    var description: String
    var shapes: [Shape]

    enum Shape: Hashable, Sendable {
        case rectangle(Rectangle)
        case line(from: Point, to: Point, Stroke)
        case polyline([Point], Stroke)
        case text(Text)
    }

    struct Point: Hashable, Sendable {
        var x: Double
        var y: Double
    }

    struct Rectangle: Hashable, Sendable {
        var origin: Point
        var width: Double
        var height: Double
        var fill: Ink
        /// Diagonal stripes instead of a plain fill.
        var hatched = false
        /// Radius of the corners.
        var radius = 0.0
    }

    struct Stroke: Hashable, Sendable {
        var ink: Ink
        var width = 1.0
        var dashed = false
    }

    struct Text: Hashable, Sendable {
        var content: String
        /// The base line's start, middle or end.
        var at: Point
        var anchor = Anchor.start
        var ink = Ink.text
        var size = Scene.textSize
        var bold = false
    }

    enum Anchor: String, Hashable, Sendable {
        case start, middle, end
    }

    /// What a colour is for; each back end and colour scheme has its own.
    enum Ink: String, Hashable, Sendable, CaseIterable {
        case accent, second, text, muted, grid, track, paper
    }

    /// About how wide a line of text is, in units: full-width characters one em, others by rule of thumb.
    static func width(of text: String, size: Double = Scene.textSize) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 0.58 : 1) } * size
    }

    /// The text cut to fit a width, with `…` where something was left out.
    static func fit(_ text: String, into width: Double, size: Double = Scene.textSize) -> String {
        if self.width(of: text, size: size) <= width { return text }
        var kept = ""
        for character in text {
            if self.width(of: kept + String(character) + "…", size: size) > width { break }
            kept.append(character)
        }
        return kept + "…"
    }
}
