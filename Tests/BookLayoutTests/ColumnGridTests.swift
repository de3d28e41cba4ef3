import BookLayout
import TestSupport
import Testing

@Suite
struct ColumnGridTests {
    private typealias Cell = ColumnGrid.Cell

    private let spacing = ColumnGrid.Spacing(leading: 1, along: 0.25)

    private func room(_ total: Double, _ minimums: [Double]) -> ColumnGrid.Room {
        ColumnGrid.Room(total: total, minimums: minimums, step: 1, wanted: spacing, tightest: spacing)
    }

    /// Columns of texts that may be broken between any two characters, by the lengths of the texts of each row.
    private func form(_ columns: [[Int]], room: Double = 1_000) -> ColumnGrid.Form {
        let cells = columns.map { lengths in
            lengths.enumerated().map { row, length in
                Cell(rows: row..<(row + 1), paragraphs: [Array(repeating: 1, count: length)])
            }
        }
        return ColumnGrid.Form(columns: cells, otherLines: 0, otherRows: 0, room: room)
    }

    private func lines(_ form: ColumnGrid.Form, _ widths: [Double]) -> Int {
        var heights: [Int: Int] = [:]
        for (cells, width) in zip(form.columns, widths) {
            for cell in cells {
                heights[cell.rows.lowerBound] = max(heights[cell.rows.lowerBound] ?? 1, cell.lines(in: width).count)
            }
        }
        return heights.values.reduce(0, +)
    }

    @Test("Widths follow the content, add up to the whole and are never below the least")
    func followsContent() {
        let grid = ColumnGrid(for: [form([[4, 4], [40, 30], [6, 3]])], in: room(54, [4, 4, 6]))
        #expect(grid.widths.count == 1 && grid.choices == [0])
        let found = grid.widths[0]
        #expect(abs(found.reduce(0, +) - 54) < 0.001)
        #expect(found[1] > found[0] && found[1] > found[2])
        #expect(found[0] >= 4 && found[1] >= 4 && found[2] >= 6)
    }

    @Test("What does not fit shrinks in proportion; without tables all columns share")
    func shrinks() {
        let found = ColumnGrid(for: [form([[30], [90]])], in: room(45, [30, 60])).widths[0]
        #expect(abs(found.reduce(0, +) - 45) < 0.001 && found[0] < found[1])
        let empty = ColumnGrid(for: [], in: room(30, [1, 1, 1]))
        #expect(empty.choices.isEmpty && abs(empty.widths[0].reduce(0, +) - 30) < 0.001)
    }

    @Test("Like tables share one set of widths; two kinds of tables get two, and each the one that suits it")
    func twoKinds() throws {
        let early = form([[40, 40, 40, 40], [4, 4, 4, 4]])
        let late = form([[4, 4, 4, 4], [40, 40, 40, 40]])
        let alike = ColumnGrid(for: Array(repeating: early, count: 8), in: room(44, [4, 4]))
        #expect(alike.widths.count == 1)
        let mixed = ColumnGrid(for: [early, late, early, late], in: room(44, [4, 4]))
        try #require(mixed.widths.count == 2)
        #expect(mixed.choices[0] == mixed.choices[2] && mixed.choices[1] == mixed.choices[3])
        for (form, choice) in zip([early, late, early, late], mixed.choices) {
            #expect(lines(form, mixed.widths[choice]) < lines(form, mixed.widths[1 - choice]))
        }
    }

    @Test("A column is as wide as its longest number or word of ten characters, whatever that costs")
    func wholeWords() {
        let values = [Cell(rows: 0..<1, paragraphs: [[9]])] + (1..<9).map { Cell(rows: $0..<($0 + 1), paragraphs: [[2]]) }
        let texts = (0..<9).map { Cell(rows: $0..<($0 + 1), paragraphs: [Array(repeating: 1.0, count: 60)]) }
        let forms = [ColumnGrid.Form(columns: [values, texts], otherLines: 0, otherRows: 0, room: 1_000)]
        let grid = ColumnGrid(for: forms, in: room(30, [3, 4]))
        #expect(grid.widths[0][0] >= 9)
    }

    @Test("A word is broken inside only where it is wider than its column")
    func pieces() {
        let cell = Cell(rows: 0..<1, paragraphs: [[4, 5], [2], []])
        #expect(cell.natural == 9)
        #expect(cell.lines(in: 9) == (3, 0))
        #expect(cell.lines(in: 8) == (4, 0))
        #expect(cell.lines(in: 4) == (5, 1))
        #expect(cell.lines(in: 4, longest: 4.5) == (5, 0))
        #expect(Cell(rows: 0..<1, paragraphs: []).lines(in: 4) == (1, 0))
    }

    @Test("Random tables: the widths are near the best of all, and the same each time", arguments: 0..<60)
    func isNearlyBest(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (rows, count) = (Int.random(in: 1...9, using: &random), Int.random(in: 2...4, using: &random))
        let columns = (0..<count).map { _ in
            (0..<rows).map { _ in Int.random(in: 0...40, using: &random) / Int.random(in: 1...6, using: &random) }
        }
        let form = form(columns)
        let minimums = (0..<count).map { _ in Double(Int.random(in: 2...5, using: &random)) }
        let all = room(minimums.reduce(0, +) + 16, minimums)
        let found = ColumnGrid(for: [form], in: all)
        #expect(found.widths == ColumnGrid(for: [form], in: all).widths)
        var best = Int.max
        func visit(_ chosen: [Double], _ rest: Int) {
            if chosen.count == count - 1 {
                best = min(best, lines(form, chosen + [minimums[count - 1] + Double(rest)]))
                return
            }
            for more in 0...rest { visit(chosen + [minimums[chosen.count] + Double(more)], rest - more) }
        }
        visit([], 16)
        // A line or two may be given for cells that are no towers.
        #expect(lines(form, found.widths[0]) <= best + 3)
    }
}
