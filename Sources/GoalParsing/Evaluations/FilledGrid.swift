internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import SourceFiles
internal import Text

/// A row of a filled form: its cells with the grid columns that they cover, also where they go on from the row above.
struct FilledRow {
    struct Slot {
        var cell: EvaluationForm.Cell
        var range: Range<Int>
        /// The lower part of a cell that is merged over rows; it has the text of the whole.
        var continuesAbove: Bool

        var text: String { cell.text }
    }

    var slots: [Slot]
    /// Row ends are certain, and so are the columns.
    let isCertain: Bool

    /// The cells that begin in this row and say something.
    var written: [Slot] { slots.filter { !$0.continuesAbove && !$0.text.isEmpty } }

    var place: Location? { slots.first?.cell.place }

    /// A cell that the row does not have, since nothing is written from there on.
    func blank(at range: Range<Int>) -> EvaluationForm.Cell? {
        guard let last = slots.last, range.lowerBound >= last.range.upperBound else { return nil }
        return EvaluationForm.Cell("", at: last.cell.place.inSheet(column: range.lowerBound))
    }

    /// The rows of a table.
    static func rows(of table: SourceDocument.Table) -> [FilledRow] {
        var above: [Slot] = []
        let rows = table.rowsAreCertain ? table.rows : table.rows.flatMap(FilledRow.parted)
        return rows.map { row in
            var next = 1
            let slots = row.cells.map { cell in
                let start = table.rowsAreCertain ? cell.column ?? next : next
                next = start + max(1, cell.span)
                let range = start..<next
                if cell.continuesAbove, let upper = above.first(where: { $0.range.lowerBound == start }) {
                    return Slot(cell: upper.cell, range: range, continuesAbove: true)
                }
                return Slot(cell: EvaluationForm.Cell(cell), range: range, continuesAbove: cell.continuesAbove)
            }
            above = slots
            return FilledRow(slots: slots, isCertain: table.rowsAreCertain)
        }
    }
}

extension FilledRow {
    /// In a text what stands between two tables goes on with the last cell of the first: a note, and the title of the next form.
    private static func parted(_ row: SourceDocument.Row) -> [SourceDocument.Row] {
        var result: [SourceDocument.Row] = []
        var cells: [SourceDocument.Cell] = []
        for cell in row.cells {
            var lines = cell.text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)[...]
            var own = cell
            let end = lines.firstIndex { line in
                FilledTitle.isOfEvaluation(line) || ["注：", "注:", "填表人", "填报人"].contains { line.begins(with: $0) }
            }
            guard let end, !(cells.isEmpty && end == 0) else {
                cells.append(own)
                continue
            }
            own.text = lines[..<end].joined(separator: "\n")
            cells.append(own)
            result.append(SourceDocument.Row(cells: cells))
            lines = lines[end...]
            result += lines.map { line in
                SourceDocument.Row(cells: [SourceDocument.Cell(text: line, location: cell.location)])
            }
            cells = []
        }
        if !cells.isEmpty { result.append(SourceDocument.Row(cells: cells)) }
        return result
    }
}

extension EvaluationForm.Cell {
    init(_ cell: SourceDocument.Cell) {
        self.init(
            cell.text, number: cell.number(FilledNumber.read), shown: FilledNumber.read(cell.text), at: cell.location)
    }
}

/// A number as people fill it in: `9.5`, `9.5分`, `（98）`, `86.20%`, `1,234.50`.
enum FilledNumber {
    static func read(_ text: String) -> Decimal? {
        guard text.utf8.count <= 60 else { return nil }
        var word = text.trimmed.folded[...]
        if word.begins(with: "("), word.ends(with: ")") { word = word.dropFirst().dropLast() }
        for unit in ["分", "%"] where word.ends(with: unit) { word = word.dropLast(unit.count) }
        return Decimal(written: String(word))
    }

    /// 10 of `预算执行情况（10分）` and of `得分（20分×执行率）`.
    static func points(in text: String) -> Decimal? {
        let word = text.withoutSpaces.folded
        guard word.utf8.count <= 200, let end = word.firstRange(of: "分") else { return nil }
        for found in word[end.lowerBound...].indices where word[found] == "分" {
            let digits = word[..<found].reversed().prefix { $0.isDigit || $0 == "." }
            guard !digits.isEmpty, let number = Decimal(written: String(digits.reversed())), number > 0, number <= 100 else {
                continue
            }
            let before = word[..<found].dropLast(digits.count).last
            if before == nil || "((,:满共占计".contains(before ?? "(") { return number }
        }
        return nil
    }
}
