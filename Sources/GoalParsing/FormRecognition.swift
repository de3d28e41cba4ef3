internal import GoalModel
internal import SourceFiles
internal import Text

/// What tells a table that is a project form from one that is not.
extension FormReading {
    /// What stands in a table that is no form, a row each where the rows are certain.
    static func rows(of table: SourceDocument.Table) -> [Passage] {
        table.rows.flatMap { row -> [Passage] in
            let written = row.cells.filter { !$0.text.isEmpty }
            guard table.rowsAreCertain, table.rows.count > 1, let first = written.first else {
                return written.map { Passage($0.text, at: $0.location) }
            }
            return [Passage(written.map(\.text).joined(separator: "　"), at: first.location)]
        }
    }

    /// A project's name and two more of its labels in several rows, each beside what a form has there: a form whose indicators
    /// have headings that nobody knows.
    static func hasFilledLabels(_ table: SourceDocument.Table, _ lexicon: Lexicon) -> Bool {
        guard table.rowsAreCertain, table.rows.count > 2 else { return false }
        var labels: [FormLabel: Int] = [:]
        for (index, row) in table.rows.enumerated() {
            let cells = row.cells.filter { !$0.text.isEmpty }
            for (cell, next) in zip(cells, cells.dropFirst()) {
                guard let label = lexicon.label(cell.text), lexicon.word(next.text) == nil else { continue }
                if label.isOfMoney, AmountCell(next, in: .known(.wan)).amount == nil { continue }
                if label == .name, next.text.count > 60 { continue }
                labels[label] = index
            }
        }
        let telling = labels.filter { [.name, .code, .budgetUnit, .budget, .fiscalFunds, .goals].contains($0.key) }
        let isOfMoney = telling.keys.contains { $0.isOfMoney }
        return telling[.name] != nil && isOfMoney && telling.count > 2 && Set(telling.values).count > 1
    }

    /// Labels that only a project form has: a list of projects has labels, too, but no values beside them.
    static func hasLabels(_ table: SourceDocument.Table, _ lexicon: Lexicon) -> Bool {
        for row in table.rows {
            if table.rowsAreCertain, IndicatorHeading(row, lexicon) != nil { return true }
            for (index, cell) in row.cells.enumerated() {
                switch lexicon.label(cell.text) ?? FormLabel.splitting(cell.text, lexicon)?.label {
                case .scale, .plan: return true
                case .heading(.category) where IndicatorColumns(row.cells[index...], lexicon) != nil: return true
                case .code:
                    if lexicon.label(cell.text) == nil { return true }
                    guard let next = row.cells.dropFirst(index + 1).first else { continue }
                    if lexicon.label(next.text) == nil { return true }
                default: continue
                }
            }
        }
        return false
    }
}
