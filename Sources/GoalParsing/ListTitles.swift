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
        /// `nil` for a heading that is not known.
        var meaning: ListHeadings.Meaning?
        /// The unit in brackets behind the heading, or behind that of its group.
        var moneyUnit: StatedUnit?
    }

    /// More rows than this no heading has.
    private static let highest = 4

    /// Reads the heading that the row at `index` belongs to.
    init(_ all: [SourceDocument.Row], from index: Int, _ headings: ListHeadings) {
        rows = index..<(index + 1)
        if index > 0, ListTitles.groups(all[index - 1], above: all[index]) { rows = (index - 1)..<(index + 1) }
        for row in all[rows] { take(row, headings) }
        while rows.count < ListTitles.highest, rows.upperBound < all.count, goesOn(in: all[rows.upperBound], headings) {
            take(all[rows.upperBound], headings)
            rows = rows.lowerBound..<(rows.upperBound + 1)
        }
    }

    /// Whether at least two of the row's cells are headings.
    static func knows(_ row: SourceDocument.Row, _ headings: ListHeadings) -> Bool {
        var known: Set<ListHeadings.Meaning> = []
        for cell in row.cells {
            if let meaning = headings.meaning(of: cell.text), meaning != .ignored { known.insert(meaning) }
            if known.count > 1 { return true }
        }
        return false
    }

    private mutating func take(_ row: SourceDocument.Row, _ headings: ListHeadings) {
        let upper = self
        for cell in row.cells where !cell.text.isEmpty {
            guard let column = cell.column else { continue }
            for place in column..<(column + min(max(1, cell.span), 400)) {
                let above = upper.title(above: place)
                let unit = FormLabel.moneyUnit(behind: cell.text) ?? above?.moneyUnit
                let together = ListTitles.together(above, cell, headings)
                let isPart = together == nil && above?.meaning != nil && ListTitles.isPart(cell, headings)
                let meaning = isPart ? above?.meaning : together ?? headings.meaning(of: cell.text)
                columns[place] = Title(cell: isPart ? above?.cell ?? cell : cell, meaning: meaning, moneyUnit: unit)
            }
        }
    }

    /// What stands above a place; without merged cells the title of a group stands above its first column only.
    private func title(above place: Int) -> Title? {
        columns[place] ?? (1...40).lazy.compactMap { columns[place - $0] }.first
    }

    /// 指标值 and 单位 below it are 指标值单位, whatever 单位 alone would be; 项目 and 名称 are 项目名称.
    private static func together(
        _ above: Title?, _ cell: SourceDocument.Cell, _ headings: ListHeadings
    ) -> ListHeadings.Meaning? {
        above.flatMap { headings.meaning(of: $0.cell.text.withoutBrackets + cell.text) }
    }

    /// Whether a cell leaves what stands above it as it is: 合计, or a unit of money.
    private static func isPart(_ cell: SourceDocument.Cell, _ headings: ListHeadings) -> Bool {
        headings.isPart(cell.text) || MoneyUnit(written: cell.text) != nil
    }

    /// Whether the row below is a part of the heading: cells of the heading go on in it, or it holds nothing but headings.
    private func goesOn(in row: SourceDocument.Row, _ headings: ListHeadings) -> Bool {
        let written = row.cells.filter { !$0.text.isEmpty }
        if written.isEmpty { return false }
        let merged = row.cells.contains { cell in cell.continuesAbove && cell.column.map { columns[$0] != nil } == true }
        return merged
            || (written.count > 1
                && written.allSatisfy { cell in
                    headings.meaning(of: cell.text) != nil || ListTitles.isPart(cell, headings)
                        || ListTitles.together(cell.column.flatMap(title(above:)), cell, headings) != nil
                })
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

extension String {
    /// Without a unit or a remark in brackets at the end.
    fileprivate var withoutBrackets: String {
        let word = withoutSpaces.folded
        guard word.hasSuffix(")"), let open = word.lastIndex(of: "("), open > word.startIndex else { return word }
        return String(word[..<open])
    }
}
