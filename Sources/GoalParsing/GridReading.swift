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
            if let next = rows.first, headsList(row, above: next) {
                let written = row.cells.filter { !$0.text.isEmpty }
                residue += written.prefix(1).map { Passage(written.map(\.text).joined(separator: "　"), at: $0.location) }
                continue
            }
            let ahead = [row] + rows.prefix(40)
            if let money = MoneyColumns(ahead, year: year, lexicon) {
                take(money)
                rows = rows.dropFirst(money.count - 1)
            } else if let money = MoneyAcross(ahead, lexicon) {
                take(money)
                rows = rows.dropFirst()
            } else if let goals = GoalColumns(ahead, lexicon) {
                take(goals)
                rows = rows.dropFirst(goals.count - 1)
            } else {
                readHead(row)
            }
        }
    }

    /// Whether a row is the upper part of a heading whose lower part names indicators, and other columns besides: those of a list.
    private func headsList(_ row: SourceDocument.Row, above next: SourceDocument.Row) -> Bool {
        guard let heading = IndicatorHeading(next, lexicon), let start = heading.columns.first?.range.lowerBound else {
            return false
        }
        let merged = heading.lead.filter { lead in
            lead.continuesAbove && row.cells.contains { $0.column == lead.column && !$0.text.isEmpty && !$0.continuesAbove }
        }
        return merged.count > 1 && row.cells.contains { !$0.text.isEmpty && ($0.column ?? 0) >= start }
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
        if Remark.isRow(row.cells) || isTotal(row) {
            residue += row.cells.filter { !$0.text.isEmpty }.map { Passage($0.text, at: $0.location) }
            return true
        }
        if beginsNext(row) {
            closeForm()
            return false
        }
        if open.isBeingHeaded(by: row, lexicon) {
            open.append(row, lexicon)
            block = open
            return true
        }
        if open.ends(at: row, lexicon) {
            closeBlock()
            part = .none
            return false
        }
        if let heading = IndicatorHeading(row, lexicon), !open.heading.isRepeated(in: row) {
            closeBlock()
            block = IndicatorBlock(heading)
            return true
        }
        open.append(row, lexicon)
        block = open
        return true
    }

    /// 合计 with the sum of the points, below the indicators.
    private func isTotal(_ row: SourceDocument.Row) -> Bool {
        let written = row.cells.filter { !$0.text.isEmpty }
        guard let first = written.first, lexicon.word(first.text)?.label == .amount else { return false }
        return written.dropFirst().allSatisfy { cell in
            AmountCell.isBlank(cell.text) || cell.text.withoutSpaces.allSatisfy { $0.isDecimal || ".%分".contains($0) }
        }
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
        if open.isLongTerm {
            let label = open.heading.lead.first { !$0.text.isEmpty }?.text.withoutSpaces ?? "实施期绩效指标"
            keepAside(open.body.map(\.cells), beside: label)
            return
        }
        let found = BlockColumns(open, lexicon)
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
    mutating func keepAside(_ rows: [[SourceDocument.Cell]], beside label: String) {
        for row in rows {
            let written = row.filter { !$0.text.isEmpty }
            guard let place = written.first?.location else { continue }
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
        }
        for goal in otherGoals where !(takesLong && goal.meaning == .longGoals) {
            residue.append(Passage(goal.label + "：" + goal.cell.text, at: goal.cell.location))
        }
        otherGoals = []
    }
}

/// The years that a label names: 中期目标（2025年—2027年）.
struct Years {
    /// No more than one year is named.
    let isOne: Bool

    init(_ label: String) {
        let digits = label.folded.split { !$0.isDecimal }.filter { $0.count == 4 && $0.begins(with: "20") }
        isOne = Set(digits).count <= 1
    }
}
