internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// What stands above each column of a list: headings have one row or several, groups of columns a title of their own.
struct ListTitles {
    /// By grid column.
    private(set) var columns: [Int: Title] = [:]
    private(set) var rows: Range<Int>

    struct Title {
        /// The lowest cell that tells what the column holds.
        var cell: SourceDocument.Cell
        /// What stands above that, for a column of a group: 产出指标 above 三级指标.
        var group: String?
        /// `nil` for a heading that is not known.
        var meaning: ListHeadings.Heading?
        /// The unit in brackets behind the heading, or behind that of its group.
        var moneyUnit: StatedUnit?
    }

    /// More rows than this no heading has.
    fileprivate static let highest = 4

    /// Reads the heading that the row at `index` belongs to.
    init(_ table: RowMeanings, from index: Int) {
        let all = table.rows
        rows = index..<(index + 1)
        if index > 0, ListTitles.groups(all[index - 1], above: all[index]) { rows = (index - 1)..<(index + 1) }
        for row in rows { take(row, table) }
        while rows.count < ListTitles.highest, rows.upperBound < all.count, goesOn(in: rows.upperBound, table) {
            take(rows.upperBound, table)
            rows = rows.lowerBound..<(rows.upperBound + 1)
        }
    }

    private mutating func take(_ row: Int, _ table: RowMeanings) {
        let (upper, headings) = (self, table.headings)
        for (cell, own) in zip(table.rows[row].cells, table[row]) where !cell.text.isEmpty {
            guard let column = cell.column else { continue }
            let ownUnit = FormLabel.moneyUnit(behind: cell.text)
            for place in column..<(column + min(max(1, cell.span), 400)) {
                let above = upper.title(above: place)
                let unit = ownUnit ?? above?.moneyUnit
                let together = ListTitles.together(above, cell, headings)
                let isPart = together == nil && above?.meaning != nil && ListTitles.isPart(cell, headings)
                let meaning = isPart ? above?.meaning : together ?? own
                columns[place] = Title(
                    cell: isPart ? above?.cell ?? cell : cell, group: above?.cell.text, meaning: meaning, moneyUnit: unit)
            }
        }
    }

    /// What stands above a place; without merged cells the title of a group stands above its first column only.
    private func title(above place: Int) -> Title? {
        columns.isEmpty ? nil : columns[place] ?? (1...40).lazy.compactMap { columns[place - $0] }.first
    }

    /// 指标值 and 单位 below it are 指标值单位, whatever 单位 alone would be; 项目 and 名称 are 项目名称.
    private static func together(
        _ above: Title?, _ cell: SourceDocument.Cell, _ headings: ListHeadings
    ) -> ListHeadings.Heading? {
        above.flatMap { headings.meaning(of: $0.cell.text.withoutBrackets + cell.text) }
    }

    /// Whether a cell leaves what stands above it as it is: 合计, or a unit of money.
    private static func isPart(_ cell: SourceDocument.Cell, _ headings: ListHeadings) -> Bool {
        headings.isPart(cell.text) || MoneyUnit(written: cell.text) != nil
    }

    /// Whether the row below is a part of the heading: cells of the heading go on in it, or it holds nothing but headings.
    private func goesOn(in index: Int, _ table: RowMeanings) -> Bool {
        let (row, headings) = (table.rows[index], table.headings)
        let written = zip(row.cells, table[index]).filter { !$0.0.text.isEmpty }
        if written.isEmpty { return false }
        let merged = row.cells.contains { cell in cell.continuesAbove && cell.column.map { columns[$0] != nil } == true }
        let unknown = written.filter { cell, meaning in
            meaning == nil && !ListTitles.isPart(cell, headings)
                && ListTitles.together(cell.column.flatMap(title(above:)), cell, headings) == nil
        }
        // One word among many headings is a heading that nobody knows.
        let mayHead = unknown.allSatisfy { cell, _ in cell.text.count <= 12 && !cell.text.contains(where: \.isDecimal) }
        return merged || (written.count > 1 && unknown.count * 4 < written.count && mayHead)
    }

    /// Whether a row holds the titles of groups, as 项目信息 above 项目编码 and 项目名称.
    private static func groups(_ row: SourceDocument.Row, above heading: SourceDocument.Row) -> Bool {
        let written = row.cells.filter { !$0.text.isEmpty }
        return written.count > 1 && written.contains { $0.span > 1 } && row.cells.allSatisfy { !$0.continuesAbove }
            && written.allSatisfy { cell in
                cell.text.count <= 16 && !cell.text.contains { ":：0123456789".contains($0) }
                    && heading.cells.contains { $0.column == cell.column && !$0.text.isEmpty }
            }
    }
}

/// What the cells of a table are as headings, each asked once: the same rows are looked at again and again.
final class RowMeanings {
    let rows: [SourceDocument.Row]
    let headings: ListHeadings
    private var known: [Int: [ListHeadings.Heading?]] = [:]

    init(_ rows: [SourceDocument.Row], _ headings: ListHeadings) {
        (self.rows, self.headings) = (rows, headings)
    }

    subscript(row: Int) -> [ListHeadings.Heading?] {
        if let meanings = known[row] { return meanings }
        let meanings = rows[row].cells.map { headings.meaning(of: $0.text) }
        known[row] = meanings
        return meanings
    }

    /// Whether a heading that the row belongs to may be that of a list: it holds two headings at least, and a project's name or
    /// code stands in its rows.
    func mayHeadList(_ row: Int) -> Bool {
        guard Set(self[row].compactMap(\.self)).subtracting([.ignored]).count > 1 else { return false }
        let all = max(0, row - 1)..<min(row + ListTitles.highest, rows.count)
        return all.contains { zip(rows[$0].cells, self[$0]).contains { headings.mayNameProject($0.text, $1) } }
    }
}

extension String {
    /// Without a unit or a remark in brackets at the end.
    fileprivate var withoutBrackets: String {
        let word = withoutSpaces.folded
        guard word.ends(with: ")"), let open = word.lastIndex(of: "("), open > word.startIndex else { return word }
        return String(word[..<open])
    }
}
