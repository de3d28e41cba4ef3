internal import GoalModel
internal import SourceFiles
internal import Text

/// Rows of indicators below one heading, in a table that has columns.
struct IndicatorBlock {
    private(set) var heading: IndicatorHeading
    private(set) var body: [SourceDocument.Row] = []
    /// The columns of this year stand before those of all years.
    var annualStandsFirst = false

    init(_ heading: IndicatorHeading) {
        self.heading = heading
    }

    /// Of the years that the project runs, and not of this one.
    var isLongTerm: Bool { heading.side == .longSide }

    mutating func append(_ row: SourceDocument.Row, _ lexicon: Lexicon) {
        if heading.isRepeated(in: row) { return }
        if body.isEmpty, heading.take(row, lexicon) { return }
        body.append(row)
    }

    /// Whether a row is a further one of the heading.
    func isBeingHeaded(by row: SourceDocument.Row, _ lexicon: Lexicon) -> Bool {
        guard body.isEmpty else { return false }
        var copy = heading
        return copy.take(row, lexicon)
    }

    /// Whether a row ends the indicators: a label of the form stands where their category or the label at their side does.
    func ends(at row: SourceDocument.Row, _ lexicon: Lexicon) -> Bool {
        guard let start = heading.columns.first?.range.lowerBound else { return false }
        let written = row.cells.filter { !$0.text.isEmpty }
        guard let cell = written.first, let column = cell.column else { return false }
        let text = OfficialWord.bare(cell.text)
        let word = lexicon.word(cell.text)
        if word?.label == .tail { return column <= start }
        if text.isCategoryWord || OfficialWord.isType(text) { return false }
        let isBefore = column < start
        let isWide = written.contains { $0 != cell && $0.span > 1 && ($0.column ?? 0) > column } || written.count == 1
        if isBefore {
            // 序号 counts the rows; a label merged over rows begins another part of the form.
            if cell.text.allSatisfy(\.isDecimal) || word?.label == .side || word?.label == .longSide { return false }
            return !body.isEmpty || word?.label != nil
        }
        guard column == start, isWide, written.count <= 2 else { return false }
        return word?.label != nil || (!heading.isCategoryOpen(in: cell) && heading.columns.count > 2 && coversColumns(written))
    }

    /// Whether the cells behind the first cover several columns of indicators each.
    private func coversColumns(_ written: [SourceDocument.Cell]) -> Bool {
        written.dropFirst().allSatisfy { cell in
            let range = cell.range(from: cell.column ?? 0)
            return heading.columns.count { $0.range.overlaps(range) } > 2
        } && (written.count > 1 || written[0].span > 1)
    }
}

extension IndicatorHeading {
    /// Whether the first column is one of free words, and a cell in it no label.
    fileprivate func isCategoryOpen(in cell: SourceDocument.Cell) -> Bool {
        columns.first?.meaning != .category && columns.first?.meaning != .type && cell.span == 1
    }
}
