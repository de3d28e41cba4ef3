internal import GoalModel
internal import SourceFiles

/// Forms that stand side by side on one sheet, taken apart from left to right.
enum SheetPanes {
    /// The table itself where only one form stands across it.
    static func split(_ table: SourceDocument.Table, _ lexicon: Lexicon) -> [SourceDocument.Table] {
        guard let starts = Self.starts(of: table, lexicon), starts.count > 1 else { return [table] }
        return starts.indices.map { index in
            let columns = (index == 0 ? 0 : starts[index])..<(index + 1 < starts.count ? starts[index + 1] : Int.max)
            let rows = table.rows.compactMap { row -> SourceDocument.Row? in
                let cells = row.cells.filter { $0.column.map(columns.contains) == true }
                return cells.contains { !$0.text.isEmpty } ? SourceDocument.Row(cells: cells) : nil
            }
            return SourceDocument.Table(rows: rows, rowsAreCertain: table.rowsAreCertain, isSheet: table.isSheet)
        }
    }

    /// The first column of each form: 一级指标 stands in one row as often as there are forms.
    private static func starts(of table: SourceDocument.Table, _ lexicon: Lexicon) -> [Int]? {
        guard let row = table.rows.first(where: { Self.headings(in: $0, lexicon).count > 1 }) else { return nil }
        let headings = Self.headings(in: row, lexicon)
        let used = usedColumns(table)
        var starts: [Int] = []
        for (index, heading) in headings.enumerated() {
            // A blank column before it is the gap; without one the forms touch.
            let before = index == 0 ? 0 : headings[index - 1]
            let gap = ((before + 1)..<max(heading, before + 2)).last { !used.contains($0) && $0 < heading }
            starts.append(gap.map { $0 + 1 } ?? heading)
        }
        // A cell across two of them would be torn: then they are no forms side by side.
        let isTorn = table.rows.contains { row in
            let written = row.cells.filter { !$0.text.isEmpty }
            return written.count > 1
                && written.contains { cell in
                    starts.dropFirst().contains { start in
                        cell.column.map { $0 < start && $0 + cell.span > start } == true
                    }
                }
        }
        return isTorn || zip(starts, starts.dropFirst()).contains { $0 >= $1 } ? nil : starts
    }

    private static func headings(in row: SourceDocument.Row, _ lexicon: Lexicon) -> [Int] {
        row.cells.filter { lexicon.column($0.text) == .category }.compactMap(\.column)
    }

    /// Columns in which something is written, but for lone titles across all of the sheet.
    private static func usedColumns(_ table: SourceDocument.Table) -> Set<Int> {
        var used: Set<Int> = []
        for row in table.rows {
            let written = row.cells.filter { !$0.text.isEmpty }
            guard written.count > 1 else { continue }
            for cell in written {
                guard let column = cell.column else { continue }
                used.formUnion(column..<(column + min(max(1, cell.span), 400)))
            }
        }
        return used
    }
}
