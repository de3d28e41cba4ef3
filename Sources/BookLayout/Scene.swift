/// A small drawing in its own units, independent of where it is shown: as SVG on a page, on paper, or as a picture.
///
/// Charts made for a phone are 360 units wide, with text of 14 units and more, so that it is still 10 px tall on a screen of
/// 320 px. Nothing depends on colour alone: values are printed, and areas and lines differ by hatches, dashes and marks.
public struct Scene: Hashable, Sendable {
    /// The width of a chart for a phone.
    public static let phoneWidth = 360.0
    /// The smallest size of text, in units.
    public static let textSize = 14.0

    public var width: Double
    public var height: Double
    public var title: String
    /// What the drawing shows, for those who cannot see it.
    public var description: String
    public var shapes: [Shape]

    public init(width: Double = Scene.phoneWidth, height: Double, title: String, description: String, shapes: [Shape]) {
        (self.width, self.height, self.title, self.description, self.shapes) = (width, height, title, description, shapes)
    }

    public enum Shape: Hashable, Sendable {
        case rectangle(Rectangle)
        case line(from: Point, to: Point, Stroke)
        case polyline([Point], Stroke)
        case text(Text)
    }

    public struct Point: Hashable, Sendable {
        public var x: Double
        public var y: Double

        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    public struct Rectangle: Hashable, Sendable {
        public var origin: Point
        public var width: Double
        public var height: Double
        public var fill: Ink
        /// Diagonal stripes instead of a plain fill.
        public var hatched: Bool
        public var radius: Double

        public init(origin: Point, width: Double, height: Double, fill: Ink, hatched: Bool = false, radius: Double = 0) {
            (self.origin, self.width, self.height) = (origin, width, height)
            (self.fill, self.hatched, self.radius) = (fill, hatched, radius)
        }
    }

    public struct Stroke: Hashable, Sendable {
        public var ink: Ink
        public var width: Double
        public var dashed: Bool

        public init(ink: Ink, width: Double = 1, dashed: Bool = false) {
            (self.ink, self.width, self.dashed) = (ink, width, dashed)
        }
    }

    public struct Text: Hashable, Sendable {
        public var content: String
        /// The base line's start, middle or end.
        public var at: Point
        public var anchor: Anchor
        public var ink: Ink
        public var size: Double
        public var bold: Bool
        /// A rim of the paper's colour that keeps lines away from the letters.
        public var rimmed: Bool

        public init(
            content: String, at: Point, anchor: Anchor = .start, ink: Ink = .text, size: Double = Scene.textSize,
            bold: Bool = false, rimmed: Bool = false
        ) {
            (self.content, self.at, self.anchor, self.ink) = (content, at, anchor, ink)
            (self.size, self.bold, self.rimmed) = (size, bold, rimmed)
        }
    }

    public enum Anchor: String, Hashable, Sendable {
        case start, middle, end
    }

    /// The purpose of a colour; each ``Palette`` has its own.
    public enum Ink: String, Hashable, Sendable, CaseIterable {
        case accent, second, text, muted, grid, track, paper
    }
}

extension Scene {
    /// About how wide a line of text is, in units: full-width characters one em, others by rule of thumb, rather too wide.
    public static func width(of text: String, size: Double = Scene.textSize) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ems(of: $1) } * size
    }

    private static func ems(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "%", "@", "M", "W", "m", "w", "…", "—", "“", "”", "‘", "’", "·": 1
        case "A"..."Z": 0.74
        default: scalar.value < 0x2E80 ? 0.58 : 1
        }
    }

    /// The text cut to fit a width, with `…` where something was left out.
    public static func fit(_ text: String, into width: Double, size: Double = Scene.textSize) -> String {
        if self.width(of: text, size: size) <= width { return text }
        var left = width - self.width(of: "…", size: size)
        var kept = ""
        for character in text {
            left -= self.width(of: String(character), size: size)
            if left < 0 { break }
            kept.append(character)
        }
        return kept + "…"
    }
}

/// Diagonal stripes as plain lines, so that no pattern and no clipping is needed to draw them.
public enum Hatching {
    public struct Line: Hashable, Sendable {
        public var from: Scene.Point
        public var to: Scene.Point
    }

    /// Lines that rise to the right at 45°, cut to a rectangle.
    ///
    /// - Parameter distance: from line to line, at right angles to them; nothing is drawn where it is not positive.
    public static func lines(in box: Scene.Rectangle, distance: Double) -> [Line] {
        guard distance > 0, box.width > 0, box.height > 0 else { return [] }
        let (left, top) = (box.origin.x, box.origin.y)
        let (right, bottom) = (left + box.width, top + box.height)
        // On each line x + y is the same.
        let step = distance * 2.0.squareRoot()
        let count = Int(min(10_000, (box.width + box.height) / step + 0.5))
        return (0..<count).compactMap { index in
            let sum = left + top + (Double(index) + 0.5) * step
            let (from, to) = (max(left, sum - bottom), min(right, sum - top))
            guard to > from else { return nil }
            return Line(from: .init(x: from, y: sum - from), to: .init(x: to, y: sum - to))
        }
    }
}
