internal import Text

extension StructureTree {
    /// Adds a table with its rows and cells.
    ///
    /// Cells are counted on the grid of all edges that occur in the table: a cell without a neighbour of its own width spans
    /// several columns, as readers expect it (ISO 14289-1, 7.5).
    /// - Returns: the element of each cell, in the order of `table.cells`.
    mutating func add(_ table: Table, under parent: ElementID) -> [ElementID] {
        let grid = table.columnEdges
        let element = add(.table, under: parent)
        var ids = Array(repeating: element, count: table.cells.count)
        var cellsOfRow = Array(repeating: [Int](), count: table.rowCount)
        for (index, cell) in table.cells.enumerated() where cellsOfRow.indices.contains(cell.rows.lowerBound) {
            cellsOfRow[cell.rows.lowerBound].append(index)
        }
        for indices in cellsOfRow {
            let row = add(.row, under: element)
            for index in indices.sorted(by: { table.cells[$0].left < table.cells[$1].left }) {
                let cell = table.cells[index]
                let columns = Table.position(of: cell.right, in: grid) - Table.position(of: cell.left, in: grid)
                let span = CellSpan(rows: cell.rows.clamped(to: 0..<table.rowCount).count, columns: max(1, columns))
                ids[index] = add(cell.head.map { .headCell($0, span) } ?? .cell(span), under: row)
            }
        }
        return ids
    }
}

extension Table {
    /// The left and right edges of all cells in pt, each once.
    var columnEdges: [Double] {
        var edges: [Double] = []
        for edge in cells.flatMap({ [$0.left, $0.right] }).sorted() where edge > (edges.last ?? -1) + Self.tolerance {
            edges.append(edge)
        }
        return edges
    }

    /// Edges closer than this are one, in pt: widths are sums of fractions.
    private static let tolerance = 0.01

    static func position(of edge: Double, in grid: [Double]) -> Int {
        grid.partitioningIndex { !($0 < edge - tolerance) }
    }
}
