/// A table with every cell's text laid out, once, before its pages are known.
public struct LaidTable<Measurer: TextMeasuring> {
    let table: Table
    let measurer: Measurer
    let blocks: [Measurer.Block]
    /// For each row the cells that stand in it, and those that end with it.
    let cellsInRow: [[Int]]
    let cellsEndingInRow: [[Int]]

    public init(_ table: Table, measurer: Measurer) {
        self.table = table
        self.measurer = measurer
        blocks = table.cells.map { measurer.layOut(LaidTable.request($0, $0.text, in: table)) }
        var standing = Array(repeating: [Int](), count: table.rowCount)
        var ending = standing
        for (index, cell) in table.cells.enumerated() {
            for row in cell.rows.clamped(to: 0..<table.rowCount) { standing[row].append(index) }
            if let last = cell.rows.last, ending.indices.contains(last) { ending[last].append(index) }
        }
        cellsInRow = standing
        cellsEndingInRow = ending
    }

    private init(_ table: Table, blocks: [Measurer.Block], like other: LaidTable) {
        self.table = table
        self.blocks = blocks
        measurer = other.measurer
        cellsInRow = other.cellsInRow
        cellsEndingInRow = other.cellsEndingInRow
    }

    /// The same table roomier or tighter, without laying out its texts again.
    public func spaced(leading: Double, along: Double, minimumRowHeight: Double) -> LaidTable {
        var spaced = table
        spaced.padding.along = along
        spaced.minimumRowHeight = minimumRowHeight
        for index in spaced.cells.indices { spaced.cells[index].style.leading = leading }
        for index in spaced.carry?.columns.indices ?? 0..<0 { spaced.carry?.columns[index].style.leading = leading }
        return LaidTable(spaced, blocks: blocks.map { $0.spaced(leading: leading) }, like: self)
    }

    /// The height in pt that the table takes when it is not broken.
    public var height: Double {
        height(along: table.padding.along, minimumRowHeight: table.minimumRowHeight) { blocks[$0].height }
    }

    /// The height in pt that it takes when it is spaced like this and not broken.
    public func height(leading: Double, along: Double, minimumRowHeight: Double) -> Double {
        height(along: along, minimumRowHeight: minimumRowHeight) { Double(blocks[$0].lineCount) * leading }
    }

    private func height(along: Double, minimumRowHeight: Double, ofBlock height: (Int) -> Double) -> Double {
        var tops: [Double] = []
        var y = 0.0
        for row in 0..<table.rowCount {
            tops.append(y)
            var need = minimumRowHeight
            for cell in cellsEndingInRow[row] {
                need = max(need, tops[table.cells[cell].rows.lowerBound] + height(cell) + 2 * along - y)
            }
            y += need
        }
        return y
    }

    func naturalHeight(of cell: Int) -> Double {
        blocks[cell].height + 2 * table.padding.along
    }

    func continuation(of cell: Int) -> Measurer.Block? {
        let cell = table.cells[cell]
        return cell.continuation.map { measurer.layOut(LaidTable.request(cell, $0, in: table)) }
    }

    private static func request(_ cell: TableCell, _ text: String, in table: Table) -> TextRequest {
        TextRequest(
            text, cell.style, width: max(1, cell.right - cell.left - 2 * table.padding.across), alignment: cell.alignment,
            origin: cell.origin, ends: cell.alignment == .justified ? .full : .words)
    }
}

/// The part of a table on one page.
public struct TablePart<Block> {
    public var texts: [PlacedText<Block>] = []
    public var rules: [Rule] = []
    public var tints: [Tint] = []
    /// Where it begins and ends, in pt from the top of the type area.
    public var top = 0.0
    public var bottom = 0.0
    /// The rows that stand here, wholly or in part, repeated ones aside.
    public var rows: Range<Int> = 0..<0
    /// Whether the last of `rows` goes on over the page.
    public var splitsLastRow = false
}
