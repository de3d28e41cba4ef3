internal import GoalModel
internal import SourceFiles

/// Finds the project forms in a table by their label cells, so that neither merged cells nor uncertain row ends matter.
struct FormReading {
    private(set) var forms: [ProjectForm] = []
    private(set) var residue: [Passage] = []
    /// The table is a project form, or goes on with one.
    private(set) var isForm = false

    private var form: ProjectForm
    private var part: Part = .start
    private var rows: IndicatorRows?

    /// What the next cell that is no label belongs to.
    private enum Part {
        case start
        case value(FormLabel)
        case purpose
        case plan
        case goals
        case none
    }

    init(_ table: SourceDocument.Table, title: SourceDocument.Paragraph?, unitLine: UnitLine) {
        form = ProjectForm(title: title.map { Passage($0.text, at: $0.location) }, unitLine: unitLine)
        let known = table.rows.lazy.flatMap(\.cells).contains { cell in
            switch FormLabel(cell.text) {
            case .code, .scale, .budget, .plan, .heading(.category): true
            default: false
            }
        }
        guard known else {
            for cell in table.rows.flatMap(\.cells) where !cell.text.isEmpty {
                residue.append(Passage(cell.text, at: cell.location))
            }
            return
        }
        isForm = true
        for row in table.rows { read(row, certain: table.rowsAreCertain) }
        closeForm()
    }

    private mutating func read(_ row: SourceDocument.Row, certain: Bool) {
        var cells = row.cells[...]
        while let cell = cells.first {
            let label = FormLabel(cell.text)
            if let headings = IndicatorRows.headings(cells) {
                if rows == nil { rows = IndicatorRows(headings: headings, certain: certain) }
                cells = cells.dropFirst(headings.count)
                part = .none
            } else if rows != nil, !beginsForm(label) {
                rows?.append(cells)
                return
            } else {
                read(cell, label: label)
                cells = cells.dropFirst()
            }
        }
    }

    private func beginsForm(_ label: FormLabel?) -> Bool {
        label == .code || label == .scale || label == .budgetUnit
    }

    private mutating func read(_ cell: SourceDocument.Cell, label: FormLabel?) {
        guard let label else { return readValue(cell) }
        if beginsForm(label), rows != nil { closeForm() }
        switch label {
        case .moneyUnit: readUnitLine(cell)
        case .scale: part = .none
        case .purpose: part = .purpose
        case .plan: part = .plan
        case .date(let day):
            form.planDates.append((day, cell.location))
            part = .plan
        case .goals: part = .goals
        case .heading: residue.append(Passage(cell.text, at: cell.location))
        case .budgetUnit, .code, .name, .budget, .fiscalFunds, .otherFunds: part = .value(label)
        }
    }

    private mutating func readValue(_ cell: SourceDocument.Cell) {
        switch part {
        case .value(let label):
            form.values[label] = cell
            part = label == .otherFunds || form.values[.otherFunds] != nil ? .purpose : .none
        case .purpose where cell.text.isEmpty: return
        case .purpose:
            form.values[.purpose] = cell
            part = .none
        case .plan: form.planCells.append(cell)
        case .goals: form.goals.append(cell)
        case .start, .none:
            if !cell.text.isEmpty { readUnitLine(cell) }
        }
    }

    private mutating func readUnitLine(_ cell: SourceDocument.Cell) {
        if !form.unitLine.read(cell.text, at: cell.location) { residue.append(Passage(cell.text, at: cell.location)) }
    }

    private mutating func closeForm() {
        if let rows {
            let reading = rows.indicators()
            form.indicators = reading.rows
            form.rowTroubles = reading.troubles
            residue += rows.surplus
        }
        forms.append(form)
        form = ProjectForm(title: nil, unitLine: UnitLine())
        rows = nil
        part = .start
    }
}
