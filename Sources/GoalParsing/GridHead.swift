internal import GoalModel
internal import SourceFiles
internal import Text

/// The head of a form in a table whose rows are certain: labels with their values beside or below them.
extension FormReading {
    mutating func readHead(_ row: SourceDocument.Row) {
        let written = row.cells.filter { !$0.text.isEmpty }
        // Below the money stands its purpose, where the form asks for one, alone in its row.
        if case .purpose = part, written.count > 1 || form.labelPlaces[.purpose] == nil { part = .none }
        // Goals end where the next label at the side begins.
        if isOfGoals, let first = written.first?.column, let goalsColumn,
            first < goalsColumn || (first == goalsColumn && written.count > 1)
        {
            part = .none
        }
        // 年度绩效目标表 above the indicators, all across: neither a goal nor a value.
        if written.count == 1, let title = written.first, !form.values.isEmpty, FormTitle(title.text).isExplicit {
            residue.append(Passage(title.text, at: title.location))
            part = .none
            return
        }
        if readPair(written) { return }
        if isStray(written) { strayRows.append(row) }
        let cells = FormReading.withoutGaps(row.cells, lexicon)
        for (index, cell) in cells.enumerated() {
            if isValue(cell, before: cells.dropFirst(index + 1).first) { readValue(cell) } else { readInGrid(cell) }
        }
    }

    /// Whether a word that heads a field elsewhere is what is filled in here: nothing is left for it to head.
    private func isValue(_ cell: SourceDocument.Cell, before next: SourceDocument.Cell?) -> Bool {
        guard case .value(let field) = part, !field.isOfMoney, case .foreign(.foreign, _) = lexicon.label(cell.text) else {
            return false
        }
        return next.map { lexicon.label($0.text) != nil } ?? true
    }

    private mutating func readInGrid(_ cell: SourceDocument.Cell) {
        if case .moneyUnit(let unit) = lexicon.label(cell.text), case .value(.budget) = part {
            form.isWithoutTotal = true
            form.labelledUnit.take(UnitLine(moneyUnit: unit, moneyPlace: cell.location))
            part = .none
            return
        }
        if lexicon.label(cell.text) == nil, lexicon.group(cell.text) != nil {
            part = .none
            return
        }
        guard lexicon.label(cell.text) == nil, let word = lexicon.word(cell.text) else {
            read(cell)
            if isOfGoals, lexicon.label(cell.text) != nil { goalsColumn = cell.column }
            return
        }
        switch word.label ?? word.column {
        case .amount:
            // 金额（万元） heads the amounts; 合计 stands beside one.
            if let unit = FormLabel.moneyUnit(behind: cell.text) {
                form.labelledUnit.take(UnitLine(moneyUnit: unit, moneyPlace: cell.location))
            }
            if case .value(.budget) = part { form.isWithoutTotal = true }
            // 财政拨款, 小计 and its amount.
            if case .value(let label) = part, label.isOfMoney, label != .budget, form.values[label] == nil { return }
            part = form.values[.budget] == nil && !cell.text.holds("金额") ? .value(.budget) : .none
        case .weight, .score, .actual, .deviation, .lastTarget, .currentBudget, .tail, .direction, .standard:
            part = .value(.foreign(.foreign, FormLabel.bare(cell.text.withoutSpaces.folded)))
        default: read(cell)
        }
    }

    /// Whether the cell held several amounts, each behind its label.
    mutating func readMoneyLines(_ cell: SourceDocument.Cell) -> Bool {
        guard !isOfGoals, let money = MoneyLines(cell, isBehindTotal: isBehindTotal, lexicon) else { return false }
        for line in money.lines { take(line.label, line.title, line.cell) }
        part = .none
        return true
    }

    private var isBehindTotal: Bool {
        if case .value(.budget) = part { true } else { false }
    }

    var isOfGoals: Bool {
        switch part {
        case .goals, .otherGoals: true
        default: false
        }
    }

    /// Three cells or more of which none is known, below a form's labels: they may be indicators.
    private func isStray(_ written: [SourceDocument.Cell]) -> Bool {
        guard written.count > 2, !form.values.isEmpty, case .none = part else { return false }
        return written.allSatisfy { lexicon.word($0.text) == nil && lexicon.label($0.text) == nil }
    }

    /// Rows that nobody knows the headings of, in a form without any indicators.
    mutating func closeStrayRows() {
        defer { strayRows = [] }
        guard strayRows.count > 1, form.tables.isEmpty, form.indicators.isEmpty else { return }
        form.tables.append(FormTable(headless: strayRows))
        let places = Set(strayRows.flatMap(\.cells).map(\.location))
        residue.removeAll { $0.location.map(places.contains) == true }
    }

    /// A label that nobody knows, and what stands beside it.
    private mutating func readPair(_ written: [SourceDocument.Cell]) -> Bool {
        guard written.count == 2, let label = written.first, let value = written.last, label.text.count <= 16,
            !label.text.contains(where: \.isDecimal), !isOfGoals, !FormLead.isYearLabel(label.text),
            written.allSatisfy({ lexicon.word($0.text) == nil && lexicon.label($0.text) == nil }),
            FormLabel.splitting(label.text, lexicon) == nil, FormLabel.splitting(value.text, lexicon) == nil,
            MoneyLines(value, isBehindTotal: false, lexicon) == nil
        else { return false }
        var line = UnitLine()
        if line.read(label.text, at: label.location) || line.read(value.text, at: value.location) { return false }
        if case .plan = part { return false }
        residue.append(Passage(label.text.withoutSpaces + "：" + value.text, at: value.location))
        return true
    }

    /// Without the blank cells between a label and its value, as on sheets whose cells are not merged.
    private static func withoutGaps(_ cells: [SourceDocument.Cell], _ lexicon: Lexicon) -> [SourceDocument.Cell] {
        guard cells.contains(where: { $0.text.isEmpty && !$0.continuesAbove }) else { return cells }
        var result: [SourceDocument.Cell] = []
        var index = 0
        while index < cells.count {
            result.append(cells[index])
            index += 1
            guard let label = lexicon.label(cells[index - 1].text), label.takesValue else { continue }
            let gap = cells[index...].prefix { $0.text.isEmpty && !$0.continuesAbove }
            if !gap.isEmpty, let next = cells[gap.endIndex...].first, lexicon.label(next.text) == nil { index = gap.endIndex }
        }
        return result
    }

    mutating func take(_ money: MoneyAcross) {
        for line in money.lines { take(line.label, line.title, line.cell, unit: money.unit) }
        part = .none
    }

    mutating func take(_ money: MoneyColumns) {
        for line in money.lines { take(line.label, line.title, line.cell, unit: money.unit) }
        residue += money.aside
        part = .none
    }

    mutating func take(
        _ label: FormLabel, _ title: SourceDocument.Cell, _ cell: SourceDocument.Cell, unit: StatedUnit? = nil
    ) {
        if let unit { form.labelledUnit.take(UnitLine(moneyUnit: unit, moneyPlace: title.location)) }
        let isAgain = form.values[label]?.text.isEmpty == false
        if label == .otherFunds, isAgain {
            // 自有资金 and 其他, both of which are other money than the government's.
            form.fundParts += [FundPart(.otherPart, FormLabel.bare(title.text.withoutSpaces.folded), cell, unit: unit)]
                .compactMap(\.self)
            return
        }
        read(title, label: label)
        readValue(cell)
    }

    mutating func take(_ goals: GoalColumns) {
        annualStandsFirst = goals.annualStandsFirst
        for goal in goals.goals {
            if goal.meaning == .goals {
                form.labelPlaces[.goals] = form.labelPlaces[.goals] ?? goal.label.location
                form.goals += goal.cells
            } else {
                otherGoals += goal.cells.filter { !$0.text.isEmpty }.map { (goal.meaning, goal.label.text.withoutSpaces, $0) }
            }
        }
        part = .none
    }
}
