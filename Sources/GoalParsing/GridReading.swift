internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// Forms in a table whose rows are certain: what heads a column, and what ends the indicators, is told by the grid.
extension FormReading {
    mutating func readGrid(_ table: SourceDocument.Table) {
        var rows = table.rows[...]
        while let row = rows.first {
            rows = rows.dropFirst()
            if readTitle(row) || readIndicators(row) { continue }
            if let money = MoneyColumns([row] + rows, lexicon) {
                take(money)
                rows = rows.dropFirst(money.count - 1)
            } else if let goals = GoalColumns([row] + rows, lexicon) {
                take(goals)
                rows = rows.dropFirst(goals.count - 1)
            } else {
                readHead(row)
            }
        }
    }

    /// The title of the next form, alone in its row below the indicators.
    private mutating func readTitle(_ row: SourceDocument.Row) -> Bool {
        guard block != nil || !form.indicators.isEmpty else { return false }
        let written = row.cells.filter { !$0.text.isEmpty }
        guard written.count == 1, let cell = written.first, FormTitle(cell.text).isExplicit else { return false }
        closeForm()
        form.title = Passage(cell.text, at: cell.location)
        form.unitLine.readMoneyUnit(behind: cell.text, at: cell.location)
        return true
    }

    /// Whether the row belonged to the indicators.
    private mutating func readIndicators(_ row: SourceDocument.Row) -> Bool {
        guard var open = block else {
            if !form.indicators.isEmpty, beginsNext(row) { closeForm() }
            guard let heading = IndicatorHeading(row, lexicon) else { return false }
            block = IndicatorBlock(heading)
            part = .none
            return true
        }
        if Remark.isRow(row.cells) {
            residue += row.cells.filter { !$0.text.isEmpty }.map { Passage($0.text, at: $0.location) }
            return true
        }
        if beginsNext(row) {
            closeForm()
            return false
        }
        if open.ends(at: row, lexicon) {
            closeBlock()
            part = .none
            return false
        }
        if let heading = IndicatorHeading(row, lexicon), !open.heading.isRepeated(in: row), !open.isBeingHeaded(by: row, lexicon)
        {
            closeBlock()
            block = IndicatorBlock(heading)
            return true
        }
        open.append(row, lexicon)
        block = open
        return true
    }

    /// Whether the next form begins below the indicators with what this form has said already.
    private func beginsNext(_ row: SourceDocument.Row) -> Bool {
        let written = row.cells.filter { !$0.text.isEmpty }[...]
        guard let cell = written.first, cell.text.utf8.count <= 1_500 else { return false }
        switch lexicon.label(cell.text) ?? FormLabel.splitting(cell.text, lexicon)?.label {
        case .code: return true
        case .name: return form.values[.name] != nil
        case .budgetUnit: return form.values[.budgetUnit] != nil || form.unitLine.unit != nil || form.values.isEmpty
        case .scale: return form.values[.budget] != nil || form.values.isEmpty
        default: return beginsForm(written, first: true)
        }
    }

    mutating func closeBlock() {
        guard let block else { return }
        self.block = nil
        var open = block
        open.annualStandsFirst = annualStandsFirst
        let found = BlockColumns(open)
        if open.isLongTerm {
            keepAside(open)
            return
        }
        let reading = IndicatorReading(rows: open.body, found.columns)
        let check = TableCheck(found, reading, lexicon)
        form.tables.append(FormTable(open, found, doubts: check.doubts))
        if check.doubts.isEmpty {
            if found.usesLongTerm { form.usesLongTerm = true }
            take(reading, found.columns)
        } else {
            form.columns = form.columns ?? found.columns
        }
    }

    /// The indicators of all years: told on the page, and none of this year's.
    private mutating func keepAside(_ block: IndicatorBlock) {
        for row in block.body {
            let written = row.cells.filter { !$0.text.isEmpty }
            guard let place = written.first?.location else { continue }
            let label = block.heading.lead.first { !$0.text.isEmpty }?.text.withoutSpaces ?? "实施期绩效指标"
            residue.append(Passage(label + "：" + written.map(\.text).joined(separator: "　"), at: place))
        }
    }

    /// This year's goals; where only those of all years are written, and these are this year, those.
    mutating func closeGoals() {
        let long = otherGoals.filter { $0.meaning == .longGoals }
        let isBlank = form.goals.allSatisfy(\.text.isEmpty)
        let takesLong = isBlank && !long.isEmpty && (form.labelPlaces[.goals] == nil || long.allSatisfy { Years($0.label).isOne })
        if takesLong {
            form.goals = long.map(\.cell)
            form.labelPlaces[.goals] = form.labelPlaces[.goals] ?? long.first?.cell.location
            if form.labelPlaces[.goals] != nil { form.usesLongTerm = form.usesLongTerm || !isBlank }
        }
        for goal in otherGoals where !(takesLong && goal.meaning == .longGoals) {
            residue.append(Passage(goal.label + "：" + goal.cell.text, at: goal.cell.location))
        }
        otherGoals = []
    }

    // MARK: Head

    private mutating func readHead(_ row: SourceDocument.Row) {
        let written = row.cells.filter { !$0.text.isEmpty }
        // Below the money stands its purpose, where the form asks for one, alone in its row.
        if case .purpose = part, written.count > 1 || form.labelPlaces[.purpose] == nil { part = .none }
        // Goals end where the next label at the side begins.
        if isOfGoals, let first = written.first?.column, let goalsColumn,
            first < goalsColumn || (first == goalsColumn && written.count > 1)
        {
            part = .none
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
        if let lines = MoneyLines(cell, lexicon), !isOfGoals {
            for line in lines.lines { take(line.label, line.title, line.cell) }
            part = .none
            return
        }
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
            part = form.values[.budget] == nil && !cell.text.holds("金额") ? .value(.budget) : .none
        case .weight, .score, .actual, .deviation, .lastTarget, .currentBudget, .tail, .direction, .standard:
            part = .value(.foreign(.foreign, FormLabel.bare(cell.text.withoutSpaces.folded)))
        default: read(cell)
        }
    }

    private var isOfGoals: Bool {
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
            !label.text.contains(where: \.isDecimal), !isOfGoals,
            written.allSatisfy({ lexicon.word($0.text) == nil && lexicon.label($0.text) == nil }),
            FormLabel.splitting(label.text, lexicon) == nil, FormLabel.splitting(value.text, lexicon) == nil,
            MoneyLines(value, lexicon) == nil
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

    mutating func take(_ money: MoneyColumns) {
        for line in money.lines { take(line.label, line.title, line.cell, unit: money.unit) }
        residue += money.aside
        part = .none
    }

    private mutating func take(
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

/// The years that a label names: 中期目标（2025年—2027年）.
struct Years {
    /// No more than one year is named.
    let isOne: Bool

    init(_ label: String) {
        let digits = label.folded.split { !$0.isDecimal }.filter { $0.count == 4 && $0.hasPrefix("20") }
        isOne = Set(digits).count <= 1
    }
}
