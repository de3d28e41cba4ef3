internal import Diagnostics
internal import GoalModel

/// A table before it has a place: rows of cells with the grid columns that they cover.
struct WordTable {
    private(set) var rows: [Row] = []

    struct Row {
        fileprivate var cells: [Cell] = []
        fileprivate var nested: [WordTable] = []
        fileprivate var column: Int

        init(column: Int) {
            self.column = column
        }

        /// Appends a cell with what stands in it; tables in it are set behind the row.
        mutating func append(_ content: [WordReader.Block], _ properties: MarkupElement?) {
            var lines: [String] = []
            var remarks: [WordRemark] = []
            for block in content {
                switch block {
                case .paragraph(let paragraph):
                    lines += paragraph.cellLines
                    remarks += paragraph.remarks
                case .table(let table): nested.append(table)
                }
            }
            let span = min(max(properties?.first("gridSpan")?["val"].flatMap { Int($0) } ?? 1, 1), 1_000)
            let merge = properties?.first("vMerge").map { $0["val"] == "restart" ? Cell.Merge.begins : .goesOn } ?? .none
            defer { column += span }
            // Cells merged sideways in the writing of old versions are parts of the one before.
            if let sideways = properties?.first("hMerge"), sideways["val"] != "restart", !cells.isEmpty {
                cells[cells.count - 1].span += span
                cells[cells.count - 1].lines += lines
                cells[cells.count - 1].remarks += remarks
                return
            }
            cells.append(Cell(lines: lines, remarks: remarks, column: column, span: span, merge: merge))
        }
    }

    fileprivate struct Cell {
        enum Merge {
            case none, begins, goesOn
        }

        var lines: [String]
        var remarks: [WordRemark]
        var column: Int
        var span: Int
        var merge: Merge
    }

    mutating func append(_ row: Row) {
        rows.append(row)
    }

    /// The rows with their places; a nested table's rows stand behind the row that holds it, at its place.
    func placed(file: String, table: Int, _ notes: inout WordNotes) -> [SourceDocument.Row] {
        var result: [SourceDocument.Row] = []
        /// Columns in which a merged cell is open.
        var open: Set<Int> = []
        for (index, row) in rows.enumerated() {
            var cells: [SourceDocument.Cell] = []
            for cell in row.cells {
                let place = Location(file: file, table: table, row: index + 1, cell: cells.count + 1)
                notes.add(cell.remarks, at: place)
                let goesOn = cell.merge == .goesOn && open.contains(cell.column)
                if cell.merge == .begins { open.insert(cell.column) } else if cell.merge == .none { open.remove(cell.column) }
                cells.append(
                    SourceDocument.Cell(
                        text: goesOn ? "" : cell.lines.joined(separator: "\n"), location: place, column: cell.column,
                        span: cell.span, continuesAbove: goesOn))
            }
            if cells.contains(where: { !$0.text.isEmpty }) { result.append(SourceDocument.Row(cells: cells)) }
            let place = Location(file: file, table: table, row: index + 1, cell: cells.isEmpty ? nil : cells.count)
            for inner in row.nested {
                for nested in inner.placed(file: file, table: table, &notes) {
                    result.append(
                        SourceDocument.Row(
                            cells: nested.cells.map { cell in
                                var cell = cell
                                cell.location = place
                                return cell
                            }))
                }
            }
        }
        return result
    }
}
