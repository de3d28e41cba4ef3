internal import GoalModel
internal import SourceFiles
internal import Text

/// Amounts in columns of their own: last year's beside this year's, the budget beside what was spent of it.
struct MoneyColumns {
    /// This year's amounts, each behind its label.
    private(set) var lines: [(label: FormLabel, title: SourceDocument.Cell, cell: SourceDocument.Cell)] = []
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
    init?(_ rows: [SourceDocument.Row], _ lexicon: Lexicon) {
        guard rows.count > 1, let head = rows.first, let columns = MoneyColumns.columns(head, above: rows[1], lexicon),
            let chosen = MoneyColumns.chosen(columns)
        else { return nil }
        let start = columns.map(\.range.lowerBound).min() ?? 0
        unit =
            ([chosen.cell] + head.cells.filter { ($0.column ?? 0) < start }).lazy.compactMap {
                FormLabel.moneyUnit(behind: $0.text)
            }.first
        for row in rows.dropFirst() {
            let written = row.cells.filter { !$0.text.isEmpty }
            guard let title = written.last(where: { ($0.column ?? start) < start }),
                let label = MoneyColumns.label(title, lexicon)
            else { break }
            let values = written.filter { ($0.column ?? 0) >= start }
            guard values.allSatisfy({ lexicon.label($0.text) == nil }) else { break }
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
            var meaning = [word?.label, word?.column].compactMap(\.self).first(where: \.isColumnOfMoney)
            if meaning == nil {
                if columns.isEmpty || word != nil { continue }
                // A column that nobody knows beside one of a budget; an amount there is the value of a label.
                guard cell.text.count <= 14, Money(cell: cell.text, in: .wan) == nil else { return nil }
                meaning = .actual
            }
            guard let meaning else { continue }
            columns.append(Column(range: start..<(start + max(1, cell.span)), meaning: meaning, cell: cell))
        }
        guard columns.count > 1 else { return nil }
        return zip(columns, columns.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound } ? columns : nil
    }

    /// The column of this year's budget as it was first set.
    private static func chosen(_ columns: [Column]) -> Column? {
        // 2025年预算数 beside 2026年预算数: the newest counts.
        let years = columns.filter { $0.meaning == .budget }.map { ListHeadings.year(of: $0.cell.text) }
        if years.count > 1, let newest = years.compactMap(\.self).max(), !years.contains(nil) {
            return columns.filter { $0.meaning == .budget }.first { ListHeadings.year(of: $0.cell.text) == newest }
        }
        for meaning in [Meaning.budget, .currentBudget, .amount] {
            if let column = columns.first(where: { $0.meaning == meaning }) { return column }
        }
        return nil
    }

    private static func label(_ cell: SourceDocument.Cell, _ lexicon: Lexicon) -> FormLabel? {
        if let label = lexicon.label(cell.text), label.isOfMoney, label != .scale { return label }
        switch lexicon.word(cell.text)?.label {
        case .amount: return .budget
        case .currentBudget: return .budget
        default: return nil
        }
    }
}

/// Several amounts in one cell, a line each: 总额12.3万元, 一、财政拨款：10万元.
struct MoneyLines {
    private(set) var lines: [(label: FormLabel, title: SourceDocument.Cell, cell: SourceDocument.Cell)] = []

    /// `nil` for a cell that says anything else.
    init?(_ cell: SourceDocument.Cell, _ lexicon: Lexicon) {
        guard cell.text.utf8.count <= 600, cell.text.contains(where: \.isDecimal) else { return nil }
        let isInLines = cell.text.contains("\n")
        let parts = cell.text.split(whereSeparator: { isInLines ? $0 == "\n" : "；;".contains($0) }).map { String($0).trimmed }
            .filter { !$0.isEmpty }
        guard parts.count > 1 else { return nil }
        for part in parts {
            let rest = Numbering(part).rest
            guard let digit = rest.firstIndex(where: \.isDecimal), digit > rest.startIndex else { return nil }
            let title = String(rest[..<digit]).trimmed
            let amount = String(rest[digit...].prefix { !"（(".contains($0) }).trimmed
            guard let label = MoneyLines.label(title, lexicon), Money(cell: amount, in: .wan) != nil else { return nil }
            var (head, value) = (cell, cell)
            (head.text, value.text) = (title, amount)
            lines.append((label, head, value))
        }
    }

    private static func label(_ title: String, _ lexicon: Lexicon) -> FormLabel? {
        if let label = lexicon.label(title), label.isOfMoney, label != .scale { return label }
        return lexicon.word(title)?.label == .amount ? .budget : nil
    }
}

/// Goals in columns of their own: those of all years beside this year's, or beside what became of them.
struct GoalColumns {
    private(set) var goals: [(meaning: Meaning, label: SourceDocument.Cell, cells: [SourceDocument.Cell])] = []
    /// How many rows were read, the heading among them.
    private(set) var count = 1
    /// This year's goals stand before those of all years.
    private(set) var annualStandsFirst = false

    /// `nil` where the first row does not head columns of goals.
    init?(_ rows: [SourceDocument.Row], _ lexicon: Lexicon) {
        guard let head = rows.first, rows.count > 1 else { return nil }
        let written = head.cells.filter { !$0.text.isEmpty }
        let labels = written.filter { GoalColumns.meaning($0, lexicon) != nil }
        guard labels.count > 1, labels.count == written.count else { return nil }
        // The label at the side stands beside the rows below, and above none of their cells.
        let next = rows[1].cells.filter { !$0.continuesAbove }
        let isSide =
            labels.first.map { first in
                !next.contains { cell in cell.column == first.column && !cell.text.isEmpty }
            } ?? false
        let heads = Array(labels.dropFirst(isSide && labels.count > 1 ? 1 : 0))
        guard heads.count > 1 || isSide else { return nil }
        for row in rows.dropFirst() {
            let cells = row.cells.filter { !$0.text.isEmpty }
            let begins = labels.first.map { side in cells.contains { ($0.column ?? 0) <= (side.column ?? 0) } } ?? false
            guard isSide ? !begins : count == 1, cells.allSatisfy({ lexicon.label($0.text) == nil }) else { break }
            if goals.isEmpty { goals = heads.map { (GoalColumns.meaning($0, lexicon) ?? .goals, $0, []) } }
            for cell in cells {
                let place = heads.lastIndex { ($0.column ?? 0) <= (cell.column ?? 0) } ?? 0
                goals[place].cells.append(cell)
            }
            count += 1
        }
        guard count > 1 else { return nil }
        let order = goals.map(\.meaning)
        if let long = order.firstIndex(of: .longGoals), let annual = order.firstIndex(of: .goals) {
            annualStandsFirst = annual < long
        }
    }

    private static func meaning(_ cell: SourceDocument.Cell, _ lexicon: Lexicon) -> Meaning? {
        lexicon.word(cell.text)?.label.flatMap { $0.isOfGoals ? $0 : nil }
    }
}
