internal import BookLayout
internal import Text
internal import Typesetting

/// A table of the opinion: columns of texts, and rows that head a group.
struct ReviewGrid {
    struct Column {
        var title: String
        /// What of the room it takes; `nil` for as much as its texts need.
        var share: Double?
        var alignment: TextAlignment = .leading
        /// Figures, whose digits stand one below the other.
        var isFigures = false

        init(_ title: String, share: Double? = nil, _ alignment: TextAlignment = .leading, isFigures: Bool = false) {
            (self.title, self.share, self.alignment, self.isFigures) = (title, share, alignment, isFigures)
        }
    }

    enum Row {
        case cells([String])
        case group(String)
        /// What is said of the rows below.
        case note(String)
        /// What the rows above come to; it does not head those below.
        case sum([String])

        fileprivate var texts: [String]? {
            switch self {
            case .cells(let texts), .sum(let texts): texts
            case .group, .note: nil
            }
        }

        var isLead: Bool { texts == nil }
    }

    static let setting = TableSetting(size: 9, leading: 12.5, padding: 1.4)

    var columns: [Column]
    var rows: [Row]
    var setting = Self.setting
    /// The column that tells what its row is about.
    var headColumn = 0
    /// For further pages.
    var caption: TableCaption?
    /// The head stands on grey.
    var isTinted = false
    private static let across = 4.5

    func laid(width: Double, measurer: FontContext) -> LaidTable<FontContext> {
        let edges = edges(width: width, measurer)
        var cells: [TableCell] = []
        func add(
            _ text: String, _ style: TextStyle, row: Int, _ columns: Range<Int>, _ alignment: TextAlignment, _ head: HeadScope?
        ) {
            cells.append(
                TableCell(
                    text, style, rows: row..<(row + 1), left: edges[columns.lowerBound], right: edges[columns.upperBound],
                    alignment: alignment, head: head))
        }
        for (index, column) in columns.enumerated() {
            add(column.title, setting.head, row: 0, index..<(index + 1), .center, .column)
        }
        for (index, row) in rows.enumerated() {
            switch row {
            case .group(let title): add(title, setting.head, row: index + 1, 0..<columns.count, .leading, .row)
            case .note(let text): add(text, setting.text, row: index + 1, 0..<columns.count, .justified, nil)
            case .cells(let texts), .sum(let texts):
                let words = if case .sum = row { setting.head } else { setting.text }
                for (place, text) in texts.enumerated() {
                    add(
                        text, columns[place].isFigures ? setting.digits : words, row: index + 1, place..<(place + 1),
                        columns[place].alignment, place == headColumn ? .row : nil)
                }
            }
        }
        if isTinted { for index in columns.indices { cells[index].isTinted = true } }
        var table = Table(
            width: width, rowCount: rows.count + 1, cells: cells, header: 0..<1,
            padding: Table.Padding(across: Self.across, along: setting.padding), minimumRowHeight: setting.rowHeight,
            leads: Set(rows.indices.filter { rows[$0].isLead }.map { $0 + 1 }))
        table.caption = caption
        return LaidTable(table, measurer: measurer)
    }

    private func edges(width: Double, _ measurer: FontContext) -> [Double] {
        // Thousands of rows have the widths of their first hundreds.
        let texts = rows.lazy.compactMap(\.texts).prefix(
            300)
        let natural = columns.indices.map { index -> Double in
            guard columns[index].share == nil else { return 0 }
            let widest =
                texts.map { measurer.width(of: $0[index].oneLine, in: columns[index].isFigures ? setting.digits : setting.text) }
                .max() ?? 0
            let head = measurer.width(of: columns[index].title, in: setting.head)
            return min(max(widest, head) + 2 * Self.across + 0.5, width * 0.45)
        }
        let rest = width - natural.reduce(0, +)
        let shares = columns.compactMap(\.share).reduce(0, +)
        var edge = 0.0
        return [0]
            + columns.indices.map { index in
                edge += columns[index].share.map { rest * $0 / shares } ?? natural[index]
                return index == columns.count - 1 ? width : edge
            }
    }
}
