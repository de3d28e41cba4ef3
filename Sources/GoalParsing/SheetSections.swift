internal import SourceFiles
internal import Text

/// A list and the forms behind it on one sheet, taken apart from top to bottom.
enum SheetSections {
    /// The table itself where nothing but a list, or no list, stands on the sheet.
    static func split(_ table: SourceDocument.Table, _ lexicon: Lexicon) -> [SourceDocument.Table] {
        guard let list = ListColumns(table.rows, headings: lexicon.lists),
            let form = table.rows.indices.dropFirst(list.lead + list.height).first(where: { isForm(table.rows[$0], lexicon) })
        else { return [table] }
        // The form begins with its title, or with the first row behind the list's last.
        let title = table.rows.indices.prefix(form).last { isTitle(table.rows[$0]) }
        let start = title ?? form
        guard start > 0, ListColumns(Array(table.rows[..<start]), headings: lexicon.lists) != nil else { return [table] }
        return [table.rows[..<start], table.rows[start...]].map {
            SourceDocument.Table(rows: Array($0), rowsAreCertain: table.rowsAreCertain, isSheet: table.isSheet)
        }
    }

    /// The heading of indicators without a project's name among them: in a list that heads a column.
    private static func isForm(_ row: SourceDocument.Row, _ lexicon: Lexicon) -> Bool {
        guard IndicatorHeading(row, lexicon) != nil else { return false }
        return !row.cells.contains { lexicon.label($0.text) == .name || lexicon.label($0.text) == .code }
    }

    private static func isTitle(_ row: SourceDocument.Row) -> Bool {
        let written = row.cells.filter { !$0.text.isEmpty }
        guard written.count == 1, let cell = written.first else { return false }
        return FormTitle(cell.text).isExplicit
    }
}
