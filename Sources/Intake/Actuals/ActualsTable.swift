internal import Appraisal
internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// A sheet of actual figures with its columns found.
struct ActualsTable {
    let sheet: ActualsSheet
    let rows: [SourceDocument.Row]
    private let columns: [ActualsColumn: Int]
    /// In which its amounts are; `nil` where it does not say.
    private let units: [ActualsColumn: MoneyUnit]
    private let statedUnit: MoneyUnit?
    /// A header row stands within so many rows from the top.
    private static let deepest = 8

    /// - Returns: `nil` for a table without the headings of any sheet.
    init?(_ table: SourceDocument.Table) {
        var best: (index: Int, sheet: ActualsSheet, columns: [ActualsColumn: Int])?
        for (index, row) in table.rows.prefix(ActualsTable.deepest).enumerated() {
            let found = ActualsTable.columns(of: row)
            for sheet in ActualsSheet.allCases where sheet.needed.allSatisfy({ found[$0] != nil }) {
                let mine = found.filter {
                    sheet.columns.contains($0.key) || $0.key == .unit || $0.key == .name || $0.key == .code
                }
                if mine.count > best?.columns.count ?? 0 { best = (index, sheet, mine) }
            }
        }
        guard let best else { return nil }
        (sheet, columns) = (best.sheet, best.columns)
        rows = Array(table.rows.dropFirst(best.index + 1))
        let head = table.rows[best.index]
        var units: [ActualsColumn: MoneyUnit] = [:]
        for (column, place) in best.columns where column.isMoney {
            let title = head.cells.first { ActualsTable.place($0) == place }?.text.withoutSpaces.folded ?? ""
            guard let open = title.lastIndex(of: "("), title.hasSuffix(")") else { continue }
            units[column] = MoneyUnit(written: String(title[open...]))
        }
        self.units = units
        let above = table.rows.prefix(best.index).flatMap(\.cells)
        statedUnit = above.lazy.compactMap { StatedUnit(statement: $0.text)?.known }.first
    }

    private static func columns(of row: SourceDocument.Row) -> [ActualsColumn: Int] {
        var columns: [ActualsColumn: Int] = [:]
        for cell in row.cells {
            // The brackets of 全年预算数（调整后） say which of two columns it is.
            let word = ActualsColumn.plain(cell.text)
            let isAdjusted = word == "预算数" && cell.text.contains("调整后")
            guard let column = isAdjusted ? .adjusted : ActualsColumn.byTitle[word], columns[column] == nil else { continue }
            columns[column] = place(cell)
        }
        return columns
    }

    private static func place(_ cell: SourceDocument.Cell) -> Int? { cell.column ?? cell.location.cell }

    func cell(_ column: ActualsColumn, in row: SourceDocument.Row) -> SourceDocument.Cell? {
        columns[column].flatMap { place in row.cells.first { ActualsTable.place($0) == place } }
    }

    /// One line, trimmed; personal numbers are starred.
    func text(_ column: ActualsColumn, in row: SourceDocument.Row) -> String {
        (cell(column, in: row)?.text ?? "").oneLine.trimmed.withNumbersStarred
    }

    /// Where a cell stands, also one that the file leaves out because it is empty.
    func location(_ column: ActualsColumn, in row: SourceDocument.Row) -> Location? {
        if let cell = cell(column, in: row) { return cell.location }
        guard var place = row.cells.first?.location else { return nil }
        place.cell = columns[column] ?? place.cell
        return place
    }

    /// An amount; `nil` where the cell is blank.
    ///
    /// - Parameter unit: of a table that does not tell its own.
    /// - Throws: the text of a cell that is no amount.
    func money(_ column: ActualsColumn, in row: SourceDocument.Row, unit: MoneyUnit) throws(Unreadable) -> Money? {
        guard let cell = cell(column, in: row), !cell.text.trimmed.isEmpty else { return nil }
        let unit = units[column] ?? statedUnit ?? unit
        guard let money = cell.number({ Money(cell: $0, in: unit) }) else { throw Unreadable(text: cell.text.oneLine) }
        return money
    }

    /// A value with all its digits, as text.
    func value(_ column: ActualsColumn, in row: SourceDocument.Row) -> String {
        guard let cell = cell(column, in: row), cell.stored != nil else { return text(column, in: row) }
        let exact = cell.number { Target(reading: $0).quantity?.number == nil ? nil : $0 }
        return exact ?? text(column, in: row)
    }

    struct Unreadable: Error {
        let text: String
    }

    /// Whether nothing is filled in besides what the template gives.
    func isUnfilled(_ row: SourceDocument.Row) -> Bool {
        let given: Set<ActualsColumn> = [
            .unit, .code, .name, .initial, .row, .levelOne, .levelTwo, .levelThree, .target, .subGoal, .goal, .asOf, .weight,
        ]
        // A weight alone says something of a date, and nothing without one.
        if !text(.weight, in: row).isEmpty, !text(.asOf, in: row).isEmpty { return false }
        return columns.keys.allSatisfy { given.contains($0) || text($0, in: row).isEmpty }
    }
}
