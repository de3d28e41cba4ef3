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
        if row.count != columns.count, !positions.isEmpty, row.allSatisfy({ $0.column != nil }) {
            isByColumn = true
            align(row, columns, positions)
        } else if row.count < columns.count {
            alignShort(row[...], columns[...])
        } else if row.count > columns.count, let joined = RowAlignment.joiningDescription(row, columns) {
            isJoined = true
            take(joined[...], columns[...])
        } else {
            take(row[...], columns[...])
        }
    }

    private mutating func align(_ row: [SourceDocument.Cell], _ columns: [Column], _ positions: [Range<Int>]) {
        var next = 0
        for cell in row {
            guard let column = cell.column else { continue }
            let place = positions.firstIndex { $0.contains(column) }
            if let place, place >= next {
                cells.append((columns[place], cell))
                next = place + 1
            } else if !cell.text.isEmpty {
                surplus.append(cell)
            }
        }
    }

    private mutating func take(_ row: ArraySlice<SourceDocument.Cell>, _ columns: ArraySlice<Column>) {
        cells += zip(columns, row).map { ($0, $1) }
        surplus += row.dropFirst(columns.count).filter { !$0.text.isEmpty }
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
