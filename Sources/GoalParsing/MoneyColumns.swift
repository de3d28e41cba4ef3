internal import GoalModel
internal import SourceFiles
internal import Text

/// Amounts in columns of their own: last year's beside this year's, the budget beside what was spent of it.
struct MoneyColumns {
    /// This year's amounts, each behind its label.
    private(set) var lines: [MoneyLines.Line] = []
    /// What stands in the other columns.
    private(set) var aside: [Passage] = []
    /// How many rows were read, the heading among them.
    private(set) var count = 1
    /// The unit in the heading.
    private(set) var unit: StatedUnit?

    private struct Column {
        let range: Range<Int>
        let meaning: Meaning
        let cell: SourceDocument.Cell
    }

    /// `nil` where the first row does not head columns of money, or no amounts stand below.
    ///
    /// - Parameter year: that of the book, where it is known already.
    init?(_ rows: [SourceDocument.Row], year: Int?, _ lexicon: Lexicon) {
        guard rows.count > 1, let head = rows.first, let columns = MoneyColumns.columns(head, above: rows[1], lexicon),
            let chosen = MoneyColumns.chosen(columns, year: year)
        else { return nil }
        let start = columns.map(\.range.lowerBound).min() ?? 0
        unit =
            ([chosen.cell] + head.cells.filter { ($0.column ?? 0) < start }).lazy.compactMap {
                FormLabel.moneyUnit(behind: $0.text)
            }.first
        for row in rows.dropFirst() {
            let written = row.cells.filter { !$0.text.isEmpty }
            guard let title = written.last(where: { ($0.column ?? start) < start }) else { break }
            let known =
                lexicon.amountLabel(title.text) ?? (lexicon.word(title.text)?.label == .currentBudget ? .budget : nil)
            // What the money is spent on stands between the heading and the total, beside the same merged label.
            let goesOn = row.cells.first?.continuesAbove == true && lexicon.word(title.text) == nil
            guard known != nil || goesOn else { break }
            let label = known ?? .foreign(.foreign, title.text.withoutSpaces)
            let values = written.filter { ($0.column ?? 0) >= start }
            // 项目资金总额：45.60 has its label in front of it, and stands below no heading.
            guard values.allSatisfy({ lexicon.label($0.text) == nil && FormLabel.splitting($0.text, lexicon) == nil }) else {
                break
            }
            for value in values {
                guard let column = columns.first(where: { $0.range.contains(value.column ?? 0) }) else { continue }
                if column.range == chosen.range {
                    lines.append((label, title, value))
                } else {
                    let words = FormLabel.bare(title.text.withoutSpaces) + column.cell.text.withoutSpaces
                    aside.append(Passage(words + "：" + value.text, at: value.location))
                }
            }
            count += 1
        }
        if lines.isEmpty { return nil }
    }

    /// Two columns of amounts at least, side by side, of which one is of a budget.
    private static func columns(
        _ row: SourceDocument.Row, above next: SourceDocument.Row, _ lexicon: Lexicon
    ) -> [Column]? {
        var columns: [Column] = []
        for cell in row.cells where !cell.text.isEmpty && !cell.continuesAbove {
            // The label at the side stands beside the rows below.
            let below = next.cells.first { $0.column == cell.column }
            if columns.isEmpty, below?.text.isEmpty != false { continue }
            let word = lexicon.word(cell.text)
            guard let start = cell.column else { return nil }
            let range = cell.range(from: start)
            if word == nil, ListHeadings.year(of: cell.text) != nil, cell.text.count <= 7 {
                columns.append(Column(range: range, meaning: .budget, cell: cell))
                continue
            }
            var meaning = [word?.label, word?.column].compactMap(\.self).first(where: \.isColumnOfMoney)
            if lexicon.composed(written: cell.text)?.column == .declared { meaning = .declared }
            if meaning == nil {
                if columns.isEmpty || word != nil { continue }
                // A column that nobody knows beside one of a budget; an amount there is the value of a label.
                guard cell.text.count <= 14, Money(cell: cell.text, in: .wan) == nil else { return nil }
                meaning = .actual
            }
            guard let meaning else { continue }
            columns.append(Column(range: range, meaning: meaning, cell: cell))
        }
        guard columns.count > 1 else { return nil }
        return zip(columns, columns.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound } ? columns : nil
    }

    /// The column of this year's budget as it was first set.
    private static func chosen(_ columns: [Column], year: Int?) -> Column? {
        // 2025年预算数 beside 2026年预算数: that of the book's year counts, else the later of two.
        let dated = columns.filter { $0.meaning == .budget && ListHeadings.year(of: $0.cell.text) != nil }
        if dated.count > 1 {
            let years = dated.compactMap { ListHeadings.year(of: $0.cell.text) }
            let chosen = year.flatMap { years.contains($0) ? $0 : nil } ?? (years.count == 2 ? years.max() : nil)
            return dated.first { ListHeadings.year(of: $0.cell.text) == chosen }
        }
        for meaning in [Meaning.budget, .currentBudget, .amount, .declared] {
            if let column = columns.first(where: { $0.meaning == meaning }) { return column }
        }
        return nil
    }
}
