@testable import BookLayout

/// Finds what is wrong with the way a table goes over pages, by its own account of what must be.
struct TableJudge {
    typealias Part = TablePart<FixedLines>

    let table: Table
    let height: Double
    let headerHeight: Double
    private let cellsInRow: [[Int]]
    /// Of each cell, and of what stands in its place as continued.
    private let lines: [Int]
    private let continued: [Int]

    init(_ laid: LaidTable<FixedPitch>, height: Double) {
        table = laid.table
        self.height = height
        var cellsInRow = Array(repeating: [Int](), count: table.rowCount)
        for (index, cell) in table.cells.enumerated() {
            for row in cell.rows { cellsInRow[row].append(index) }
        }
        self.cellsInRow = cellsInRow
        func count(_ characters: Int, _ cell: TableCell) -> Int {
            let perLine = Int(cell.right - cell.left - 1)
            return max(1, (characters + perLine - 1) / perLine)
        }
        let lengths = laid.blocks.map { $0.lengths[0] }
        lines = zip(lengths, table.cells).map { count($0, $1) }
        continued = zip(lengths, table.cells).map { $1.continuation == nil ? 0 : count($0 + 3, $1) }
        headerHeight = Self.height(of: table, lines)
    }

    /// The height of the header on a page.
    private static func height(of table: Table, _ lines: [Int]) -> Double {
        var (y, tops) = (0.0, [Int: Double]())
        for row in table.header {
            tops[row] = y
            var bottom = y + table.minimumRowHeight
            for (index, cell) in table.cells.enumerated() where cell.rows.last == row {
                bottom = max(bottom, (tops[cell.rows.lowerBound] ?? 0) + Double(lines[index]) + 2 * table.padding.along)
            }
            y = bottom
        }
        return y
    }

    func faults(_ pages: TablePages<FixedLines>) -> [String] {
        let (parts, plain) = (pages.parts, pages.plain)
        return textFaults(parts) + labelFaults(parts) + headerFaults(parts) + splitFaults(parts) + carryFaults(parts)
            + breakFaults(plain) + balanceFaults(parts, plain)
    }

    // MARK: What the table is

    private var isHeaderRepeated: Bool { !table.header.isEmpty && headerHeight < height / 3 }
    private var padding: Double { 2 * table.padding.along }

    private func isLabel(_ cell: Int) -> Bool {
        table.cells[cell].continuation != nil && Double(lines[cell]) + padding < height / 4
    }

    /// A height with which a row and the labels beside it surely have room.
    private func enough(for row: Int) -> Double {
        let most = cellsInRow[row].map { max(lines[$0], continued[$0]) }.max() ?? 1
        return max(table.minimumRowHeight, Double(most) + padding)
    }

    private func carryHeight(after row: Int) -> Double {
        guard let carry = table.carry, carry.sums.indices.contains(row), !carry.sums[row].isEmpty else { return 0 }
        let texts = zip(carry.columns, [carry.forward] + carry.sums[row].dropFirst())
        let most = texts.map { FixedLines(TextRequest($1, .unit, width: $0.right - $0.left - 1)).lineCount }.max() ?? 1
        let needed = max(table.minimumRowHeight, Double(most) + padding)
        return needed <= height / 6 ? needed : 0
    }

    // MARK: What must be

    /// Every line of every cell once, in order, at its place.
    private func textFaults(_ parts: [Part]) -> [String] {
        var printed = Array(repeating: 0, count: table.cells.count)
        var faults: [String] = []
        for text in parts.flatMap(\.texts) where !text.isArtifact {
            let index = text.block.request.origin - 1
            let cell = table.cells[index]
            if printed[index] != text.lines.lowerBound { faults.append("“\(cell.text.prefix(9))”的行次序乱了") }
            if text.block.request.text != cell.text || text.x != cell.left + 0.5 { faults.append("“\(cell.text.prefix(9))”不在其格") }
            printed[index] = text.lines.upperBound
        }
        for (index, cell) in table.cells.enumerated() where !cell.text.isEmpty && printed[index] != lines[index] {
            faults.append("“\(cell.text.prefix(9))”印了\(printed[index])行，应有\(lines[index])行")
        }
        if table.rowCount != parts.last?.rows.upperBound { faults.append("没有印完") }
        return faults
    }

    /// A label stands on the page where its rows begin, and as continued on each further one.
    private func labelFaults(_ parts: [Part]) -> [String] {
        var faults: [String] = []
        let labels = table.cells.indices.filter(isLabel)
        for (number, part) in parts.enumerated() {
            var texts: [Int: Bool] = [:]
            for text in part.texts where text.block.request.origin > 0 {
                texts[text.block.request.origin - 1] = text.isArtifact && text.block.request.text.hasSuffix("（续）")
            }
            for label in labels where table.cells[label].rows.overlaps(part.rows) {
                let isContinued = parts[..<number].contains { $0.rows.overlaps(table.cells[label].rows) }
                if texts[label] != isContinued { faults.append("第\(part.rows)行旁标签“\(table.cells[label].text)”不对") }
            }
        }
        return faults
    }

    /// The header is repeated, and never ends a page.
    private func headerFaults(_ parts: [Part]) -> [String] {
        guard isHeaderRepeated else { return [] }
        var faults: [String] = []
        let heads = Set(table.cells.indices.filter { table.header.contains(table.cells[$0].rows.lowerBound) })
        for (number, part) in parts.enumerated() {
            let repeated = part.texts.count { $0.isArtifact && heads.contains($0.block.request.origin - 1) }
            let isDue = number > 0 && part.rows.lowerBound >= table.header.upperBound
            if repeated != (isDue ? heads.count : 0) { faults.append("第\(part.rows)行上方的表头重复得不对") }
            if number < parts.count - 1, !part.splitsLastRow, let last = part.rows.last, table.header.contains(last),
                table.header.upperBound < table.rowCount
            {
                faults.append("表头单独留在页末")
            }
        }
        return faults
    }

    /// Only rows are broken that are higher than a page, and never for a single line.
    private func splitFaults(_ parts: [Part]) -> [String] {
        var faults: [String] = []
        var printed = Array(repeating: 0, count: table.cells.count)
        for (number, part) in parts.enumerated() {
            let wasSplit = number > 0 && parts[number - 1].splitsLastRow && parts[number - 1].rows.last == part.rows.first
            if part.splitsLastRow, let row = part.rows.last, !wasSplit || part.rows.count > 1 {
                let isBody = row >= table.header.upperBound && isHeaderRepeated
                let page = height - (isBody ? headerHeight : 0) - carryHeight(after: row - 1)
                let ending = cellsInRow[row].filter { table.cells[$0].rows.last == row && !isLabel($0) }
                let rest = ending.map { lines[$0] - printed[$0] }.max() ?? 0
                if Double(rest) + padding <= page { faults.append("第\(row)行放得下一页，却被拆开") }
            }
            for text in part.texts where !text.isArtifact {
                let index = text.block.request.origin - 1
                printed[index] = text.lines.upperBound
                if text.lines.count == 1, lines[index] > 1, table.cells[index].rows.count == 1 {
                    faults.append("“\(table.cells[index].text.prefix(9))”只有一行单独在一页")
                }
            }
        }
        return faults
    }

    /// A page ends only where the next row, the labels beside it and a line 过次页 have no room.
    private func breakFaults(_ parts: [Part]) -> [String] {
        var faults: [String] = []
        for (part, next) in zip(parts, parts.dropFirst()) where !part.splitsLastRow {
            guard let row = next.rows.first else { continue }
            // A header does not stand without the row below it.
            let last = table.header.contains(row) ? min(table.header.upperBound, table.rowCount - 1) : row
            let needed = (row...last).reduce(carryHeight(after: last)) { $0 + enough(for: $1) }
            let forward = part.texts.contains { $0.block.request.text == "过次页" } ? carryHeight(after: row - 1) : 0
            if part.bottom - forward + needed <= height { faults.append("第\(row)行前不必换页") }
        }
        return faults
    }

    /// Balancing moves some rows over the last page end, and costs no page.
    private func balanceFaults(_ parts: [Part], _ plain: [Part]) -> [String] {
        guard parts.map(\.rows) != plain.map(\.rows) else { return [] }
        guard parts.count == plain.count, parts.count > 1 else { return ["匀页多用了一页"] }
        let moved = plain[plain.count - 2].rows.upperBound - parts[parts.count - 2].rows.upperBound
        let isSmall = moved > 0 && moved <= plain[plain.count - 2].rows.count / 3 + 1
        let isSame = parts.dropLast(2).map(\.rows) == plain.dropLast(2).map(\.rows)
        return isSmall && isSame ? [] : ["匀页移动了\(moved)行"]
    }

    /// 过次页 and 承前页 stand at both sides of every page end, with the sums of the last row.
    private func carryFaults(_ parts: [Part]) -> [String] {
        var faults: [String] = []
        for (number, part) in parts.enumerated() where table.carry != nil {
            let isLast = number == parts.count - 1
            let before = number > 0 ? expectedSums(after: parts[number - 1]) : []
            let after = isLast ? [] : expectedSums(after: part)
            let texts = part.texts.filter(\.isArtifact).map(\.block.request.text)
            let found = Set(texts)
            if !before.isEmpty, !found.isSuperset(of: ["承前页"] + before) { faults.append("第\(part.rows)行前缺承前页") }
            if !after.isEmpty, !found.isSuperset(of: ["过次页"] + after) { faults.append("第\(part.rows)行后缺过次页") }
            if texts.count(where: { $0 == "承前页" }) != (before.isEmpty ? 0 : 1) { faults.append("承前页不该有") }
            if texts.count(where: { $0 == "过次页" }) != (after.isEmpty ? 0 : 1) { faults.append("过次页不该有") }
        }
        return faults
    }

    private func expectedSums(after part: Part) -> [String] {
        guard let last = part.rows.last, !part.splitsLastRow, carryHeight(after: last) > 0 else { return [] }
        let isDrawn = part.texts.contains { $0.block.request.text == "过次页" }
        // A single row, below the header where that begins the page, may leave no room for the line.
        let isSingle = part.rows.count { !(isHeaderRepeated && table.header.contains($0)) } == 1
        let isFull = isSingle && part.bottom + carryHeight(after: last) > height
        return isFull && !isDrawn ? [] : (table.carry?.sums[last] ?? []).filter { !$0.isEmpty }
    }
}
