/// The lines of a table of sums where it goes over a page, as in Chinese account books: a last line 过次页 with the sums up to
/// there, and a first line 承前页 with the same sums on the next page.
///
/// Both lines are matter that is repeated, so they stand in no row of the table and belong to no element of the structure. They
/// take the table's padding and minimum height. There are none where a row is broken inside, nor where they would be higher
/// than a sixth of the page.
///
/// ```swift
/// table.carry = TableCarry(
///     columns: [
///         .init(left: 0, right: 300, style: head, alignment: .center), .init(left: 300, right: 442, style: digits, alignment: .trailing),
///     ],
///     // Nothing behind the heading; the total needs no line, but nothing ever breaks behind the last row.
///     sums: [[]] + running.map { ["", $0.description] } + [[]])
/// ```
public struct TableCarry: Hashable, Sendable {
    /// A cell of both lines; together they take in the table's width.
    public struct Column: Hashable, Sendable {
        /// Edges in pt from the left edge of the table.
        public var left: Double
        public var right: Double
        public var style: TextStyle
        public var alignment: TextAlignment

        public init(left: Double, right: Double, style: TextStyle, alignment: TextAlignment) {
            (self.left, self.right, self.style, self.alignment) = (left, right, style, alignment)
        }
    }

    public var columns: [Column]
    /// For each row of the table the texts of `columns` if a page ends with it; empty where there is nothing to carry.
    ///
    /// Rows beyond the end of the list have nothing to carry.
    public var sums: [[String]]
    /// The column whose text is replaced by `forward` and `brought`.
    public var titleColumn: Int
    /// What the last line of a page and the first one of the next are called.
    public var forward: String
    public var brought: String

    public init(columns: [Column], sums: [[String]], titleColumn: Int = 0, forward: String = "过次页", brought: String = "承前页") {
        (self.columns, self.sums, self.titleColumn) = (columns, sums, titleColumn)
        (self.forward, self.brought) = (forward, brought)
    }
}

/// The two lines of one page end, laid out.
struct LaidCarry<Block: LaidText> {
    var forward: [Block]
    var brought: [Block]
    /// Of each of the lines, in pt.
    var height: Double
}

extension LaidTable {
    /// - Returns: `nil` where nothing is carried when a page ends with `row`.
    func carry(after row: Int, pageHeight: Double) -> LaidCarry<Measurer.Block>? {
        guard let carry = table.carry, carry.sums.indices.contains(row), !carry.sums[row].isEmpty else { return nil }
        func line(_ title: String) -> [Measurer.Block] {
            carry.columns.enumerated().map { index, column in
                let sum = carry.sums[row].indices.contains(index) ? carry.sums[row][index] : ""
                let width = max(1, column.right - column.left - 2 * table.padding.across)
                return measurer.layOut(
                    TextRequest(
                        index == carry.titleColumn ? title : sum, column.style, width: width, alignment: column.alignment))
            }
        }
        let (forward, brought) = (line(carry.forward), line(carry.brought))
        let text = (forward + brought).map(\.height).max() ?? 0
        let height = max(table.minimumRowHeight, text + 2 * table.padding.along)
        return height <= pageHeight / 6 ? LaidCarry(forward: forward, brought: brought, height: height) : nil
    }
}

extension TablePagination {
    /// Draws one of the two lines.
    func drawCarried(_ blocks: [Block], from top: Double, height: Double, into drawn: inout TablePart<Block>) {
        guard let carry = laid.table.carry else { return }
        for (block, column) in zip(blocks, carry.columns) {
            let y = top + (height - block.height) / 2
            drawn.texts.append(
                PlacedText(block, lines: 0..<block.lineCount, x: column.left + laid.table.padding.across, y: y, element: nil))
            if column.left > 0.01 {
                drawn.rules.append(Rule(fromX: column.left, fromY: top, toX: column.left, toY: top + height))
            }
        }
        if top > 0.01 { drawn.rules.append(Rule(fromX: 0, fromY: top, toX: laid.table.width, toY: top)) }
    }
}
