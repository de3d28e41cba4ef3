internal import Diagnostics
internal import GoalModel
internal import SourceFiles

/// Finds the project forms in a table by their label cells, so that neither merged cells nor uncertain row ends matter.
struct FormReading {
    private(set) var forms: [ProjectForm] = []
    private(set) var residue: [Passage] = []
    /// The table is a project form, or goes on with one.
    private(set) var isForm = false

    private var form = ProjectForm()
    private var part: Part = .start
    private var rows: IndicatorRows?
    /// The form tells of the money of all its years besides that of this year.
    private var spansYears = false
    /// The unit of money that the last label stated.
    private var labelUnit: StatedUnit?
    /// The row before was the heading of the indicators.
    private var belowHeading = false

    /// What the next cell that is no label belongs to.
    private enum Part {
        case start
        case value(FormLabel)
        case purpose
        case plan
        case goals
        case none
    }

    /// - Parameter above: the columns of the form before, with whose rows a table without a heading may go on.
    init(_ table: SourceDocument.Table, above: IndicatorColumns?) {
        if FormReading.hasLabels(table) {
            isForm = true
        } else if let above, let first = table.rows.first?.cells, IndicatorRows.begin(first[...], above) {
            isForm = true
            rows = IndicatorRows(columns: above.withoutPositions, certain: table.rowsAreCertain)
        } else {
            for cell in table.rows.flatMap(\.cells) where !cell.text.isEmpty {
                residue.append(Passage(cell.text, at: cell.location))
            }
            return
        }
        for row in table.rows {
            let isHeading = rows == nil
            if belowHeading, table.rowsAreCertain, rows?.splitColumns(by: row) == true { continue }
            read(row, certain: table.rowsAreCertain)
            belowHeading = isHeading && rows != nil
        }
        closeForm()
    }

    /// Labels that only a project form has: a list of projects has labels, too, but no values beside them.
    private static func hasLabels(_ table: SourceDocument.Table) -> Bool {
        for row in table.rows {
            for (index, cell) in row.cells.enumerated() {
                switch FormLabel(cell.text) ?? FormLabel.splitting(cell.text)?.label {
                case .scale, .plan: return true
                case .heading(.category) where IndicatorColumns(row.cells[index...]) != nil: return true
                case .code:
                    if FormLabel(cell.text) == nil { return true }
                    guard let next = row.cells.dropFirst(index + 1).first else { continue }
                    if FormLabel(next.text) == nil { return true }
                default: continue
                }
            }
        }
        return false
    }

    private mutating func read(_ row: SourceDocument.Row, certain: Bool) {
        if certain, rows != nil, let title = FormReading.title(row) {
            closeForm()
            form.title = title
            if let place = title.location { form.unitLine.readMoneyUnit(behind: title.text, at: place) }
            return
        }
        var cells = certain ? FormReading.withoutGaps(row.cells)[...] : row.cells[...]
        // On a sheet blank cells may stand between the unit and the unit of money that begin the next form.
        if certain, rows != nil, cells.count != row.cells.count || cells.contains(where: \.text.isEmpty) {
            let written = cells.filter { !$0.text.isEmpty }
            if beginsForm(written[...], first: true) {
                cells = written[...]
                closeForm()
            }
        }
        while let cell = cells.first {
            if let columns = IndicatorColumns(cells) {
                if rows == nil { rows = IndicatorRows(columns: columns, certain: certain) }
                cells = cells.dropFirst(columns.width)
                part = .none
            } else if rows != nil {
                let next = cells.indices.first { beginsForm(cells[$0...], first: $0 == cells.startIndex) }
                guard let next else {
                    rows?.append(cells)
                    return
                }
                if next > cells.startIndex { rows?.append(cells[..<next]) }
                cells = cells[next...]
                closeForm()
            } else {
                read(cell)
                cells = cells.dropFirst()
            }
        }
    }

    /// The title of the next form, alone in its row.
    private static func title(_ row: SourceDocument.Row) -> Passage? {
        let written = row.cells.filter { !$0.text.isEmpty }
        guard written.count == 1, let cell = written.first, FormTitle(cell.text).isExplicit else { return nil }
        return Passage(cell.text, at: cell.location)
    }

    /// Without the blank cells between a label and its value, as on sheets whose cells are not merged.
    private static func withoutGaps(_ cells: [SourceDocument.Cell]) -> [SourceDocument.Cell] {
        guard cells.contains(where: { $0.text.isEmpty && !$0.continuesAbove }) else { return cells }
        var result: [SourceDocument.Cell] = []
        var index = 0
        while index < cells.count {
            result.append(cells[index])
            index += 1
            guard let label = FormLabel(cells[index - 1].text), label.takesValue else { continue }
            let gap = cells[index...].prefix { $0.text.isEmpty && !$0.continuesAbove }
            if !gap.isEmpty, let next = cells[gap.endIndex...].first, FormLabel(next.text) == nil { index = gap.endIndex }
        }
        return result
    }

    /// Below the indicators of one form the next form begins: with its code, or with its unit beside the unit of money.
    private func beginsForm(_ cells: ArraySlice<SourceDocument.Cell>, first: Bool) -> Bool {
        guard let cell = cells.first else { return false }
        // Only a word that begins as these do is worth a closer look: every indicator's cell comes by here.
        guard first || cell.text.hasPrefix("项目") || UnitLine.unit(in: cell.text) != nil else { return false }
        let label = FormLabel(cell.text)
        if label == .code || (first && (label == .scale || label == .budgetUnit)) { return true }
        if first, label == nil, FormLabel.splitting(cell.text)?.label == .code { return true }
        guard let next = cells.dropFirst().first, case .moneyUnit = FormLabel(next.text) else { return false }
        return UnitLine.unit(in: cell.text) != nil
    }

    private mutating func read(_ cell: SourceDocument.Cell) {
        if let label = FormLabel(cell.text), !isValue(label) { return read(cell, label: label) }
        if case .goals = part {
        } else if let (label, value) = FormLabel.splitting(cell.text) {
            let head = SourceDocument.Cell(text: String(cell.text.dropLast(value.count)), location: cell.location)
            read(head, label: label)
            return readValue(SourceDocument.Cell(text: value, location: cell.location))
        }
        readValue(cell)
    }

    /// 一般公共预算 is a source of money with an amount beside it, and behind 资金性质 what that is.
    private func isValue(_ label: FormLabel) -> Bool {
        guard case .value(.foreign("资金性质")) = part, case .foreign(let title) = label else { return false }
        return FundPart.kinds[title] != nil
    }

    private mutating func read(_ cell: SourceDocument.Cell, label: FormLabel) {
        labelUnit = label.isOfMoney ? FormLabel.moneyUnit(behind: cell.text) : nil
        if let labelUnit { form.labelledUnit.take(UnitLine(moneyUnit: labelUnit, moneyPlace: cell.location)) }
        let asked = label.askedFor(in: cell.text)
        if let asked, form.labelPlaces[asked] == nil { form.labelPlaces[asked] = cell.location }
        switch label {
        case .moneyUnit: readUnitLine(cell)
        case .scale, .indicators: part = .none
        case .purpose: part = .purpose
        case .plan: part = .plan
        case .date(let day):
            form.planDates.append((day, cell.location, cell.column))
            part = .plan
        case .goals: part = .goals
        case .heading: residue.append(Passage(cell.text, at: cell.location))
        case .budgetUnit, .moneyUnitBeside, .code, .name, .budget, .fiscalFunds, .otherFunds, .foreign: part = .value(label)
        }
    }

    private mutating func readValue(_ cell: SourceDocument.Cell) {
        switch part {
        case .value(.foreign(let title)):
            if FormLabel.allYears.contains(title) { spansYears = true }
            residue.append(Passage(title + "：" + cell.text, at: cell.location))
            if let part = FundPart(title, cell, unit: labelUnit) { take(part) }
            part = form.values[.otherFunds] != nil && form.values[.purpose] == nil ? .purpose : .none
        case .value(.moneyUnitBeside):
            if let unit = StatedUnit(cell: cell.text) { form.unitLine.take(UnitLine(moneyUnit: unit, moneyPlace: cell.location)) }
            part = .none
        case .value(let label):
            set(label, cell)
            part = label == .otherFunds || (form.values[.otherFunds] != nil && form.values[.purpose] == nil) ? .purpose : .none
        case .purpose where cell.text.isEmpty: return
        case .purpose:
            set(.purpose, cell)
            part = .none
        case .plan: form.planCells.append(cell)
        case .goals: form.goals.append(cell)
        case .start where form.title == nil && FormTitle(cell.text).isExplicit:
            form.title = Passage(cell.text, at: cell.location)
            form.unitLine.readMoneyUnit(behind: cell.text, at: cell.location)
        case .start, .none:
            if !cell.text.isEmpty { readUnitLine(cell) }
        }
    }

    private mutating func take(_ part: FundPart) {
        let before = form.fundParts.lastIndex { $0.title == part.title && $0.cell.location.row == part.cell.location.row }
        if spansYears, let before {
            form.fundParts[before] = part
        } else {
            form.fundParts.append(part)
        }
    }

    /// A second value for the same label, as of a label that occurs twice, is kept but not believed.
    private mutating func set(_ label: FormLabel, _ cell: SourceDocument.Cell) {
        if let before = form.values[label], !before.text.isEmpty {
            // The form for several years has all its years' money in a column before that of this year.
            if spansYears, before.location.row == cell.location.row {
                residue.append(Passage("实施期：" + before.text, at: before.location))
                (form.values[label], form.valueUnits[label]) = (cell, labelUnit)
            } else if !cell.text.isEmpty {
                residue.append(Passage(cell.text, at: cell.location))
            }
        } else {
            (form.values[label], form.valueUnits[label]) = (cell, labelUnit)
        }
    }

    private mutating func readUnitLine(_ cell: SourceDocument.Cell) {
        if !form.unitLine.read(cell.text, at: cell.location) { residue.append(Passage(cell.text, at: cell.location)) }
    }

    private mutating func closeForm() {
        if let rows {
            let reading = IndicatorReading(rows)
            form.columns = rows.columns
            form.indicators = reading.indicators
            form.rowTroubles = reading.troubles
            form.unfilled = reading.unfilled
            residue += reading.surplus
        }
        forms.append(form)
        form = ProjectForm()
        rows = nil
        spansYears = false
        part = .start
    }
}
