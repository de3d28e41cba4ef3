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

    /// Rows counted from 1 below 序号, and no indicators: a list of something, and no form.
    static func isCounted(_ table: SourceDocument.Table, _ lexicon: Lexicon) -> Bool {
        guard table.rowsAreCertain, table.rows.count > 3 else { return false }
        let head = table.rows.prefix(4).firstIndex { row in
            row.cells.first.map { lexicon.column($0.text) == .serial } == true && row.cells.count { !$0.text.isEmpty } > 3
        }
        guard let head else { return false }
        let counts = table.rows[(head + 1)...].compactMap { row -> Int? in
            row.cells.first.flatMap { $0.continuesAbove ? nil : Int($0.text.withoutSpaces) }
        }
        return counts.count > 1 && counts.elementsEqual(1...counts.count)
            && !table.rows.contains { IndicatorHeading($0, lexicon) != nil }
    }

    /// A project's name and two more of its labels in several rows, each beside what a form has there: a form whose indicators
    /// have headings that nobody knows.
    static func hasFilledLabels(_ table: SourceDocument.Table, _ lexicon: Lexicon) -> Bool {
        guard table.rowsAreCertain, table.rows.count > 2 else { return false }
        var labels: [FormLabel: Int] = [:]
        for (index, row) in table.rows.enumerated() {
            let cells = row.cells.filter { !$0.text.isEmpty }
            for (cell, next) in zip(cells, cells.dropFirst()) {
                // 年度资金总额：261.8 in one cell.
                if let (label, amount) = FormLabel.splitting(next.text, lexicon), label.isOfMoney {
                    var value = next
                    value.text = amount
                    if AmountCell(value, in: .known(.wan)).amount != nil { labels[label] = index }
                }
                if MoneyLines(next, isBehindTotal: true, lexicon) != nil { labels[.budget] = index }
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
                case .heading(.category), .heading(.name), .indicators:
                    if IndicatorColumns(row.cells[index...], lexicon) != nil { return true }
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

    /// Below the indicators of one form the next form begins: with its code, or with its unit beside the unit of money.
    func beginsForm(_ cells: ArraySlice<SourceDocument.Cell>, first: Bool) -> Bool {
        guard let cell = cells.first else { return false }
        // Only a word that begins as these do is worth a closer look: every indicator's cell comes by here.
        guard first || cell.text.begins(with: "项目") || UnitLine.unit(in: cell.text) != nil else { return false }
        let label = lexicon.label(cell.text)
        if label == .code || (first && (label == .scale || label == .budgetUnit)) { return true }
        if first, label == nil, FormLabel.splitting(cell.text, lexicon)?.label == .code { return true }
        // 项目名称 beside a name, or the title of the next form in a row of its own.
        if first, label == .name, let value = cells.dropFirst().first?.text, !value.isEmpty { return lexicon.label(value) == nil }
        if first, cells.count == 1 { return FormTitle(cell.text).isExplicit || FormTitle.isAttachment(cell.text) }
        guard let next = cells.dropFirst().first, case .moneyUnit = lexicon.label(next.text) else { return false }
        return UnitLine.unit(in: cell.text) != nil
    }

    /// 一般公共预算 is a source of money with an amount beside it, and behind 资金性质 what that is.
    func isValue(_ label: FormLabel) -> Bool {
        guard case .value(.foreign(.foreign, _)) = part, case .foreign(let meaning, _) = label else { return false }
        return meaning != .foreign
    }

    /// 项目总预算 of a form that asks for no other total is this year's.
    mutating func takeWholeTerm() {
        guard !form.asksForBudget, form.values[.budget] == nil, let (cell, unit) = form.wholeTerm, !cell.text.isEmpty else {
            return
        }
        (form.values[.budget], form.valueUnits[.budget]) = (cell, unit)
        residue.removeAll { $0.location == cell.location }
    }
}
