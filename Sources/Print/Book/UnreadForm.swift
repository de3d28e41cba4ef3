internal import BookLayout
internal import GoalModel
internal import Typesetting

extension FormSetting {
    /// The tables of a project that were not understood, below its form: as they stand, and marked.
    mutating func addUnread(_ tables: [UnreadTable]) {
        for table in tables {
            let title = TextRequest("没有认出的绩效指标表（照原样列出，没有计入任何数字）", type.heading, width: geometry.width)
            body.place(Paragraph(title, before: 14, after: 3, keepBelow: 60))
            let reason = TextRequest(table.reasons.joined(separator: "；") + "。", type.note, width: geometry.width)
            body.place(Paragraph(reason, after: 4, keepBelow: 40))
            body.place(LaidTable(grid(of: table), measurer: measurer))
        }
    }

    /// The table's own grid; columns as wide as their texts ask, none narrower than three characters.
    private func grid(of source: UnreadTable) -> Table {
        let setting = TableSetting(size: 9, leading: 12, padding: 2)
        var weights = Array(repeating: 3.0, count: min(source.width, 40))
        for cell in source.rows.joined() where cell.span == 1 && cell.column <= weights.count {
            weights[cell.column - 1] = min(14, max(weights[cell.column - 1], Double(cell.text.count)))
        }
        var edges = [0.0]
        let unit = geometry.width / weights.reduce(0, +)
        for weight in weights { edges.append((edges.last ?? 0) + weight * unit) }
        edges[edges.count - 1] = geometry.width
        var cells: [TableCell] = []
        for (row, line) in source.rows.enumerated() {
            var next = 1
            for cell in line where cell.column >= next && cell.column <= weights.count {
                if cell.column > next { cells.append(blank(row, from: edges[next - 1], to: edges[cell.column - 1], setting)) }
                let end = min(cell.column + cell.span, edges.count)
                cells.append(
                    TableCell(
                        cell.text, setting.text, rows: row..<(row + 1), left: edges[cell.column - 1], right: edges[end - 1],
                        alignment: .leading))
                next = end
            }
            if next <= weights.count { cells.append(blank(row, from: edges[next - 1], to: geometry.width, setting)) }
        }
        return Table(
            width: geometry.width, rowCount: source.rows.count, cells: cells, header: 0..<min(1, source.rows.count),
            padding: Table.Padding(across: ProjectForm.across, along: setting.padding), minimumRowHeight: setting.rowHeight)
    }

    private func blank(_ row: Int, from left: Double, to right: Double, _ setting: TableSetting) -> TableCell {
        TableCell("", setting.text, rows: row..<(row + 1), left: left, right: right)
    }
}
