internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

extension EvaluationForm {
    /// The form when all of it was read: with what could not be understood among its doubts.
    func settled() -> EvaluationForm {
        var form = self
        form.readAmounts()
        form.leaveOutScoresOfHundred()
        if form.rows.isEmpty { form.doubts.append(Passage("没有认出绩效指标的表头和各行", at: place)) }
        for row in rows where !row.isPart {
            for (column, title) in [(Column.weight, "分值"), (.score, "得分")] {
                guard let cell = row[column], !cell.isBlank, cell.number == nil else { continue }
                form.doubts.append(Passage("\(title)\(cell.text.shortened(to: 16).quoted)不是一个数", at: cell.place))
            }
        }
        for cell in [total?.score, total?.weight].compactMap(\.self) where !cell.isBlank && cell.number == nil {
            form.doubts.append(Passage("总分行的\(cell.text.shortened(to: 16).quoted)不是一个数", at: cell.place))
        }
        form.texts += form.rows.flatMap { row in
            [Column.name, .target, .actual, .reason, .note].compactMap { row[$0] }.filter { !$0.text.isEmpty }
        }
        form.texts += [form.goal, form.achievement].compactMap(\.self).filter { cell in !form.texts.contains(cell) }
        return form
    }

    /// Points of a hundred for each row, as 单项指标得分 beside 权重占比, are none that add up: most of them are above the weight.
    private mutating func leaveOutScoresOfHundred() {
        let above = rows.filter { row in
            row[.score]?.number.flatMap { score in row[.weight]?.number.map { score > $0 } } ?? false
        }
        guard above.count > 2, above.count * 2 > rows.count, let place = above[0][.score]?.place else { return }
        doubts.append(Passage("得分一栏大多超过分值，可能是百分制的单项得分，没有找到折算得分", at: place))
        columns.remove(.score)
        total?.score = nil
        for index in rows.indices { rows[index].cells[.score] = nil }
    }

    /// Amounts that name their unit, such as 43.2万元.
    private mutating func readAmounts() {
        let unit = moneyUnit ?? .wan
        for index in money.indices {
            for column in [MoneyColumn.initial, .adjusted, .paid] {
                guard let cell = money[index].cells[column], cell.number == nil, !cell.isBlank else { continue }
                if let amount = Money(cell: cell.text, in: unit)?.amount(in: unit) {
                    money[index].cells[column]?.number = amount
                    money[index].cells[column]?.shown = amount
                } else {
                    doubts.append(Passage("金额\(cell.text.shortened(to: 16).quoted)不是一个数", at: cell.place))
                }
            }
            for column in [MoneyColumn.weight, .rate, .score] where index == 0 {
                guard let cell = money[index].cells[column], cell.number == nil, !cell.isBlank else { continue }
                doubts.append(Passage("预算执行一行的\(cell.text.shortened(to: 16).quoted)不是一个数", at: cell.place))
            }
        }
    }
}
