internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// A list table, such as the budget system's export: one row an indicator or a project, blank cells repeating the one above.
struct ListReading {
    /// One for each project, in the order of the rows.
    private(set) var forms: [ProjectForm] = []
    /// Rows above and below the list that say something else.
    private(set) var residue: [Passage] = []
    /// Titles above the list, which may tell year and town.
    private(set) var titles: [Passage] = []
    private(set) var diagnostics: [Diagnostic] = []
    let columns: ListColumns
    /// For each row of the table the project that it belongs to; `nil` for the heading and what is no row of the list.
    private(set) var rowForms: [Int?]
    private let headings: ListHeadings
    private var unitLine = UnitLine()
    /// The values that blank cells repeat.
    private var above = Above()
    private var index = ProjectIndex()
    private var foreignCells: [Int: Int] = [:]

    private struct Above {
        var unitCode = ""
        var unitName: SourceDocument.Cell?
        var form: Int?
        var key: ProjectKey?
        var category = ""
        var type = ""
    }

    /// `nil` for a table that is no list of projects with goals or indicators.
    ///
    /// Outside of a workbook it must hold goals or indicators: names and amounts in a text are only a summary. On a sheet a list of
    /// names and amounts alone tells who gets how much, and no goals.
    init?(ofProjects table: SourceDocument.Table, _ lexicon: Lexicon) {
        self.init(table, headings: lexicon.lists)
        guard table.isSheet ? columns.holdsGoals : columns.holdsIndicators || columns.columns[.goals] != nil else { return nil }
    }

    /// `nil` for a table that is no list.
    init?(_ table: SourceDocument.Table, headings: ListHeadings) {
        guard table.rowsAreCertain, let columns = ListColumns(table.rows, headings: headings) else { return nil }
        self.columns = columns
        self.headings = headings
        rowForms = Array(repeating: nil, count: table.rows.count)
        for row in table.rows.prefix(columns.lead) { readLead(row) }
        for index in table.rows.indices.dropFirst(columns.lead + columns.height) { rowForms[index] = read(table.rows[index]) }
        reportForeign()
        diagnostics += [withoutValues(table)].compactMap(\.self)
    }

    private mutating func readLead(_ row: SourceDocument.Row) {
        for cell in row.cells where !cell.text.isEmpty {
            if unitLine.read(cell.text, at: cell.location) {
                titles += [unitLine.year].compactMap(\.self)
                continue
            }
            unitLine.readMoneyUnit(behind: cell.text, at: cell.location)
            if ListReading.isTitle(cell.text) || (cell.text.utf8.count <= 200 && cell.text.holds("年")) {
                titles.append(Passage(cell.text, at: cell.location))
            } else {
                residue.append(.init(cell.text, at: cell.location))
            }
        }
    }

    /// A line above a list that names what is listed.
    static func isTitle(_ text: String) -> Bool {
        text.utf8.count <= 200 && (text.holds("绩效") || text.holds("项目")) && !text.ends(with: "。") && !text.ends(with: "：")
    }

    /// Takes what the lines above the table say of the unit and of the unit of money.
    mutating func take(_ line: UnitLine) {
        unitLine.take(line)
        titles += [line.year].compactMap(\.self)
        for index in forms.indices { forms[index].unitLine.take(line) }
    }

    /// Returns the project that the row belongs to.
    private mutating func read(_ row: SourceDocument.Row) -> Int? {
        let cells = Dictionary(row.cells.compactMap { cell in cell.column.map { ($0, cell) } }) { first, _ in first }
        let written = row.cells.filter { !$0.text.isEmpty }
        guard let first = written.first else { return nil }
        if headings.isExample(first.text) || columns.isRepeated(in: row, headings: headings) { return nil }
        var values = columns.columns.compactMapValues { cells[$0] }
        // One column holds the codes of units and, below each, of its projects.
        if values[.projectCode] == nil, let code = values[.unitCode], code.text.withoutSpaces.utf8.count == 21 {
            (values[.projectCode], values[.unitCode]) = (code, nil)
        }
        if isTotal(first, values) { return nil }
        let held = values.contains { $0.key != .serial && !$0.value.text.isEmpty }
        guard held || columns.dates.contains(where: { cells[$0.column]?.text.isEmpty == false }), !isNote(written) else {
            residue += written.map { Passage($0.text, at: $0.location) }
            return nil
        }
        for column in columns.foreign where cells[column.column]?.text.isEmpty == false {
            foreignCells[column.column, default: 0] += 1
        }
        if takesUnitRow(values) { return nil }
        guard let index = project(of: values, at: first.location) else { return nil }
        readProject(index, values, cells)
        if columns.groups.isEmpty {
            if columns.holdsIndicators { readIndicator(index, values, row) }
        } else {
            readGroups(index, cells, row)
        }
        return index
    }

    /// A row of the unit above its projects, alone or with their sum.
    private mutating func takesUnitRow(_ values: [ListHeadings.Column: SourceDocument.Cell]) -> Bool {
        guard columns.holdsGoals, let cell = values[.projectName], !cell.text.isEmpty else { return false }
        let told: [ListHeadings.Column] = [.goals, .purpose, .category, .type, .name, .description, .target]
        guard told.allSatisfy({ values[$0]?.text.isEmpty != false }), told.contains(where: { columns.columns[$0] != nil }),
            UnitLine.unit(in: cell.text) != nil || TownName.isOffice(cell.text)
        else { return false }
        let code = (values[.projectCode] ?? values[.unitCode])?.text.withoutSpaces.folded ?? ""
        above = Above()
        above.unitCode = code.utf8.count == 6 && code.utf8.allSatisfy(\.isDigit) ? code : ""
        above.unitName = cell
        return true
    }

    /// A sum of the rows above: it says so, and has no indicator of its own.
    private func isTotal(_ first: SourceDocument.Cell, _ values: [ListHeadings.Column: SourceDocument.Cell]) -> Bool {
        if headings.isTotal(first.text) || values[.projectName].map({ headings.isTotal($0.text) }) == true { return true }
        let own: [ListHeadings.Column] = [.type, .name, .description, .target]
        guard own.allSatisfy({ values[$0]?.text.isEmpty != false }) else { return false }
        let names: [ListHeadings.Column] = [.serial, .unitCode, .unitName, .projectCode, .projectName]
        return names.contains { values[$0].map { headings.endsInTotal($0.text) } == true }
    }

    /// A remark below the list: one cell in a list of many columns, and none of a project's or an indicator's own.
    private func isNote(_ written: [SourceDocument.Cell]) -> Bool {
        if columns.columns.count >= 3, Remark.isRow(written) { return true }
        guard written.count == 1, columns.columns.count >= 4, let cell = written.first else { return false }
        return cell.span > 2
    }

    /// The project that the row belongs to: its own cells tell, or the row above.
    private mutating func project(of values: [ListHeadings.Column: SourceDocument.Cell], at place: Location) -> Int? {
        takeUnit(values)
        let (codeCell, nameCell) = ProjectForm.codeAndName(values[.projectCode], values[.projectName])
        let key = ProjectKey(code: codeCell?.text ?? "", name: nameCell?.text ?? "")
        guard !key.isEmpty else {
            if above.form == nil { diagnostics.append(.rowWithoutProject(at: place)) }
            return above.form
        }
        if let form = above.form, above.key == key { return form }
        above.category = ""
        above.type = ""
        above.key = key
        if let known = index.place(of: key) {
            above.form = known
        } else {
            var form = ProjectForm()
            form.isFromList = true
            form.unitLine = unitLine
            form.listsPlan = !columns.dates.isEmpty
            form.values[.code] = codeCell
            form.values[.name] = nameCell
            form.values[.budgetUnit] = unitCell
            index.insert(key, at: forms.count)
            above.form = forms.count
            forms.append(form)
        }
        return above.form
    }

    private mutating func takeUnit(_ values: [ListHeadings.Column: SourceDocument.Cell]) {
        var code = values[.unitCode]?.text.withoutSpaces.folded ?? ""
        // A spreadsheet that takes codes for numbers drops their first zero.
        if code.utf8.count == 5, code.utf8.allSatisfy(\.isDigit) {
            if "0" + code != above.unitCode { diagnostics.append(.zeroDropped(code, at: values[.unitCode]?.location)) }
            code = "0" + code
        }
        if !code.isEmpty, code != above.unitCode {
            above.unitCode = code
            above.unitName = nil
        }
        if let name = values[.unitName], !name.text.isEmpty {
            if let unit = UnitLine.unit(in: name.text) { above.unitCode = unit.code ?? above.unitCode }
            above.unitName = name
        } else if above.unitName == nil, let cell = values[.unitCode], !cell.text.isEmpty {
            above.unitName = cell
        }
    }

    /// Code and name of the unit in one cell, as the form has them.
    private var unitCell: SourceDocument.Cell? {
        guard var cell = above.unitName else { return nil }
        if UnitLine.unit(in: cell.text) == nil, cell.text != above.unitCode { cell.text = above.unitCode + cell.text }
        return cell
    }

    private mutating func readProject(
        _ index: Int, _ values: [ListHeadings.Column: SourceDocument.Cell], _ cells: [Int: SourceDocument.Cell]
    ) {
        var fresh = ProjectForm()
        fresh.isFromList = true
        fresh.listsPlan = !columns.dates.isEmpty
        if let cell = values[.moneyUnit], let unit = StatedUnit(cell: cell.text) {
            fresh.unitLine = UnitLine(moneyUnit: unit, moneyPlace: cell.location)
        }
        /// The unit in the heading of an amount's column; the first is that of the project where nothing else is.
        func unit(of cell: SourceDocument.Cell, in column: Int?) -> StatedUnit? {
            guard let unit = column.flatMap({ columns.moneyUnits[$0] }) else { return nil }
            fresh.labelledUnit.take(UnitLine(moneyUnit: unit, moneyPlace: cell.location))
            return unit
        }
        let money: [(ListHeadings.Column, FormLabel)] = [
            (.budget, .budget), (.fiscalFunds, .fiscalFunds), (.otherFunds, .otherFunds),
        ]
        for (column, label) in money {
            guard let cell = values[column], !cell.text.isEmpty else { continue }
            (fresh.values[label], fresh.valueUnits[label]) = (cell, unit(of: cell, in: columns.columns[column]))
        }
        for column in columns.foreign {
            guard let cell = cells[column.column], !cell.text.isEmpty else { continue }
            guard FundPart.kinds[FormLabel.bare(column.title.withoutSpaces.folded)] != nil else { continue }
            fresh.fundParts += [FundPart(column.title, cell, unit: unit(of: cell, in: column.column) ?? fresh.unitLine.moneyUnit)]
                .compactMap(\.self)
        }
        let fields: [(ListHeadings.Column, Project.Field)] = [
            (.purpose, .purpose), (.goals, .goals), (.budget, .budget), (.fiscalFunds, .fiscalFunds), (.otherFunds, .otherFunds),
        ]
        for (column, field) in fields {
            guard let position = columns.columns[column] else { continue }
            fresh.labelPlaces[field] = values[column]?.location ?? ListReading.place(of: position, in: cells.values)
        }
        fresh.labelPlaces[.plan(0)] = columns.dates.first.flatMap { ListReading.place(of: $0.column, in: cells.values) }
        if let cell = values[.purpose], !cell.text.isEmpty { fresh.values[.purpose] = cell }
        if let cell = values[.goals], !cell.text.isEmpty { fresh.goals = [cell] }
        if columns.dates.contains(where: { cells[$0.column]?.text.isEmpty == false }) {
            fresh.planDates = columns.dates.map { ($0.day, $0.place, $0.column) }
            let blanks = columns.dates.map { date in
                SourceDocument.Cell(text: "", location: ListReading.place(of: date.column, in: cells.values) ?? date.place)
            }
            fresh.planCells = blanks.prefix(1) + zip(columns.dates, blanks).map { cells[$0.column] ?? $1 }
        }
        fresh.unitLine.take(UnitLine(moneyUnit: forms[index].unitLine.moneyUnit, moneyPlace: forms[index].unitLine.moneyPlace))
        diagnostics += forms[index].complete(with: fresh)
    }

    private mutating func readIndicator(
        _ index: Int, _ values: [ListHeadings.Column: SourceDocument.Cell], _ row: SourceDocument.Row
    ) {
        func text(_ column: ListHeadings.Column) -> String { values[column]?.text ?? "" }
        let own: [ListHeadings.Column] = [.category, .type, .name, .description, .target]
        guard own.contains(where: { !text($0).isEmpty }) else { return }
        if !text(.category).isEmpty, text(.category) != above.category { (above.category, above.type) = (text(.category), "") }
        if !text(.type).isEmpty { above.type = text(.type) }
        var places: FieldPlaces<Indicator.Field> = [:]
        let fields: [(Indicator.Field, ListHeadings.Column)] = [
            (.category, .category), (.type, .type), (.name, .name), (.description, .description), (.target, .target),
            (.basis, .basis),
        ]
        let first = row.cells.first { !$0.text.isEmpty }?.location
        for (field, column) in fields {
            let blank = columns.columns[column].flatMap { ListReading.place(of: $0, in: row.cells) }
            places[field] = values[column]?.location ?? blank ?? values[.name]?.location ?? first
        }
        if !text(.category).isEmpty || !text(.type).isEmpty, let place = first,
            [.name, .description, .target, .basis].allSatisfy({ text($0).isEmpty })
        {
            forms[index].unfilled.append(Passage(above.type.isEmpty ? above.category : above.type, at: place))
            return
        }
        let target = IndicatorReading.glued(text(.comparator), text(.target), text(.measure))
        forms[index].indicators.append(
            Indicator(
                category: above.category, type: above.type, name: text(.name), description: text(.description),
                target: Target(reading: target), basis: text(.basis), places: places))
    }

    /// The indicators of a project that stand side by side in its row, by category.
    private mutating func readGroups(_ index: Int, _ cells: [Int: SourceDocument.Cell], _ row: SourceDocument.Row) {
        for group in columns.groups {
            guard let name = cells[group.name], !name.text.isEmpty else { continue }
            let value = group.target.flatMap { cells[$0] }
            var places: FieldPlaces<Indicator.Field> = [:]
            for field in Indicator.Field.allCases { places[field] = name.location }
            if let value { places[.target] = value.location }
            forms[index].indicators.append(
                Indicator(
                    category: group.category, type: "", name: name.text, description: "",
                    target: Target(reading: value?.text ?? ""), basis: "", places: places))
        }
    }

    private mutating func reportForeign() {
        for column in columns.foreign {
            guard let count = foreignCells[column.column] else { continue }
            diagnostics.append(.foreignColumn(column.title, cells: count, at: column.place))
        }
    }
}
