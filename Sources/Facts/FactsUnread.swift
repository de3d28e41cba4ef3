internal import GoalModel

/// A table that was not understood, in facts.json; where it stands the diagnostic says.
struct FactsUnread: Codable {
    /// The project's number.
    let project: Int
    let reasons: [String]
    let rows: [[Cell]]

    struct Cell: Codable {
        let text: String
        let column: Int
        let span: Int
    }

    init(_ table: UnreadTable) {
        (project, reasons) = (table.project, table.reasons)
        rows = table.rows.map { row in row.map { Cell(text: $0.text, column: $0.column, span: $0.span) } }
    }

    var table: UnreadTable {
        let cells = rows.map { row in
            row.map { cell in
                UnreadTable.Cell(
                    text: cell.text.cleaned, column: min(max(1, cell.column), 400), span: min(max(1, cell.span), 400))
            }
        }
        return UnreadTable(project: project, location: nil, reasons: reasons.map(\.cleaned), rows: cells)
    }
}
