/// Widths of table columns that follow their content.
public struct ColumnWidths: Sendable {
    public struct Column: Sendable {
        /// The least width in pt of the text, below which words would break.
        public var minimum: Double
        /// The width in pt of each row's text when nothing wraps.
        public var natural: [Double]
        /// The width in pt up to which a text had better not be broken; worth a line of the table each.
        public var unbroken: Double

        public init(minimum: Double, natural: [Double], unbroken: Double = 0) {
            self.minimum = minimum
            self.natural = natural
            self.unbroken = unbroken
        }
    }

    /// Divides `total` so that the rows get low, and no column is narrower than its minimum where there is room for that.
    ///
    /// - Parameters:
    ///   - padding: what a column needs beside its text, in pt.
    ///   - step: the width of a character, in pt.
    /// - Returns: widths in pt that add up to `total`.
    public static func widths(of columns: [Column], total: Double, padding: Double, step: Double) -> [Double] {
        let least = columns.map { $0.minimum + padding }
        let needed = least.reduce(0, +)
        guard needed < total else { return least.map { $0 * total / max(1, needed) } }
        let wishes = columns.map { max(0, min($0.natural.max() ?? 0, total / 2) - $0.minimum) }
        let wished = wishes.reduce(0, +)
        let spare = total - needed
        var widths = zip(least, wishes).map { wished > 0 ? $0 + $1 * spare / wished : $0 + spare / Double(columns.count) }
        improve(&widths, least: least, columns: columns, padding: padding, step: step)
        return widths
    }

    /// Moves characters of width from one column to another as long as that makes the table lower.
    private static func improve(
        _ widths: inout [Double], least: [Double], columns: [Column], padding: Double, step: Double
    ) {
        var best = cost(widths, columns, padding)
        for amount in [4 * step, 2 * step, step] {
            var isBetter = true
            var rounds = 0
            while isBetter, rounds < 6 {
                isBetter = false
                rounds += 1
                for from in widths.indices {
                    for to in widths.indices where to != from && widths[from] - amount >= least[from] {
                        widths[from] -= amount
                        widths[to] += amount
                        let new = cost(widths, columns, padding)
                        if new < best - 0.001 {
                            best = new
                            isBetter = true
                        } else {
                            widths[from] += amount
                            widths[to] -= amount
                        }
                    }
                }
            }
        }
    }

    /// Lines of all rows; among equal ones the more even filling is better.
    private static func cost(_ widths: [Double], _ columns: [Column], _ padding: Double) -> Double {
        var lines = 0.0
        var crowding = 0.0
        for row in 0..<min(100, columns.map(\.natural.count).max() ?? 0) {
            var most = 1.0
            for (column, width) in zip(columns, widths) where row < column.natural.count {
                let filled = column.natural[row] / max(1, width - padding)
                most = max(most, filled.rounded(.up))
                crowding += filled * filled
                if filled > 1, column.natural[row] <= column.unbroken { lines += 1 }
            }
            lines += most
        }
        return lines + crowding * 0.02
    }
}
