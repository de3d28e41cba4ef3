public import GoalModel

/// An exact amount together with the figure shown for it, in 万元 with two decimals.
///
/// In a table the shown rows add up to the shown total: see ``ShownAmount/column(_:)``.
public struct ShownAmount: Hashable, Sendable {
    public let exact: Money
    /// Hundredths of 万元 (units of 100 yuan).
    public let hundredths: Int64

    public static let zero = ShownAmount(.zero)

    public init(exact: Money, hundredths: Int64) {
        self.exact = exact
        self.hundredths = hundredths
    }

    /// A single amount, rounded half-up.
    public init(_ exact: Money) {
        self.init(exact: exact, hundredths: Int64(clamping: Rounding.halfUp(Int128(exact.fen), over: ShownAmount.step)))
    }

    /// Rows and their total: the total is the exact sum rounded half-up, the rows are rounded by largest remainder
    /// so that they add to it (equal remainders: the earlier row first).
    public static func column(_ rows: [Money]) -> (rows: [ShownAmount], total: ShownAmount) {
        let sum = rows.reduce(Int128(0)) { $0 + Int128($1.fen) }
        let shownSum = Rounding.halfUp(sum, over: step)
        let total = ShownAmount(exact: Money(clamping: sum), hundredths: Int64(clamping: shownSum))
        return (column(rows, adding: shownSum), total)
    }

    /// Rows that are parts of an amount which is shown already; they are rounded so that they add to its figure.
    ///
    /// - Parameter total: the exact sum of the rows, shown rounded up or down.
    public static func column(_ rows: [Money], to total: ShownAmount) -> [ShownAmount] {
        column(rows, adding: Int128(total.hundredths))
    }

    private static func column(_ rows: [Money], adding shownSum: Int128) -> [ShownAmount] {
        let floors = rows.map { Rounding.down(Int128($0.fen), over: step) }
        let missing = Int(clamping: shownSum - floors.reduce(0, +))
        let remainders = zip(rows, floors).map { Int128($0.fen) - $1 * step }
        let order = rows.indices.sorted { a, b in
            remainders[a] == remainders[b] ? a < b : remainders[a] > remainders[b]
        }
        var shown = floors
        for index in order.prefix(max(0, missing)) { shown[index] += 1 }
        return zip(rows, shown).map { ShownAmount(exact: $0, hundredths: Int64(clamping: $1)) }
    }

    /// 分 in one hundredth of 万元.
    private static let step: Int128 = 10_000

    /// Sums exact amounts and shown figures alike, for subtotals of rows of one column.
    public static func + (a: ShownAmount, b: ShownAmount) -> ShownAmount {
        ShownAmount(exact: a.exact + b.exact, hundredths: Int64(clamping: Int128(a.hundredths) + Int128(b.hundredths)))
    }

    /// The difference of exact amounts and of shown figures, for what was added between two rows.
    public static func - (a: ShownAmount, b: ShownAmount) -> ShownAmount {
        ShownAmount(exact: a.exact - b.exact, hundredths: Int64(clamping: Int128(a.hundredths) - Int128(b.hundredths)))
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
