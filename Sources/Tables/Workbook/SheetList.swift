internal import Diagnostics

/// A sheet that is one list: a title, a head, a row a thing, and sums below.
struct SheetList {
    var name: String
    /// Stands above the head.
    var title: String
    let table: DataTable
    /// How many columns stay in sight.
    var frozenColumns = 0
    /// Of the tab: red, green and blue.
    var colour: UInt32?
    var charts: [SheetChart] = []
    var checks: [CellCheck] = []
    var marks: [CellMark] = []

    init<Row>(_ list: DataList<Row>, name: String, title: String, frozen: Int = 0, colour: UInt32?) {
        table = list.table(for: .xlsx)
        self.name = name
        self.title = title
        frozenColumns = frozen
        self.colour = colour
    }

    /// The first row of the list, from 0.
    static let firstRow = 2

    /// The rows of the sheet that are rows of the list; `nil` where it is empty.
    var filled: ClosedRange<Int>? {
        table.rows.isEmpty ? nil : SheetList.firstRow...(SheetList.firstRow + table.rows.count - 1)
    }

    /// Where a column stands, from 0; the column must be in the list.
    func place(of key: String) -> Int { table.heads.firstIndex { $0.key == key } ?? 0 }

    var sheet: Sheet {
        let (rows, sums) = (table.rows, table.sums)
        let widths = table.heads.indices.map(width)
        var sheet = Sheet(name: name, columns: widths.map { Sheet.Column(width: Double($0), style: SheetList.body) })
        let heads = table.heads.indices.map {
            SheetCell(isTwoLined($0) ? table.heads[$0].brokenTitle : table.heads[$0].title, SheetList.head)
        }
        sheet.rows = [[SheetCell(title, SheetList.heading)], heads]
        sheet.rows +=
            rows.map { row in row.map { cell($0, isSum: false) } } + sums.map { row in row.map { cell($0, isSum: true) } }
        sheet.rowHeights = [0: 30, 1: table.heads.indices.contains(where: isTwoLined) ? 34 : 22]
        for (index, row) in (rows + sums).enumerated() { sheet.rowHeights[SheetList.firstRow + index] = height(of: row, widths) }
        sheet.frozenRows = SheetList.firstRow
        sheet.frozenColumns = frozenColumns
        sheet.repeatedRows = SheetList.firstRow
        sheet.isLandscape = true
        if let last = table.heads.lastIndex(where: \.isPrinted) { sheet.printedColumns = last + 1 }
        sheet.tabColour = colour
        sheet.charts = charts
        sheet.checks = checks
        sheet.marks = marks
        if let filled {
            sheet.filter = CellRange(rows: (SheetList.firstRow - 1)...filled.upperBound, columns: 0...(table.heads.count - 1))
        }
        return sheet
    }

    /// In points; not every program fits rows to their text when it opens a file.
    private func height(of row: [Cell], _ widths: [Int]) -> Double {
        let lines = zip(row, widths).map { value, width in value.lines(of: max(4, width - 1)) }.max() ?? 1
        // What Excel allows a row.
        return min(409, 16 * Double(max(1, lines)) + 3)
    }

    private static let heading = CellStyle(font: "黑体", size: 14, isBold: true, colour: 0x1F_4E79, wraps: false)
    private static let head = CellStyle(font: "黑体", isBold: true, fill: 0xD9_E6F2, alignment: .centre, hasBorder: true)
    private static let body = CellStyle()

    private func cell(_ value: Cell, isSum: Bool) -> SheetCell {
        let style = CellStyle(
            isBold: isSum || value.isGrave, colour: value.colour, fill: isSum ? 0xF2_F2F2 : nil, alignment: value.alignment,
            wraps: value.alignment == .left, indent: value.alignment == .right ? 1 : 0, hasBorder: true,
            numberFormat: value.numberFormat)
        return SheetCell(value.content, style)
    }

    /// Room for the arrow of the filter stands beside the head's words.
    private func width(of column: Int) -> Int {
        // A number keeps its distance from the text beside it.
        let cells = (table.rows + table.sums).lazy.map { row in
            row.indices.contains(column) ? row[column].width + (row[column].alignment == .right ? 1 : 0) : 0
        }
        let lines = (isTwoLined(column) ? table.heads[column].brokenTitle : table.heads[column].title).split(separator: "\n")
        let head = lines.map { Cell.width($0) }.max() ?? 0
        return max(head + 3, table.heads[column].least, min(cells.max() ?? 0, table.heads[column].limit) + 2)
    }

    private func isTwoLined(_ column: Int) -> Bool { Cell.width(table.heads[column].title) > 10 }
}

extension DataTable.Head {
    /// The unit on a line of its own.
    fileprivate var brokenTitle: String { title.replacing("（万元）", with: "\n（万元）") }
}

extension Cell {
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
