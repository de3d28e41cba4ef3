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
