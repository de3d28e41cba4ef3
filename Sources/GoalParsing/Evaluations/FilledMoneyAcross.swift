internal import GoalModel
internal import Text

/// The money of the 河北 form: 预算安排, 资金到位 and 资金执行 side by side, below each of them labels with their amounts.
struct FilledMoneyAcross {
    private(set) var rows: [EvaluationForm.MoneyRow] = []
    private(set) var columns: Set<EvaluationForm.MoneyColumn> = []
    private(set) var count = 1

    /// `nil` where the first row does not name these groups.
    init?(_ rows: ArraySlice<FilledRow>) {
        guard let head = rows.first, head.isCertain else { return nil }
        var groups: [(column: EvaluationForm.MoneyColumn, range: Range<Int>)] = []
        for slot in head.written {
            let word = slot.text.withoutSpaces.folded
            guard word.utf8.count <= 60 else { return nil }
            if word.holds("预算安排") { groups.append((.adjusted, slot.range)) }
            if word.holds("资金执行") { groups.append((.paid, slot.range)) }
            if word.holds("执行进度") || word.holds("执行率") { groups.append((.rate, slot.range)) }
        }
        guard Set(groups.map(\.column)).isSuperset(of: [.adjusted, .paid]), head.written.contains(where: { $0.text.holds("到位") })
        else {
            return nil
        }
        for row in rows.dropFirst() {
            guard let (label, found) = FilledMoneyAcross.row(row, groups) else { break }
            count += 1
            self.rows.append(EvaluationForm.MoneyRow(label: label, cells: found))
        }
        guard !self.rows.isEmpty else { return nil }
        columns = Set(groups.map(\.column))
    }

    private static func row(
        _ row: FilledRow, _ groups: [(column: EvaluationForm.MoneyColumn, range: Range<Int>)]
    ) -> (EvaluationForm.Cell, [EvaluationForm.MoneyColumn: EvaluationForm.Cell])? {
        var label: EvaluationForm.Cell?
        var cells: [EvaluationForm.MoneyColumn: EvaluationForm.Cell] = [:]
        for (column, range) in groups {
            let own = row.slots.filter { $0.range.overlaps(range) && !$0.continuesAbove }
            if column == .rate {
                cells[.rate] = own.first?.cell
            } else if let name = own.first, name.cell.number == nil, let value = own.dropFirst().first {
                guard value.cell.isBlank || value.cell.number != nil else { return nil }
                if column == .adjusted { label = name.cell }
                cells[column] = value.cell
            }
        }
        guard let label, cells[.adjusted] != nil, !label.text.isEmpty else { return nil }
        let word = label.text.withoutSpaces
        guard ["预算数", "其中", "财政", "其他", "资金"].contains(where: word.holds) else { return nil }
        return (label, cells)
    }
}
