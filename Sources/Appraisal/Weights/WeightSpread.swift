/// How points are spread over rows that nobody gave weights.
public enum WeightSpread: String, Hashable, Sendable, CaseIterable, Codable {
    /// Whole or half points, the last rows taking the rest, as published forms do.
    case tidy
    /// Equal to the cent, the cents left over going to the first rows.
    case cents

    /// The weights of the rows, which add up to the points exactly.
    public func weights(of points: Marks, over rows: Int) -> [Marks] {
        guard rows > 0 else { return [] }
        return switch self {
        case .tidy: Self.tidy(max(0, points.hundredths), rows)
        case .cents: Self.even(max(0, points.hundredths), rows)
        }
    }

    private static func tidy(_ points: Int, _ rows: Int) -> [Marks] {
        let half = 50
        let base = points / rows / half * half
        var weights = Array(repeating: base, count: rows)
        var rest = points - base * rows
        if rest > base {
            for row in weights.indices.reversed() where rest >= half {
                weights[row] += half
                rest -= half
            }
        }
        weights[rows - 1] += rest
        return weights.map(Marks.init(hundredths:))
    }

    private static func even(_ points: Int, _ rows: Int) -> [Marks] {
        let (each, rest) = points.quotientAndRemainder(dividingBy: rows)
        return (0..<rows).map { Marks(hundredths: each + ($0 < rest ? 1 : 0)) }
    }
}
