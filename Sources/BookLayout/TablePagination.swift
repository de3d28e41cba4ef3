/// Breaks a table into pages.
///
/// Rows stay whole unless they are taller than a page; then their texts run on, line by line. The page is drawn when its
/// end is known, because only then it is known which part of a merged cell it holds.
struct TablePagination<Measurer: TextMeasuring> {
    typealias Block = Measurer.Block

    let laid: LaidTable<Measurer>
    /// Where each cell belongs in the book's structure.
    let elements: [ElementID]
    let height: Double
    /// Rows that must begin a page.
    let breaks: Set<Int>

    var parts: [TablePart<Block>] = []
    var part = PartInProgress()
    var y: Double
    /// The first line of each cell that is not yet printed.
    var nextLine: [Int]
    var isLabelPrinted: [Bool]
    var continuations: [Int: Block] = [:]
    var headerHeight = 0.0
    /// Where the header's rows stand when it is repeated.
    var headerRows: [(row: Int, top: Double, bottom: Double)] = []

    struct PartInProgress {
        var rows: [(row: Int, top: Double, bottom: Double)] = []
        /// The upper edge of each cell on this page.
        var tops: [Int: Double] = [:]
        var repeatsHeader = false
        var top = 0.0
    }

    init(_ laid: LaidTable<Measurer>, elements: [ElementID], from y: Double, height: Double, breaks: Set<Int> = []) {
        self.laid = laid
        self.elements = elements
        self.height = height
        self.breaks = breaks
        self.y = y
        part.top = y
        nextLine = Array(repeating: 0, count: laid.blocks.count)
        isLabelPrinted = Array(repeating: false, count: laid.blocks.count)
    }

    mutating func run() -> [TablePart<Block>] {
        for row in 0..<laid.table.rowCount {
            if breaks.contains(row) { breakPage(before: row) }
            place(row)
        }
        closePart(splitting: false)
        return parts
    }

    private mutating func place(_ row: Int) {
        var isFirst = true
        while true {
            startCells(of: row)
            let need = max(isFirst ? laid.table.minimumRowHeight : 0, needed(by: row))
            if max(y + need, labelBottom(in: row)) + reserve(after: row, need) <= height + 0.01 {
                finish(row, need)
                return
            }
            let isFresh = part.rows.isEmpty && y <= (part.repeatsHeader ? headerHeight : 0) + 0.01
            if !isFresh, !canSplit(row) {
                undoStart(of: row)
                breakPage(before: row)
                continue
            }
            let isStuck = splitRow(row, force: isFresh)
            isFirst = false
            if isStuck { return }
        }
    }

    private mutating func startCells(of row: Int) {
        for cell in laid.cellsInRow[row] where part.tops[cell] == nil { part.tops[cell] = y }
    }

    private mutating func undoStart(of row: Int) {
        let printed = Set(part.rows.map(\.row))
        for cell in laid.cellsInRow[row] where !laid.table.cells[cell].rows.contains(where: printed.contains) {
            part.tops[cell] = nil
        }
    }

    private mutating func finish(_ row: Int, _ need: Double) {
        part.rows.append((row, y, y + need))
        y += need
        guard laid.table.header.contains(row) else { return }
        headerRows.append((row, headerHeight, headerHeight + need))
        headerHeight += need
    }

    /// What the cells that end with the row still need below `y`.
    private mutating func needed(by row: Int) -> Double {
        var need = 0.0
        for cell in laid.cellsEndingInRow[row] {
            need = max(need, (part.tops[cell] ?? y) + contentHeight(of: cell) - y)
        }
        return need
    }

    private mutating func contentHeight(of cell: Int) -> Double {
        let padding = 2 * laid.table.padding.along
        if isLabel(cell) { return label(of: cell).height + padding }
        let rest = laid.blocks[cell].lineCount - nextLine[cell]
        return rest == 0 && nextLine[cell] > 0 ? 0 : Double(rest) * laid.blocks[cell].leading + padding
    }

    /// How far down the labels that stand beside the row reach if the page ended with it.
    mutating func labelBottom(in row: Int) -> Double {
        var bottom = y
        for cell in laid.cellsInRow[row] where isLabel(cell) {
            bottom = max(bottom, (part.tops[cell] ?? y) + contentHeight(of: cell))
        }
        return bottom
    }

    /// A header is not left alone at the foot of a page.
    private func reserve(after row: Int, _ need: Double) -> Double {
        guard laid.table.header.contains(row), row + 1 < laid.table.rowCount else { return 0 }
        let next = laid.cellsInRow[row + 1].map(laid.naturalHeight(of:)).max() ?? 0
        return min(next, height / 6)
    }

    /// A label that would fill much of a page is no label but running text.
    func isLabel(_ cell: Int) -> Bool {
        laid.table.cells[cell].continuation != nil && laid.naturalHeight(of: cell) < height / 4
    }

    mutating func label(of cell: Int) -> Block {
        guard isLabelPrinted[cell] else { return laid.blocks[cell] }
        if let known = continuations[cell] { return known }
        guard let block = laid.continuation(of: cell) else { return laid.blocks[cell] }
        continuations[cell] = block
        return block
    }

    /// Whether a row that does not fit is better begun here than on a page of its own.
    private mutating func canSplit(_ row: Int) -> Bool {
        var isTall = false
        var leading = 0.0
        for cell in laid.cellsEndingInRow[row] where !isLabel(cell) {
            let rest = Double(laid.blocks[cell].lineCount - nextLine[cell]) * laid.blocks[cell].leading
            isTall = isTall || rest + 2 * laid.table.padding.along > height - headerHeight
            leading = max(leading, laid.blocks[cell].leading)
        }
        let least = max(y + 3 * leading + 2 * laid.table.padding.along, labelBottom(in: row))
        return isTall && least + reserve(after: row, 0) <= height
    }

    /// Prints as much of the row as the page holds and begins the next page.
    ///
    /// - Returns: `true` when nothing is left to print, which happens only where a page is too low for a single line.
    private mutating func splitRow(_ row: Int, force: Bool) -> Bool {
        let before = nextLine
        part.rows.append((row, y, max(height, y)))
        if laid.table.header.contains(row) { headerHeight = height }
        y = max(height, y)
        closePart(splitting: true)
        if force, before == nextLine {
            for cell in laid.cellsEndingInRow[row] where !isLabel(cell) && nextLine[cell] < laid.blocks[cell].lineCount {
                nextLine[cell] += 1
            }
        }
        let isDone = laid.cellsEndingInRow[row].allSatisfy { isLabel($0) || nextLine[$0] >= laid.blocks[$0].lineCount }
        beginPart(before: row)
        return isDone
    }

    private mutating func breakPage(before row: Int) {
        closePart(splitting: false)
        beginPart(before: row)
    }

    private mutating func beginPart(before row: Int) {
        part = PartInProgress()
        y = 0
        guard row >= laid.table.header.upperBound, !laid.table.header.isEmpty, headerHeight < height / 3 else { return }
        part.repeatsHeader = true
        y = headerHeight
    }
}
