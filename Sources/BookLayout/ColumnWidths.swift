/// Widths of table columns with which a table gets as low as it can.
public struct ColumnWidths: Sendable {
    /// A text of a column, by what of it cannot be broken.
    public struct Cell: Hashable, Sendable {
        public var rows: Range<Int>
        /// For each paragraph the widths in pt of the pieces between which a line may end.
        public var paragraphs: [[Double]]

        public init(rows: Range<Int>, paragraphs: [[Double]]) {
            self.rows = rows
            self.paragraphs = paragraphs
        }

        /// The width in pt of the text when nothing wraps.
        public var natural: Double {
            paragraphs.map { $0.reduce(0, +) }.max() ?? 0
        }

        /// How many lines the text takes, and the width in pt of the last line of its last paragraph.
        ///
        /// - Parameter width: in pt, without padding.
        public func lines(in width: Double) -> (count: Int, last: Double) {
            var count = 0
            var x = 0.0
            for pieces in paragraphs {
                count += 1
                x = 0
                for piece in pieces {
                    if x + piece <= width + 0.01 {
                        x += piece
                        continue
                    }
                    if x > 0 { count += 1 }
                    // A piece wider than the column is broken inside, wherever it must.
                    let whole = max(0, (piece / max(width, 1) - 0.001).rounded(.down))
                    count += Int(whole)
                    x = piece - whole * width
                }
            }
            return (max(1, count), x)
        }
    }

    public struct Column: Sendable {
        /// The least width in pt of the text, below which words would break.
        public var minimum: Double
        public var cells: [Cell]

        public init(minimum: Double, cells: [Cell]) {
            self.minimum = minimum
            self.cells = cells
        }
    }

    /// Divides `total` so that the rows get low, and no column is narrower than its minimum where there is room for that.
    ///
    /// Of the widths with which the table is lowest those are taken that leave few characters alone on a last line, and that
    /// fill the columns alike. Nothing is laid out for it.
    ///
    /// - Parameters:
    ///   - padding: what a column needs beside its text, in pt.
    ///   - step: the width of a character, in pt.
    /// - Returns: widths in pt that add up to `total`.
    public static func widths(of columns: [Column], total: Double, padding: Double, step: Double) -> [Double] {
        let least = columns.map { $0.minimum + padding }
        let needed = least.reduce(0, +)
        guard needed < total, !columns.isEmpty else { return least.map { $0 * total / max(1, needed) } }
        let spare = total - needed
        let slots = min(160, Int(spare / (step / 4)))
        guard slots > 0 else { return least.map { $0 + spare / Double(columns.count) } }
        let unit = min(spare / Double(slots), max(step / 4, spare / 160))
        let search = WidthSearch(columns, unit: unit, slots: slots, step: step)
        let widths = zip(least, search.run()).map { $0 + Double($1) * unit }
        // What is less than a slot goes to all.
        let rest = (total - widths.reduce(0, +)) / Double(widths.count)
        return widths.map { $0 + rest }
    }
}
