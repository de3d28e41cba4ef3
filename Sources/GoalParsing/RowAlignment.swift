internal import GoalModel
internal import SourceFiles

/// Puts the cells of a row under their columns, also where the row has too few or too many.
struct RowAlignment {
    typealias Column = IndicatorColumns.Column
    private(set) var cells: [(column: Column, cell: SourceDocument.Cell)] = []
    /// Cells that no column is left for.
    private(set) var surplus: [SourceDocument.Cell] = []
    /// A description that a tab had torn was put together.
    private(set) var isJoined = false

    /// The table's own columns told where each cell belongs; a short row is then no slip.
    private(set) var isByColumn = false

    /// - Parameter positions: the table's own columns that the headings cover; empty where the table has none.
    init(_ row: [SourceDocument.Cell], columns: [Column], positions: [Range<Int>] = []) {
        if !positions.isEmpty, row.allSatisfy({ $0.column != nil }) {
            let placed = RowAlignment.byColumn(row, positions)
            if RowAlignment.isTorn(placed, columns, count: row.count) {
                alignShort(row[...], columns[...])
                return
            }
            isByColumn = true
            cells = placed.cells.map { (columns[$0.place], $0.cell) }
            surplus = placed.surplus
        } else if row.count < columns.count {
            alignShort(row[...], columns[...])
        } else if row.count > columns.count, let joined = RowAlignment.joiningDescription(row, columns) {
            isJoined = true
            take(joined[...], columns[...])
        } else {
            take(row[...], columns[...])
        }
    }

    struct Placed {
        var cells: [(place: Int, cell: SourceDocument.Cell)] = []
        var surplus: [SourceDocument.Cell] = []
    }

    /// Each cell under the heading that it begins below; as many cells as headings follow each other in their order.
    static func byColumn(_ row: [SourceDocument.Cell], _ positions: [Range<Int>]) -> Placed {
        var placed = Placed()
        let places = row.map { cell in cell.column.flatMap { column in place(of: cell, at: column, positions) } }
        if row.count == positions.count, Set(places).count < row.count || places.contains(nil) {
            placed.cells = Array(zip(row.indices, row)).map { ($0, $1) }
            return placed
        }
        var next = 0
        for (cell, place) in zip(row, places) {
            if let place, place >= next {
                placed.cells.append((place, cell))
                next = place + 1
            } else if !cell.text.isEmpty {
                placed.surplus.append(cell)
            }
        }
        return placed
    }

    private static func place(of cell: SourceDocument.Cell, at column: Int, _ positions: [Range<Int>]) -> Int? {
        if let exact = positions.firstIndex(where: { $0.contains(column) }) { return exact }
        let range = cell.range(from: column)
        return positions.firstIndex { $0.overlaps(range) }
    }

    /// Whether a cell is missing in the middle of a row, so that all behind it stand too far left: the value is the last cell,
    /// and none stands in its column.
    private static func isTorn(_ placed: Placed, _ columns: [Column], count: Int) -> Bool {
        guard count < columns.count, let target = columns.firstIndex(of: .field(.target)),
            !placed.cells.contains(where: { $0.place >= target }), let last = placed.cells.last, last.place > 0,
            last.place == count - 1
        else { return false }
        return columns[last.place] != .field(.target) && isValue(last.cell) && !last.cell.text.isEmpty
    }

    private mutating func take(_ row: ArraySlice<SourceDocument.Cell>, _ columns: ArraySlice<Column>) {
        cells.reserveCapacity(cells.count + columns.count)
        for (column, cell) in zip(columns, row) { cells.append((column, cell)) }
        if row.count > columns.count { surplus += row.dropFirst(columns.count).filter { !$0.text.isEmpty } }
    }

    /// A short row is aligned by what its cells look like.
    private mutating func alignShort(_ row: ArraySlice<SourceDocument.Cell>, _ columns: ArraySlice<Column>) {
        var row = row
        var columns = columns
        if columns.starts(with: [.field(.category), .field(.type)]) {
            if let first = row.first, first.text.isEmpty || first.text.isCategoryWord {
                cells.append((.field(.category), first))
                row = row.dropFirst()
            }
            if let next = row.first, next.text.isLevelWord {
                cells.append((.field(.type), next))
                row = row.dropFirst()
            }
            columns = columns.dropFirst(2)
        }
        // The value is the cell that reads as one; what stands behind it is its basis.
        if let column = columns.firstIndex(of: .field(.target)),
            let value = row.dropFirst().prefix(column - columns.startIndex).firstIndex(where: RowAlignment.isValue)
        {
            take(row[..<value], columns[..<column])
            take(row[value...], columns[column...])
        } else {
            take(row, columns)
        }
    }

    /// A tab inside a description makes several cells of it: they are joined when the value then stands in its column.
    private static func joiningDescription(_ row: [SourceDocument.Cell], _ columns: [Column]) -> [SourceDocument.Cell]? {
        guard let target = columns.firstIndex(of: .field(.target)),
            let description = columns.firstIndex(of: .field(.description)),
            description < target, row.indices.contains(target), !isValue(row[target])
        else { return nil }
        let extra = row.count - columns.count
        guard isValue(row[target + extra]) else { return nil }
        var joined = row
        let pieces = row[description...(description + extra)].map(\.text).filter { !$0.isEmpty }
        joined.replaceSubrange(
            description...(description + extra),
            with: [SourceDocument.Cell(text: pieces.joined(separator: " "), location: row[description].location)])
        return joined
    }

    private static func isValue(_ cell: SourceDocument.Cell) -> Bool {
        cell.text.utf8.count <= 300 && Target(reading: cell.text).kind != "text"
    }
}
