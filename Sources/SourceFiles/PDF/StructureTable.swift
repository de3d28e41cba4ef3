internal import Diagnostics
internal import GoalModel

/// A table of the structure tree before it has a place.
struct StructureTable {
    var rows: [Row] = []

    struct Row {
        var cells: [Cell] = []
    }

    struct Cell {
        var lines: [String] = []
        var nested: [StructureTable] = []
        var page: Int?
        var height = 1
        var width = 1

        init(_ content: StructureFlow, height: Int, width: Int) {
            (self.height, self.width) = (height, width)
            page = content.firstPage
            for block in content.blocks {
                switch block {
                case .paragraph(let paragraph): lines += paragraph.lines
                case .table(let table): nested.append(table)
                }
            }
        }
    }

    var firstPage: Int? {
        for row in rows { for cell in row.cells { if let page = cell.page { return page } } }
        return nil
    }

    /// The rows that say something, with their places; those of a table in a cell stand behind its row, at its place.
    ///
    /// - Throws: ``ReadingError`` when cells over many rows and columns make too many.
    func placed(in file: Location, table: Int, _ budget: ReadingBudget) throws(ReadingError) -> [SourceDocument.Row] {
        var result: [SourceDocument.Row] = []
        try place(in: file, table, at: nil, budget, &result)
        return result
    }

    /// - Parameter outer: the place of the cell that the table stands in.
    private func place(
        in file: Location, _ table: Int, at outer: Location?, _ budget: ReadingBudget, _ result: inout [SourceDocument.Row]
    ) throws(ReadingError) {
        /// Cells that reach down into further rows, by their first column.
        var open: [Int: (last: Int, width: Int)] = [:]
        var page = firstPage
        for (index, row) in rows.enumerated() {
            var cells: [SourceDocument.Cell] = []
            var column = 1
            page = row.cells.lazy.compactMap(\.page).first ?? page
            func add(_ text: String, width: Int, page: Int?, continuesAbove: Bool = false) {
                let place = Location(in: file, page: page, table: table, row: index + 1, cell: cells.count + 1)
                cells.append(
                    .init(text: text, location: outer ?? place, column: column, span: width, continuesAbove: continuesAbove))
                column += width
            }
            try budget.spend(steps: open.count)
            open = open.filter { $0.value.last >= index }
            let above = open
            try budget.spend(pieces: above.count)
            for cell in row.cells {
                while let covered = above[column] { add("", width: covered.width, page: page, continuesAbove: true) }
                let first = column
                add(cell.lines.joined(separator: "\n"), width: cell.width, page: cell.page ?? page)
                open[first] = cell.height > 1 ? (index + cell.height - 1, cell.width) : nil
            }
            for first in above.keys.sorted() where first >= column {
                column = first
                add("", width: above[first]?.width ?? 1, page: page, continuesAbove: true)
            }
            if cells.contains(where: { !$0.text.isEmpty }) { result.append(SourceDocument.Row(cells: cells)) }
            let place = Location(
                in: file, page: page, table: table, row: index + 1, cell: cells.isEmpty ? nil : cells.count)
            for cell in row.cells {
                for inner in cell.nested { try inner.place(in: file, table, at: outer ?? place, budget, &result) }
            }
        }
    }
}
