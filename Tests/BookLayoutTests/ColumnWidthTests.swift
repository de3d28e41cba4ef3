import BookLayout
import TestSupport
import Testing

@Suite
struct ColumnWidthTests {
    private typealias Column = ColumnWidths.Column
    private typealias Cell = ColumnWidths.Cell

    private func widths(_ columns: [ColumnWidths.Column], total: Double) -> [Double] {
        ColumnWidths.widths(of: columns, total: total, padding: 2, step: 1)
    }

    /// A column whose texts may be broken between any two characters.
    private func column(minimum: Double, _ lengths: [Int]) -> ColumnWidths.Column {
        Column(
            minimum: minimum,
            cells: lengths.enumerated().map { row, length in
                Cell(rows: row..<(row + 1), paragraphs: [Array(repeating: 1, count: length)])
            })
    }

    @Test("Widths follow the content, add up to the whole and are never below the least")
    func followsContent() {
        let columns = [column(minimum: 4, [4, 4]), column(minimum: 4, [40, 30]), column(minimum: 6, [6, 3])]
        let found = widths(columns, total: 60)
        #expect(abs(found.reduce(0, +) - 60) < 0.001)
        #expect(found[1] > found[0] && found[1] > found[2])
        for (width, column) in zip(found, columns) { #expect(width >= column.minimum + 2 - 0.001) }
    }

    @Test("What does not fit shrinks in proportion")
    func shrinks() {
        let found = widths([column(minimum: 30, [30]), column(minimum: 60, [90])], total: 47)
        #expect(abs(found.reduce(0, +) - 47) < 0.001)
        #expect(found[0] < found[1])
    }

    @Test("Columns without content share alike")
    func empty() {
        let found = widths(Array(repeating: column(minimum: 1, []), count: 3), total: 30)
        #expect(found.allSatisfy { abs($0 - 10) < 0.3 })
        #expect(abs(found.reduce(0, +) - 30) < 0.001)
    }

    @Test("A column of ten thousand characters gets nearly all room")
    func hugeCell() {
        let found = widths(
            [column(minimum: 4, [8, 8]), column(minimum: 4, [12, 10_000]), column(minimum: 4, [9, 9])], total: 60)
        #expect(found[1] >= 60 - 2 * 6.5)
    }

    @Test("A word is broken inside only where it is wider than its column")
    func pieces() {
        let cell = Cell(rows: 0..<1, paragraphs: [[4, 5], [2], []])
        #expect(cell.natural == 9)
        #expect(cell.lines(in: 9).count == 3)
        #expect(cell.lines(in: 8).count == 4)
        #expect(cell.lines(in: 4).count == 5)
        #expect(Cell(rows: 0..<1, paragraphs: []).lines(in: 4).count == 1)
    }

    @Test("Random columns: no other widths make the table lower", arguments: 0..<UInt64(Cases.number(60, quick: 3)))
    func isLowest(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let rows = Int.random(in: 1...9, using: &random)
        let count = Int.random(in: 2...4, using: &random)
        var columns = (0..<count).map { _ in
            column(
                minimum: Double(Int.random(in: 2...5, using: &random)),
                (0..<rows).map { _ in Int.random(in: 0...40, using: &random) / Int.random(in: 1...6, using: &random) })
        }
        if rows > 3 {
            // A merged label over some rows.
            let label = Cell(rows: 0..<2, paragraphs: [Array(repeating: 1, count: Int.random(in: 1...14, using: &random))])
            columns.append(Column(minimum: 2, cells: [label]))
        }
        let room = columns.reduce(0) { $0 + $1.minimum + 2 }
        let spare = 16
        let found = widths(columns, total: room + Double(spare))
        var best = Double.infinity
        func visit(_ chosen: [Double], _ rest: Int) {
            if chosen.count == columns.count - 1 {
                let last = columns[chosen.count].minimum + Double(rest)
                best = min(best, height(columns, chosen + [last], rows: rows))
                return
            }
            for more in 0...rest { visit(chosen + [columns[chosen.count].minimum + Double(more)], rest - more) }
        }
        visit([], spare)
        // A line may be given for fewer lonely characters.
        #expect(height(columns, found.map { $0 - 2 }, rows: rows) <= best + 1)
    }

    /// In lines, half a line of space in each row.
    private func height(_ columns: [ColumnWidths.Column], _ widths: [Double], rows: Int) -> Double {
        var heights = Array(repeating: 1.5, count: rows)
        for isMerged in [false, true] {
            for (column, width) in zip(columns, widths) {
                for cell in column.cells where (cell.rows.count > 1) == isMerged {
                    let last = cell.rows.upperBound - 1
                    let lack = Double(cell.lines(in: width).count) + 0.5 - heights[cell.rows].reduce(0, +)
                    heights[last] += max(0, lack)
                }
            }
        }
        return heights.reduce(0, +)
    }
}
