internal import BookLayout
internal import Typesetting

/// A plain table of figures with one header row and perhaps a total.
struct FigureTable {
    var heads: [String]
    /// The column that holds words and takes the room that is left.
    var textColumn: Int?
    var rows: [[String]] = []
    var total: [String]?

    init(heads: [String], textColumn: Int?) {
        self.heads = heads
        self.textColumn = textColumn
    }

    func table(width: Double, _ setting: TableSetting, measurer: FontContext) -> Table {
        let edges = edges(width: width, setting, measurer)
        var cells: [TableCell] = []
        for (row, texts) in ([heads] + rows + [total].compactMap(\.self)).enumerated() {
            let isTotal = total != nil && row == rows.count + 1
            for (column, text) in texts.enumerated() {
                let isName = column == (textColumn ?? 0) || (isTotal && column == 0)
                let isText = column == textColumn || (isTotal && column == 0)
                let style = row == 0 || isTotal && isText ? setting.head : isText ? setting.text : setting.digits
                cells.append(
                    TableCell(
                        text, style, rows: row..<(row + 1), left: edges[column], right: edges[column + 1],
                        alignment: alignment(row: row, column: column), head: row == 0 ? .column : isName ? .row : nil))
            }
        }
        let rowCount = 1 + rows.count + (total == nil ? 0 : 1)
        return Table(
            width: width, rowCount: rowCount, cells: cells, header: 0..<1,
            padding: Table.Padding(across: 6, along: setting.padding),
            minimumRowHeight: setting.rowHeight)
    }

    private func alignment(row: Int, column: Int) -> TextAlignment {
        if row == 0 || column == 0 { return .center }
        return column == textColumn ? .leading : .trailing
    }

    private func edges(width: Double, _ setting: TableSetting, _ measurer: FontContext) -> [Double] {
        var widths = heads.indices.map { column in
            let texts = rows.map { $0[column] } + [total?[column] ?? ""]
            let figures = texts.map { measurer.width(of: $0, in: setting.digits) }
            return max(figures.max() ?? 0, measurer.width(of: heads[column], in: setting.head)) + 14
        }
        let needed = widths.reduce(0, +) - (textColumn.map { widths[$0] } ?? 0)
        // Figures of absurd length are broken in their cells.
        let scale = min(1, width * 0.65 / max(1, needed))
        for column in widths.indices { widths[column] *= scale }
        let rest = width - needed * scale
        if let textColumn {
            widths[textColumn] = rest
        } else {
            for column in widths.indices { widths[column] += rest / Double(widths.count) }
        }
        var edges = [0.0]
        for width in widths { edges.append((edges.last ?? 0) + width) }
        return edges
    }
}
