internal import BookLayout
internal import Typesetting

/// A plain table of figures with one header row, perhaps in groups with subtotals, and perhaps with a total.
struct FigureTable {
    var heads: [String]
    /// The column that holds words and takes the room that is left.
    var textColumn: Int?
    /// What stands above the labels of the groups; they take the first column.
    var groupHead: String?
    var groups: [Group] = []
    var total: [String]?

    struct Group {
        var label = ""
        var rows: [[String]]
        var subtotal: [String]?
        /// For each row what the figures add up to so far, where the table says so at the end of each page.
        var carried: [[String]] = []
    }

    init(heads: [String], textColumn: Int?, rows: [[String]] = []) {
        self.heads = heads
        self.textColumn = textColumn
        if !rows.isEmpty { groups = [Group(rows: rows)] }
    }

    func table(width: Double, _ setting: TableSetting, measurer: FontContext) -> Table {
        var cells = Cells(edges: edges(width: width, setting, measurer), offset: groupHead == nil ? 0 : 1)
        if let groupHead { cells.add(groupHead, setting.head, column: -1, head: .column) }
        for (column, text) in heads.enumerated() { cells.add(text, setting.head, column: column, head: .column) }
        cells.row += 1
        for group in groups { add(group, setting, to: &cells) }
        if let total { addSum(total, from: groupHead == nil ? 0 : -1, setting, to: &cells) }
        return Table(
            width: width, rowCount: cells.row, cells: cells.list, header: 0..<1,
            padding: Table.Padding(across: 6, along: setting.padding), minimumRowHeight: setting.rowHeight,
            carry: carry(setting, edges: cells.edges))
    }

    private func add(_ group: Group, _ setting: TableSetting, to cells: inout Cells) {
        if groupHead != nil {
            let height = group.rows.count + (group.subtotal == nil ? 0 : 1)
            cells.add(group.label, setting.text, rows: height, column: -1, head: .row, isContinued: true)
        }
        for texts in group.rows {
            for (column, text) in texts.enumerated() {
                let style = column == textColumn ? setting.text : setting.digits
                cells.add(
                    text, style, column: column, alignment: alignment(of: column), head: column == (textColumn ?? 0) ? .row : nil)
            }
            cells.row += 1
        }
        if let subtotal = group.subtotal { addSum(subtotal, from: 0, setting, to: &cells) }
    }

    /// A row whose words take all columns in front of the figures.
    private func addSum(_ texts: [String], from first: Int, _ setting: TableSetting, to cells: inout Cells) {
        let words = textColumn ?? 0
        cells.add(texts[words], setting.head, column: first, through: words, head: .row)
        for (column, text) in texts.enumerated() where column > words {
            cells.add(text, setting.digits, column: column, alignment: .trailing)
        }
        cells.row += 1
    }

    /// 过次页 and 承前页 with the sums so far.
    private func carry(_ setting: TableSetting, edges: [Double]) -> TableCarry? {
        guard groups.contains(where: { !$0.carried.isEmpty }) else { return nil }
        let offset = groupHead == nil ? 0 : 1
        let words = textColumn ?? 0
        let title = TableCarry.Column(left: 0, right: edges[words + offset + 1], style: setting.head, alignment: .center)
        let figures = heads.indices.dropFirst(words + 1).map { column in
            TableCarry.Column(
                left: edges[column + offset], right: edges[column + offset + 1], style: setting.digits, alignment: .trailing)
        }
        var sums: [[String]] = [[]]
        for group in groups {
            sums += group.carried.map { Array($0.dropFirst(words)) }
            if group.subtotal != nil { sums.append(sums.last ?? []) }
        }
        return TableCarry(columns: [title] + figures, sums: sums)
    }

    private func alignment(of column: Int) -> TextAlignment {
        if column == 0 { return .center }
        return column == textColumn ? .leading : .trailing
    }

    /// The cells of a table that is filled row by row.
    private struct Cells {
        let edges: [Double]
        /// How many columns stand in front of the one that is counted as 0.
        let offset: Int
        var row = 0
        var list: [TableCell] = []

        mutating func add(
            _ text: String, _ style: TextStyle, rows: Int = 1, column: Int, through last: Int? = nil,
            alignment: TextAlignment = .center, head: HeadScope? = nil, isContinued: Bool = false
        ) {
            list.append(
                TableCell(
                    text, style, rows: row..<(row + rows), left: edges[column + offset],
                    right: edges[(last ?? column) + offset + 1],
                    alignment: alignment, continuation: isContinued && !text.isEmpty ? text + "（续）" : nil, head: head))
        }
    }

    private func edges(width: Double, _ setting: TableSetting, _ measurer: FontContext) -> [Double] {
        let rows = groups.flatMap { $0.rows + [$0.subtotal].compactMap(\.self) } + [total].compactMap(\.self)
        var widths = heads.indices.map { column in
            let figures = rows.map { measurer.width(of: $0[column], in: setting.digits) }
            return max(figures.max() ?? 0, measurer.width(of: heads[column], in: setting.head)) + 14
        }
        var textColumn = textColumn
        if let groupHead {
            let labels = groups.map { measurer.width(of: $0.label, in: setting.text) }
            let head = measurer.width(of: groupHead, in: setting.head)
            widths.insert(max(min(labels.max() ?? 0, 6 * setting.size), head) + 14, at: 0)
            textColumn = textColumn.map { $0 + 1 }
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
