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
    var breaks: Set<Int>

    var parts: [TablePart<Block>] = []
    var part = PartInProgress()
    var y: Double
    /// The first line of each cell that is not yet printed.
    var nextLine: [Int]
    var isLabelPrinted: [Bool]
    var continuations: [Int: Block] = [:]
    var headerHeight = 0.0
    /// Whether this only tries whether the rest of the table fits on the page.
    private var isLast = false
    /// Where the header's rows stand when it is repeated.
    var headerRows: [(row: Int, top: Double, bottom: Double)] = []

    struct PartInProgress {
        var rows: [(row: Int, top: Double, bottom: Double)] = []
        /// The upper edge of each cell on this page.
        var tops: [Int: Double] = [:]
        var repeatsHeader = false
        /// 过次页.
        var forward: LaidCarry<Block>?
        /// 承前页, and where it stands.
        var brought: (line: LaidCarry<Block>, top: Double)?
        /// Where the page's part may begin: below the caption of a table that goes on.
        var offset = 0.0
        /// Where the rows begin, or what is repeated above them.
        var top = 0.0
    }

    init(_ laid: LaidTable<Measurer>, elements: [ElementID], from y: Double, height: Double, breaks: Set<Int> = []) {
        (self.laid, self.elements, self.height, self.breaks, self.y) = (laid, elements, height, breaks, y)
        part.top = y
        nextLine = Array(repeating: 0, count: laid.blocks.count)
        isLabelPrinted = Array(repeating: false, count: laid.blocks.count)
    }

    mutating func run() -> [TablePart<Block>] {
        let start = self
        for row in 0..<laid.table.rowCount {
            if breaks.contains(row) || isLeftAlone(row), !isFresh { breakPage(before: row) }
            place(row)
        }
        closePart(splitting: false)
        guard leavesHeaderAlone else { return parts }
        var other = start
        other.breaks.insert(laid.table.header.lowerBound)
        return other.run()
    }

    /// Whether rows that head others would fill the page, and what they head would begin the next one.
    private func isLeftAlone(_ row: Int) -> Bool {
        let leads = laid.table.leads
        guard leads.contains(row), !leads.contains(row - 1) else { return false }
        let last = (row..<laid.table.rowCount).first { !leads.contains($0) } ?? row
        let need = (row...last).reduce(0) { sum, row in
            sum + max(laid.table.minimumRowHeight, laid.cellsEndingInRow[row].map(laid.naturalHeight).max() ?? 0)
        }
        return y + need > height + 0.01 && need <= height
    }

    /// Whether the header stands at a page's end without a row below it, and could stand on the next page.
    private var leavesHeaderAlone: Bool {
        let header = laid.table.header
        guard !header.isEmpty, header.upperBound < laid.table.rowCount, !breaks.contains(header.lowerBound) else { return false }
        return parts.indices.dropLast().contains { index in
            let part = parts[index]
            guard !part.splitsLastRow, let last = part.rows.last, header.contains(last) else { return false }
            return part.rows.lowerBound < header.lowerBound || part.top > 0.01
        }
    }

    /// Whether nothing stands on the page but what would stand on the next one too.
    private var isFresh: Bool {
        guard let last = part.rows.last else {
            let repeated = (part.repeatsHeader ? headerHeight : 0) + (part.brought?.line.height ?? 0)
            return y <= part.offset + repeated + 0.01
        }
        let header = laid.table.header
        return isHeaderRepeated && last.row + 1 == header.upperBound && part.rows[0].row == header.lowerBound
            && part.top < 0.01 && part.brought == nil && part.rows[0].top < part.offset + 0.01
    }

    private mutating func place(_ row: Int) {
        var isFirst = true
        while true {
            startCells(of: row)
            let need = max(isFirst ? laid.table.minimumRowHeight : 0, needed(by: row))
            let bottom = max(y + need, labelBottom(in: row))
            let isFresh = isFresh
            if bottom <= height + 0.01, isFresh || isCarryPossible(after: row, need, bottom: bottom) {
                finish(row, need)
                return
            }
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

    /// Whether the line 过次页 has room below the row, or is not needed because the rest of the table has.
    private mutating func isCarryPossible(after row: Int, _ need: Double, bottom: Double) -> Bool {
        guard laid.table.carry != nil, !isLast, row + 1 < laid.table.rowCount, bottom > height * 5 / 6 - 0.01,
            let line = laid.carry(after: row, pageHeight: height), bottom + line.height > height + 0.01
        else { return true }
        guard !breaks.contains(where: { $0 > row }) else { return false }
        var trial = self
        trial.isLast = true
        trial.finish(row, need)
        for next in (row + 1)..<laid.table.rowCount {
            trial.place(next)
            if trial.parts.count > parts.count { return false }
        }
        return true
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
        let padding = 2 * laid.table.padding.along
        let page = ownPageHeight(for: row)
        var isTall = false
        var leading = 0.0
        for cell in laid.cellsEndingInRow[row] where !isLabel(cell) {
            let rest = Double(laid.blocks[cell].lineCount - nextLine[cell]) * laid.blocks[cell].leading
            isTall = isTall || rest + padding > page + 0.01
            leading = max(leading, laid.blocks[cell].leading)
        }
        return isTall && max(y + 3 * leading + padding, labelBottom(in: row)) <= height
    }

    /// The height in pt that a row has on a page that begins with it.
    private func ownPageHeight(for row: Int) -> Double {
        var page = height - captionHeight
        if row >= laid.table.header.upperBound, isHeaderRepeated { page -= headerHeight }
        return page - (laid.carry(after: row - 1, pageHeight: height)?.height ?? 0)
    }

    /// A header that takes much of a page stands only once.
    private var isHeaderRepeated: Bool { !laid.table.header.isEmpty && headerHeight < height / 3 }

    /// Prints as much of the row as the page holds and begins the next page.
    ///
    /// - Returns: `true` when nothing is left to print.
    private mutating func splitRow(_ row: Int, force: Bool) -> Bool {
        part.rows.append((row, y, max(height, y)))
        if laid.table.header.contains(row) { headerHeight = height }
        y = max(height, y)
        let before = nextLine
        closePart(splitting: true)
        // A page too low for a single line would go on for ever: what is left stands on the next one, whatever its height.
        let isDone = force && before == nextLine || !hasRest(row)
        beginPart(before: row, after: nil)
        if force, before == nextLine, hasRest(row) { finishOverflowing(row) }
        return isDone
    }

    /// What the caption takes of each further page; none where it would take much.
    private var captionHeight: Double {
        let caption = laid.table.caption?.height ?? 0
        return caption <= height / 6 ? caption : 0
    }

    private func hasRest(_ row: Int) -> Bool {
        laid.cellsEndingInRow[row].contains { !isLabel($0) && nextLine[$0] < laid.blocks[$0].lineCount }
    }

    private mutating func finishOverflowing(_ row: Int) {
        startCells(of: row)
        finish(row, needed(by: row))
    }

    private mutating func breakPage(before row: Int) {
        var line = isLast || part.rows.isEmpty ? nil : laid.carry(after: row - 1, pageHeight: height)
        // A single row may fill a page so far that the line has no room.
        if let needed = line?.height, max(y, labelBottom(in: row - 1)) + needed > height + 0.01 { line = nil }
        part.forward = line
        closePart(splitting: false)
        beginPart(before: row, after: line)
    }

    private mutating func beginPart(before row: Int, after line: LaidCarry<Block>?) {
        part = PartInProgress()
        part.offset = captionHeight
        y = part.offset
        if row >= laid.table.header.upperBound, isHeaderRepeated {
            part.repeatsHeader = true
            y += headerHeight
        }
        guard let line else { return }
        part.brought = (line, y)
        y += line.height
    }
}
