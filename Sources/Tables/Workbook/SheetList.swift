internal import Diagnostics

/// A sheet that is one list: a title, a head, a row a thing, and sums below.
struct SheetList {
    var name: String
    /// Stands above the head.
    var title: String
    var columns: [Column]
    var rows: [[CellValue]] = []
    /// Below the rows, outside of what is filtered.
    var sums: [[CellValue]] = []
    /// How many columns stay in sight.
    var frozenColumns = 0
    /// Of the tab: red, green and blue.
    var colour: UInt32?
    var charts: [SheetChart] = []
    /// The least characters of columns that are there to be filled in.
    var widths: [Int: Int] = [:]
    var checks: [CellCheck] = []
    var marks: [CellMark] = []

    struct Column {
        var title: String
        /// The most characters of a line; longer text is wrapped.
        var limit: Int

        init(_ title: String, upTo limit: Int = 16) {
            self.title = title
            self.limit = limit
        }
    }

    /// The first row of the list, from 0.
    static let firstRow = 2

    var sheet: Sheet {
        let widths = columns.indices.map(width)
        var sheet = Sheet(name: name, columns: widths.map { Sheet.Column(width: Double($0), style: SheetList.body) })
        let heads = columns.indices.map {
            SheetCell(isTwoLined($0) ? columns[$0].brokenTitle : columns[$0].title, SheetList.head)
        }
        sheet.rows = [[SheetCell(title, SheetList.heading)], heads]
        sheet.rows +=
            rows.map { row in row.map { cell($0, isSum: false) } } + sums.map { row in row.map { cell($0, isSum: true) } }
        sheet.rowHeights = [0: 30, 1: columns.indices.contains(where: isTwoLined) ? 34 : 22]
        for (index, row) in (rows + sums).enumerated() { sheet.rowHeights[SheetList.firstRow + index] = height(of: row, widths) }
        sheet.frozenRows = SheetList.firstRow
        sheet.frozenColumns = frozenColumns
        sheet.repeatedRows = SheetList.firstRow
        sheet.isLandscape = true
        sheet.tabColour = colour
        sheet.charts = charts
        sheet.checks = checks
        sheet.marks = marks
        if !rows.isEmpty {
            sheet.filter = CellRange(
                rows: (SheetList.firstRow - 1)...(SheetList.firstRow + rows.count - 1), columns: 0...(columns.count - 1))
        }
        return sheet
    }

    /// In points; not every program fits rows to their text when it opens a file.
    private func height(of row: [CellValue], _ widths: [Int]) -> Double {
        let lines = zip(row, widths).map { value, width in value.lines(of: max(4, width - 1)) }.max() ?? 1
        // What Excel allows a row.
        return min(409, 16 * Double(max(1, lines)) + 3)
    }

    private static let heading = CellStyle(font: "黑体", size: 14, isBold: true, colour: 0x1F_4E79, wraps: false)
    private static let head = CellStyle(font: "黑体", isBold: true, fill: 0xD9_E6F2, alignment: .centre, hasBorder: true)
    private static let body = CellStyle()

    private func cell(_ value: CellValue, isSum: Bool) -> SheetCell {
        let style = CellStyle(
            isBold: isSum || value.isGrave, colour: value.colour, fill: isSum ? 0xF2_F2F2 : nil, alignment: value.alignment,
            wraps: value.alignment == .left, hasBorder: true, numberFormat: value.numberFormat)
        return SheetCell(value.content, style)
    }

    /// Room for the arrow of the filter stands beside the head's words.
    private func width(of column: Int) -> Int {
        let cells = (rows + sums).lazy.map { $0.indices.contains(column) ? $0[column].width : 0 }
        let lines = (isTwoLined(column) ? columns[column].brokenTitle : columns[column].title).split(separator: "\n")
        let head = lines.map { CellValue.width($0) }.max() ?? 0
        return max(head + 3, widths[column] ?? 0, min(cells.max() ?? 0, columns[column].limit) + 2)
    }

    private func isTwoLined(_ column: Int) -> Bool { CellValue.width(columns[column].title) > 10 }
}

extension SheetList.Column {
    /// The unit on a line of its own.
    fileprivate var brokenTitle: String { title.replacing("（万元）", with: "\n（万元）") }
}

extension CellValue {
    fileprivate var isGrave: Bool {
        if case .severity(.error) = self { true } else { false }
    }

    fileprivate var colour: UInt32 {
        switch self {
        case .severity(.error): 0xC0_0000
        case .severity(.warning): 0x8A_5A00
        default: 0
        }
    }
}
