internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// Finds the project forms in a table by their label cells, so that neither merged cells nor uncertain row ends matter.
struct FormReading {
    var forms: [ProjectForm] = []
    var residue: [Passage] = []
    /// Remarks such as （2024年度）.
    private(set) var years: [Passage] = []
    /// Another form stands before this table, which may go on with it.
    let goesOn: Bool
    /// The table is a project form, or goes on with one.
    private(set) var isForm = false

    let lexicon: Lexicon
    let year: Int?
    var form = ProjectForm()
    var part: Part = .start
    /// Rows of indicators, where row ends are uncertain.
    var rows: IndicatorRows?
    /// Rows of indicators in a table that has columns.
    var block: IndicatorBlock?
    /// The form tells of the money of all its years besides that of this year.
    private var spansYears = false
    /// The unit of money that the last label stated.
    private var labelUnit: StatedUnit?
    /// Goals that are not this year's, each behind its label.
    var otherGoals: [(meaning: Meaning, label: String, cell: SourceDocument.Cell)] = []
    /// Rows of three cells or more of which none is known.
    var strayRows: [SourceDocument.Row] = []
    /// The grid column of the label that goals stand beside.
    var goalsColumn: Int?
    /// This year's goals stand before those of all years.
    var annualStandsFirst = false

    /// What the next cell that is no label belongs to.
    enum Part {
        case start
        case value(FormLabel)
        case purpose
        /// Behind 项目资金: where nothing else asks for the total, an amount there is it.
        case scale
        /// Behind 申报年度.
        case year
        case plan
        case goals
        case otherGoals(Meaning, String)
        case none
    }

    /// - Parameters:
    ///   - above: the columns of the form before, with whose rows a table without a heading may go on.
    ///   - year: that of the book, where what stands above the table tells.
    init(_ table: SourceDocument.Table, above: IndicatorColumns?, year: Int? = nil, lexicon: Lexicon) {
        (self.lexicon, self.year, goesOn) = (lexicon, year, above != nil)
        var headless: IndicatorColumns?
        if FormReading.isCounted(table, lexicon) {
            residue = FormReading.rows(of: table)
            return
        }
        if FormReading.hasLabels(table, lexicon) || FormReading.hasFilledLabels(table, lexicon) {
            isForm = true
        } else if let above, let first = table.rows.first?.cells, IndicatorRows.begin(first[...], above) {
            isForm = true
            headless = above.withoutPositions
        } else {
            residue = FormReading.rows(of: table)
            return
        }
        if let headless {
            rows = IndicatorRows(columns: headless)
            if table.rowsAreCertain {
                readRest(table, headless)
                return
            }
        }
        if table.rowsAreCertain {
            readGrid(table)
        } else {
            readRows(table.rows)
        }
        closeForm()
        // A table to give points, or a list of indicators to choose from: nothing of a project stands in it, and no value.
        if forms.allSatisfy(\.isOnlyScoring) {
            (forms, isForm, residue) = ([], false, FormReading.rows(of: table))
        }
    }

    mutating func read(_ cell: SourceDocument.Cell) {
        if readMoneyLines(cell) { return }
        if FormLead.isYearLabel(cell.text) {
            part = .year
            return
        }
        if let label = lexicon.label(cell.text), !isValue(label) { return read(cell, label: label) }
        // 合计（万元） of a form that has no other words for its total, or 合计 beside 项目资金.
        if form.values[.budget] == nil, !form.asksForBudget, lexicon.word(cell.text)?.label == .amount,
            isScale || FormLabel.moneyUnit(behind: cell.text) != nil
        {
            return read(cell, label: .budget)
        }
        // 小计 between the label of a source and its amount.
        if case .value(let label) = part, label.isOfMoney, lexicon.word(cell.text)?.label == .amount { return }
        if case .goals = part {
        } else if let (label, value) = FormLabel.splitting(cell.text, lexicon) {
            // 填报单位：（盖章）　单位：万元 names no unit, but that of the money.
            if label == .budgetUnit, form.unitLine.read(cell.text, at: cell.location) { return }
            let head = SourceDocument.Cell(text: String(cell.text.dropLast(value.count)), location: cell.location)
            read(head, label: label)
            return readValue(SourceDocument.Cell(text: value, location: cell.location))
        }
        readValue(cell)
    }

    private var isScale: Bool {
        if case .scale = part { true } else { false }
    }

    mutating func read(_ cell: SourceDocument.Cell, label: FormLabel) {
        labelUnit = label.isOfMoney ? FormLabel.moneyUnit(behind: cell.text) : nil
        if let labelUnit { form.labelledUnit.take(UnitLine(moneyUnit: labelUnit, moneyPlace: cell.location)) }
        let asked = label.askedFor(in: cell.text)
        if let asked, form.labelPlaces[asked] == nil { form.labelPlaces[asked] = cell.location }
        if label == .budget {
            form.asksForBudget = true
            noteSecondTotal(cell)
        }
        switch label {
        case .moneyUnit: readUnitLine(cell)
        case .scale: part = .scale
        case .indicators: part = .none
        case .purpose: part = .purpose
        case .plan: part = .plan
        case .date(let day):
            form.planDates.append((day, cell.location, cell.column))
            part = .plan
        case .goals:
            part = .goals
            if cell.text.holds("年"), cell.text.contains(where: \.isDecimal) {
                years.append(Passage(cell.text, at: cell.location))
            }
        case .otherGoals(let meaning): part = .otherGoals(meaning, cell.text.withoutSpaces)
        case .heading: residue.append(Passage(cell.text, at: cell.location))
        case .budgetUnit, .moneyUnitBeside, .code, .name, .budget, .fiscalFunds, .otherFunds, .foreign: part = .value(label)
        }
    }

    mutating func readValue(_ cell: SourceDocument.Cell) {
        switch part {
        case .value(.foreign(let meaning, let title)):
            if meaning == .allYears {
                spansYears = true
                form.wholeTerm = form.wholeTerm ?? (cell, labelUnit)
            }
            if !cell.text.isEmpty { residue.append(Passage(title + "：" + cell.text, at: cell.location)) }
            if let part = FundPart(meaning, title, cell, unit: labelUnit) { take(part) }
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
        case .scale where !form.asksForBudget && form.values[.budget] == nil && AmountCell(cell, in: .known(.wan)).amount != nil:
            set(.budget, cell)
            part = .none
        case .year where cell.text.isEmpty: return
        case .year:
            let year = cell.text.withoutSpaces.folded
            years.append(Passage(year.utf8.count == 4 ? year + "年" : cell.text, at: cell.location))
            part = .none
        case .plan: form.planCells.append(cell)
        case .goals: form.goals.append(cell)
        case .otherGoals(let meaning, let label):
            if !cell.text.isEmpty { otherGoals.append((meaning, label, cell)) }
        case .start where form.title == nil && FormTitle(cell.text).isExplicit:
            form.title = Passage(cell.text, at: cell.location)
            form.unitLine.readMoneyUnit(behind: cell.text, at: cell.location)
        case .start, .none, .scale:
            if FormLead.isNote(cell.text) {
                years.append(Passage(cell.text, at: cell.location))
            } else if !cell.text.isEmpty {
                readUnitLine(cell)
            }
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
            } else if label == .budgetUnit, cell.text.count > before.text.count, cell.text.holds(before.text) {
                // 部门名称 is the town, and 预算单位 its office.
                form.values[label] = cell
            } else if label == .budgetUnit, TownName(in: before.text) == nil, TownName(in: cell.text) != nil {
                // 部门名称 is the county's office, and 申报单位 one of the town.
                residue.append(Passage(before.text, at: before.location))
                form.values[label] = cell
            } else if !cell.text.isEmpty {
                residue.append(Passage(cell.text, at: cell.location))
            }
        } else {
            (form.values[label], form.valueUnits[label]) = (cell, labelUnit)
        }
    }

    /// A total of all years beside that of this one, in one row and behind labels that only the years tell apart.
    mutating func noteSecondTotal(_ cell: SourceDocument.Cell) {
        guard let before = form.values[.budget], before.location.row == cell.location.row, !before.text.isEmpty,
            ["年度", "当年", "本年"].contains(where: { cell.text.holds($0) })
        else { return }
        spansYears = true
    }

    private mutating func readUnitLine(_ cell: SourceDocument.Cell) {
        if !form.unitLine.read(cell.text, at: cell.location) { residue.append(Passage(cell.text, at: cell.location)) }
    }

    mutating func closeForm() {
        if let rows { takeRows(rows) }
        closeBlock()
        closeGoals()
        closeStrayRows()
        form.splitName()
        takeWholeTerm()
        forms.append(form)
        form = ProjectForm()
        rows = nil
        spansYears = false
        annualStandsFirst = false
        part = .start
    }

    mutating func take(_ reading: IndicatorReading, _ columns: IndicatorColumns) {
        form.columns = form.columns ?? columns
        for trouble in reading.troubles {
            var trouble = trouble
            trouble.row += form.indicators.count
            form.rowTroubles.append(trouble)
        }
        form.indicators += reading.indicators
        form.unfilled += reading.unfilled
        residue += reading.surplus
    }
}
