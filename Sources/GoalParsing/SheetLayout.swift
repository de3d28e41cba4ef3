internal import GoalModel
public import SourceFiles
internal import Text

/// Takes a sheet apart as a document would be: titles and text in paragraphs, forms in tables.
///
/// On a sheet everything stands in cells. What stands alone in its row above a form, and what says of itself that it is a
/// heading, is a paragraph.
struct SheetLayout {
    private(set) var blocks: [SourceDocument.Block] = []
    private var rows: [SourceDocument.Row] = []
    /// The heading of indicators stands in one of the rows.
    private var holdsIndicators = false

    static func blocks(of document: [SourceDocument.Block], lexicon: Lexicon) -> [SourceDocument.Block] {
        guard document.contains(where: isSheet) else { return document }
        return document.flatMap { block -> [SourceDocument.Block] in
            guard case .table(let table) = block, table.isSheet else { return [block] }
            if Self.isManual(table) { return [] }
            if DepartmentSheet(table) != nil { return [block] }
            return SheetSections.split(table, lexicon).flatMap { section -> [SourceDocument.Block] in
                if ListColumns(section.rows, headings: lexicon.lists) != nil { return [.table(section)] }
                return SheetPanes.split(section, lexicon).flatMap { SheetLayout($0, lexicon).blocks }
            }
        }
    }

    private static func isSheet(_ block: SourceDocument.Block) -> Bool {
        if case .table(let table) = block { table.isSheet } else { false }
    }

    /// The sheet of our template that tells how to fill it in.
    static func isManual(_ table: SourceDocument.Table) -> Bool {
        table.rows.first?.cells.first?.text == "填报说明"
    }

    private let lexicon: Lexicon

    private init(_ table: SourceDocument.Table, _ lexicon: Lexicon) {
        self.lexicon = lexicon
        for (index, row) in table.rows.enumerated() {
            let next = index + 1 < table.rows.count ? table.rows[index + 1] : nil
            if let cell = Self.alone(in: row), isParagraph(cell, before: next) {
                closeTable()
                // A cell can hold several paragraphs.
                for line in cell.text.split(separator: "\n") {
                    let text = String(line).trimmed
                    if !text.isEmpty { blocks.append(.paragraph(.init(text: text, location: cell.location))) }
                }
            } else {
                if beginsForm(row) { closeTable() }
                rows.append(row)
                holdsIndicators = holdsIndicators || IndicatorHeading(row, lexicon) != nil
            }
        }
        closeTable()
    }

    /// The next form without a title: its unit and the unit of money, or its code, below indicators.
    private func beginsForm(_ row: SourceDocument.Row) -> Bool {
        let written = row.cells.filter { !$0.text.isEmpty }
        guard let first = written.first, holdsIndicators else { return false }
        if lexicon.label(first.text) == .code || FormLabel.splitting(first.text, lexicon)?.label == .code { return true }
        guard UnitLine.unit(in: first.text) != nil, let second = written.dropFirst().first else { return false }
        if case .moneyUnit = lexicon.label(second.text) { return true }
        return false
    }

    private mutating func closeTable() {
        if !rows.isEmpty { blocks.append(.table(.init(rows: rows, rowsAreCertain: true))) }
        rows = []
        holdsIndicators = false
    }

    /// The only cell of a row that says something, when it is no lower part of a merged one.
    private static func alone(in row: SourceDocument.Row) -> SourceDocument.Cell? {
        let written = row.cells.filter { !$0.text.isEmpty }
        guard written.count == 1, let cell = written.first, !row.cells.contains(where: \.continuesAbove) else { return nil }
        return cell
    }

    private func isParagraph(_ cell: SourceDocument.Cell, before next: SourceDocument.Row?) -> Bool {
        if FormTitle(cell.text).isExplicit || Furniture.beginsPartOne(cell.text) || Furniture.beginsPartTwo(cell.text) {
            return true
        }
        let paragraph = SourceDocument.Paragraph(text: cell.text, location: cell.location)
        if let heading = SectionHeading(paragraph), heading.isKnown, lexicon.label(cell.text) == nil { return true }
        // Inside a form a row with one cell is the purpose or a goal; above it, it is text.
        guard rows.isEmpty || endsForm(cell) else { return false }
        switch lexicon.label(cell.text) ?? FormLabel.splitting(cell.text, lexicon)?.label {
        case .code, .name, .budget, .scale, .plan: return false
        default: return true
        }
    }

    /// Below indicator rows a lone cell in the first column with a numbered title, or a remark, is no row of theirs.
    private func endsForm(_ cell: SourceDocument.Cell) -> Bool {
        cell.column == 1 && !cell.text.isLevelWord && holdsIndicators
    }
}

extension SourceDocument {
    /// Whether this is our fill-in template (填报模板), filled in or not.
    public var isTemplate: Bool {
        blocks.contains { if case .table(let table) = $0 { table.isSheet && SheetLayout.isManual(table) } else { false } }
    }
}
