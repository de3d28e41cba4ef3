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
        mutating func append(_ content: [WordReader.Block], _ properties: MarkupElement?, element: Int) {
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
            let span = min(max(properties?.first("gridSpan")?.integer("val") ?? 1, 1), 1_000)
            let merge = properties?.first("vMerge").map { $0["val"] == "restart" ? Cell.Merge.begins : .goesOn } ?? .none
            defer { column += span }
            // Cells merged sideways in the writing of old versions are parts of the one before.
            if let sideways = properties?.first("hMerge"), sideways["val"] != "restart", !cells.isEmpty {
                cells[cells.count - 1].span += span
                cells[cells.count - 1].lines += lines
                cells[cells.count - 1].remarks += remarks
                return
            }
            cells.append(Cell(element: element, lines: lines, remarks: remarks, column: column, span: span, merge: merge))
        }
    }

    fileprivate struct Cell {
        enum Merge {
            case none, begins, goesOn
        }

        /// In the part.
        var element: Int
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
    func placed(
        in file: Location, table: Int, _ notes: inout WordNotes, _ anchors: inout WordAnchors
    ) -> [SourceDocument.Row] {
        var result: [SourceDocument.Row] = []
        place(in: file, table, at: nil, &notes, &anchors, &result)
        return result
    }

    /// - Parameter outer: the place of the cell that the table stands in.
    private func place(
        in file: Location, _ table: Int, at outer: Location?, _ notes: inout WordNotes, _ anchors: inout WordAnchors,
        _ result: inout [SourceDocument.Row]
    ) {
        /// Columns in which a merged cell is open.
        var open: Set<Int> = []
        for (index, row) in rows.enumerated() {
            var cells: [SourceDocument.Cell] = []
            for cell in row.cells {
                let place = Location(in: file, table: table, row: index + 1, cell: cells.count + 1)
                notes.add(cell.remarks, at: place)
                let goesOn = cell.merge == .goesOn && open.contains(cell.column)
                if cell.merge == .begins { open.insert(cell.column) } else if cell.merge == .none { open.remove(cell.column) }
                cells.append(
                    SourceDocument.Cell(
                        text: goesOn ? "" : cell.lines.joined(separator: "\n"), location: outer ?? place, column: cell.column,
                        span: cell.span, continuesAbove: goesOn))
                if !goesOn { anchors.add(cell.element, cells[cells.count - 1].text, at: outer ?? place) }
            }
            if cells.contains(where: { !$0.text.isEmpty }) { result.append(SourceDocument.Row(cells: cells)) }
            let place = Location(in: file, table: table, row: index + 1, cell: cells.isEmpty ? nil : cells.count)
            for inner in row.nested { inner.place(in: file, table, at: outer ?? place, &notes, &anchors, &result) }
        }
    }
}
