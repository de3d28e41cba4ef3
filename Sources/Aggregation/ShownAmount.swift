public import GoalModel

/// An exact amount together with the figure shown for it, in 万元 with two decimals.
///
/// In a table the shown rows add up to the shown total: see ``ShownAmount/column(_:)``.
public struct ShownAmount: Hashable, Sendable {
    public let exact: Money
    /// Hundredths of 万元 (units of 100 yuan).
    public let hundredths: Int64

    public init(exact: Money, hundredths: Int64) {
        self.exact = exact
        self.hundredths = hundredths
    }

    /// A single amount, rounded half-up.
    public init(_ exact: Money) {
        self.init(exact: exact, hundredths: ShownAmount.floorDivision(exact.fen &+ 5_000, by: 10_000))
    }

    /// Rows and their total: the total is the exact sum rounded half-up, the rows are rounded by largest remainder
    /// so that they add to it (equal remainders: the earlier row first).
    public static func column(_ rows: [Money]) -> (rows: [ShownAmount], total: ShownAmount) {
        let total = ShownAmount(rows.total())
        let floors = rows.map { floorDivision($0.fen, by: 10_000) }
        let missing = Int(clamping: total.hundredths - floors.reduce(0, &+))
        let byRemainder = rows.indices.sorted { a, b in
            let (left, right) = (rows[a].fen - floors[a] * 10_000, rows[b].fen - floors[b] * 10_000)
            return left == right ? a < b : left > right
        }
        var shown = floors
        for index in byRemainder.prefix(max(0, missing)) { shown[index] += 1 }
        return (zip(rows, shown).map(ShownAmount.init), total)
    }

    private static func floorDivision(_ a: Int64, by b: Int64) -> Int64 {
        a >= 0 ? a / b : -((-a + b - 1) / b)
    }
}

extension ShownAmount: CustomStringConvertible {
    /// For example `61,674.90`.
    public var description: String {
        let magnitude = hundredths.magnitude
        var whole = ""
        for (index, digit) in String(magnitude / 100).reversed().enumerated() {
            if index > 0, index % 3 == 0 { whole.append(",") }
            whole.append(digit)
        }
        let cents = magnitude % 100
        return (hundredths < 0 ? "-" : "") + String(whole.reversed()) + "." + (cents < 10 ? "0" : "") + "\(cents)"
    }
}
