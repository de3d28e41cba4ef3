internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// The cells of one project form, found but not yet understood.
struct ProjectForm {
    var title: Passage?
    var unitLine = UnitLine()
    /// What the labels of amounts say of the unit, for where no line states it.
    var labelledUnit = UnitLine()
    var values: [FormLabel: SourceDocument.Cell] = [:]
    /// Where the form asks for what may be left empty.
    var labelPlaces: FieldPlaces<Project.Field> = [:]
    /// The units that the labels or headings of single amounts state.
    var valueUnits: [FormLabel: StatedUnit] = [:]
    /// A label asks for this year's total.
    var asksForBudget = false
    /// The total of all years, with the unit of its label.
    var wholeTerm: (cell: SourceDocument.Cell, unit: StatedUnit?)?
    /// Sources of money besides those that the goal book has places for.
    var fundParts: [FundPart] = []
    var planDates: [(day: MonthDay, place: Location, column: Int?)] = []
    /// The cells behind the dates, the merged label's cell perhaps among them.
    var planCells: [SourceDocument.Cell] = []
    var goals: [SourceDocument.Cell] = []
    /// The columns of the indicators, where their heading was found.
    var columns: IndicatorColumns?
    var indicators: [Indicator] = []
    var rowTroubles: [IndicatorReading.Trouble] = []
    /// Rows that the form has ready and nobody has filled in.
    var unfilled: [Passage] = []
    /// The tables of indicators, with what their columns were taken for.
    var tables: [FormTable] = []
    /// 金额（万元） stands beside 资金总额, and the amounts only beside its parts.
    var isWithoutTotal = false
    /// What stands in the columns of all years was taken for this year's.
    var usesLongTerm = false
    /// Gathered from rows of a list, and not read from a form of its own.
    var isFromList = false
    /// False for rows of a list that has no columns for a spending plan.
    var listsPlan = true

    var key: ProjectKey {
        ProjectKey(code: values[.code]?.text ?? "", name: name)
    }

    /// The file that the form stands in.
    var file: String? {
        firstPlace?.file
    }

    /// What a person looks for who seeks the form in a document: its title, or the project's name.
    var heading: String {
        guard let title, FormTitle(title.text).namesProject || name.isEmpty else { return name }
        return title.text
    }

    /// Notes the heading at every place of a document in which nobody counts lines or tables.
    mutating func setHeading(_ heading: String) {
        guard let place = firstPlace ?? planDates.first?.place, place.line == nil, place.sheet == nil, !heading.isEmpty else {
            return
        }
        var head = place
        head.heading = heading
        title?.location?.takeHeading(of: head)
        unitLine.unitPlace?.takeHeading(of: head)
        unitLine.moneyPlace?.takeHeading(of: head)
        labelledUnit.moneyPlace?.takeHeading(of: head)
        for label in values.keys { values[label]?.location.takeHeading(of: head) }
        labelPlaces.takeHeading(of: head)
        for index in fundParts.indices { fundParts[index].cell.location.takeHeading(of: head) }
        for index in planDates.indices { planDates[index].place.takeHeading(of: head) }
        for index in planCells.indices { planCells[index].location.takeHeading(of: head) }
        for index in goals.indices { goals[index].location.takeHeading(of: head) }
        for index in indicators.indices { indicators[index].places.takeHeading(of: head) }
        for index in rowTroubles.indices { rowTroubles[index].place.takeHeading(of: head) }
        for index in unfilled.indices { unfilled[index].location?.takeHeading(of: head) }
        for index in tables.indices { tables[index].place?.takeHeading(of: head) }
    }

    /// Whether this is the rest of `form`, broken off over a page: nothing here tells of a project of its own.
    func continues(_ form: ProjectForm) -> Bool {
        if repeatsHead(of: form) { return true }
        guard title == nil, values[.code] == nil, values[.name] == nil, unitLine.unit == nil else { return false }
        return values.isEmpty || (form.indicators.isEmpty && values.keys.allSatisfy { form.values[$0] == nil })
    }

    /// Whether nothing but the head of `form` is said again above further indicators, as on each page of a printed form.
    private func repeatsHead(of form: ProjectForm) -> Bool {
        guard title == nil, let name = values[.name]?.text, !name.isEmpty, !indicators.isEmpty || !tables.isEmpty, goals.isEmpty,
            planDates.isEmpty, fundParts.isEmpty
        else { return false }
        return values.allSatisfy { label, cell in cell.text.withoutSpaces == form.values[label]?.text.withoutSpaces }
    }

    /// Takes over what a table holds that goes on where this one was broken off.
    mutating func take(_ next: ProjectForm) {
        for trouble in next.rowTroubles {
            var trouble = trouble
            trouble.row += indicators.count
            rowTroubles.append(trouble)
        }
        unitLine.take(next.unitLine)
        labelledUnit.take(next.labelledUnit)
        valueUnits.merge(next.valueUnits) { before, _ in before }
        values.merge(next.values) { before, _ in before }
        labelPlaces.take(next.labelPlaces)
        fundParts += next.fundParts
        planDates += next.planDates
        planCells += next.planCells
        goals += next.goals
        columns = columns ?? next.columns
        var rows = next.indicators
        // Below the break a merged 一级指标 or 二级指标 is blank: it goes on from above.
        for index in rows.indices {
            guard let above = index == 0 ? indicators.last : rows[index - 1], rows[index].category.isEmpty else { break }
            rows[index].category = above.category
            if rows[index].type.isEmpty { rows[index].type = above.type }
        }
        indicators += rows
        unfilled += next.unfilled
        tables += next.tables
        usesLongTerm = usesLongTerm || next.usesLongTerm
    }

    /// The project that the cells describe, and what was unreadable in them.
    ///
    /// - Parameters:
    ///   - unit: the unit of money of the form before, for one that states none.
    ///   - residue: takes what no place was found for.
    func project(number: Int, unit above: StatedUnit?, residue: inout [Passage]) -> Warned<Project> {
        var diagnostics: [Diagnostic] = []
        let stated = moneyUnit ?? above ?? .known(.wan)
        if moneyUnit == nil, !writtenAmounts.isEmpty {
            let isHuge = amount(.budget, in: stated).map { $0.fen >= 50_000_000_000 } == true
            diagnostics.append(
                .moneyUnitMissing(project: number, taken: stated, fromAbove: above != nil, isHuge: isHuge, at: firstPlace))
        }
        var project = Project(
            number: number, name: name, code: values[.code]?.text.withoutSpaces.folded ?? "", unit: unit,
            moneyUnit: stated.known ?? .wan,
            purpose: values[.purpose]?.text ?? "", goals: goalLines, indicators: indicators, places: places)
        if case .unknown(let word) = stated { project.foreignUnit = word }
        project.budget = money(.budget, in: stated, blank: nil, number, &diagnostics)
        project.fiscalFunds = money(.fiscalFunds, in: stated, blank: nil, number, &diagnostics)
        // Where no money is stated nothing is known of other money, either.
        let isStated = values[.budget] != nil || values[.fiscalFunds] != nil || values[.otherFunds] != nil
        project.otherFunds = money(.otherFunds, in: stated, blank: isStated ? .zero : nil, number, &diagnostics)
        let plan = PlanReading(
            dates: planDates.map(\.day), cells: alignedPlanCells, project: number, at: planPlace)
        if listsPlan || !planDates.isEmpty { diagnostics += plan.diagnostics }
        residue += plan.surplus
        project.plan = plan.plan
        project.raw = Project.RawCells(
            budget: written(.budget, in: stated), fiscalFunds: written(.fiscalFunds, in: stated),
            otherFunds: written(.otherFunds, in: stated), plan: plan.raw)
        readFundParts(into: &project, &diagnostics)
        addUpBudget(of: &project, &diagnostics)
        diagnostics += indicators.enumerated().compactMap { Diagnostic.target($1, row: $0 + 1, project: number) }
        for (index, place) in plan.places.enumerated() { project.places[.plan(index)] = place }
        diagnostics += rowTroubles.map { Diagnostic.cells($0, project: number) }
        for table in tables where !table.doubts.isEmpty { diagnostics.append(.doubtful(table, project: number)) }
        if usesLongTerm { diagnostics.append(.onlyLongTerm(project: number, at: tables.first?.place ?? goals.first?.location)) }
        if let first = unfilled.first { diagnostics.append(.unfilled(first, count: unfilled.count, project: number)) }
        let isTold = tables.contains { !$0.doubts.isEmpty }
        // What was not understood is not missing: no rule speaks of it a second time.
        if isTold { project.gaps.insert(.indicators) }
        if indicators.isEmpty, !isTold {
            diagnostics.append(.indicatorsMissing(project: number, name: project.name, at: titlePlace))
        }
        if let title, let core = FormTitle(title.text).contradiction(of: project.name) {
            diagnostics.append(.titleDiffers(core, name: project.name, project: number, at: title.location))
        }
        return Warned(project, diagnostics)
    }

    /// The name's cell, or where that is empty what the title says.
    var name: String {
        if let name = values[.name]?.text, !name.isEmpty, !TableCheck.isFormulaError(name) { return name }
        return title.flatMap { FormTitle($0.text).namesProject ? FormTitle($0.text).name : nil } ?? ""
    }

    /// The cells below the dates: each in its date's column where the table has columns that tell, else as they follow.
    private var alignedPlanCells: [SourceDocument.Cell] {
        let written = planCells.filter { !$0.text.isEmpty }
        guard let first = planCells.first, !planDates.isEmpty, planDates.allSatisfy({ $0.column != nil }) else {
            return planCells
        }
        var cells = planDates.map { date in
            let place = first.location.sheet == nil ? date.place : first.location.inSheet(column: date.column)
            return SourceDocument.Cell(text: "", location: place)
        }
        var taken: Set<Int> = []
        for cell in written {
            guard let column = cell.column else { return planCells }
            // What stands before the first date is the label of the row.
            if column < planDates[0].column ?? 0, Percent(written: cell.text) == nil { continue }
            let covered = cell.range(from: column)
            let place =
                planDates.firstIndex { $0.column.map(covered.contains) ?? false }
                ?? planDates.lastIndex { $0.column.map { $0 <= column } ?? false }
            guard let place, taken.insert(place).inserted else { return planCells }
            cells[place] = cell
        }
        return [SourceDocument.Cell(text: "", location: first.location)] + cells
    }

    var unit: BudgetUnit {
        if let cell = values[.budgetUnit], !cell.text.isEmpty {
            if let coded = UnitLine.unit(in: cell.text) { return coded }
            // The line above the table may name the town's county, too: 南川县石渠镇人民政府 and 石渠镇 are one.
            if let line = unitLine.unit, line.name.count > cell.text.count, line.name.holds(cell.text) { return line }
            // 部门名称 may be the county's office that a town's project belongs to.
            if TownName(in: cell.text) == nil, let line = unitLine.unit, TownName(in: line.name) != nil { return line }
            return BudgetUnit(code: nil, name: cell.text)
        }
        return unitLine.unit ?? BudgetUnit(code: nil, name: "")
    }

    var goalLines: [String] {
        goals.flatMap(\.lines).filter { !Self.isPlaceholder($0) }
    }

    /// `目标1：`, `……`: what the form has printed for goals to be written behind.
    private static func isPlaceholder(_ line: String) -> Bool {
        guard line.utf8.count <= 30 else { return line.isEmpty }
        let word = line.withoutSpaces.folded
        if word.allSatisfy({ "….·".contains($0) }) { return true }
        return word.begins(with: "目标") && word.dropFirst(2).allSatisfy { $0.isDecimal || ":一二三四五六七八九十nN".contains($0) }
            && word.count > 2
    }

    var firstPlace: Location? {
        title?.location ?? values[.code]?.location ?? values.values.map(\.location).min() ?? indicators.first?.places.values.min()
    }

    /// Where the title stands; in a document whose paragraphs nobody counts, the table below it.
    private var titlePlace: Location? {
        guard let place = title?.location, place.line == nil, place.sheet == nil else { return title?.location ?? firstPlace }
        let table = (values.values.map(\.location) + planDates.map(\.place)).compactMap(\.table).min()
        var title = Location(in: place, page: place.page, table: table)
        if title.heading != heading { title.heading = heading }
        return title
    }

    private var places: FieldPlaces<Project.Field> {
        var places: FieldPlaces<Project.Field> = [:]
        places[.title] = titlePlace
        places[.unit] = values[.budgetUnit]?.location ?? unitLine.unitPlace
        places[.moneyUnit] = unitLine.moneyPlace ?? labelledUnit.moneyPlace
        let fields: [(FormLabel, Project.Field)] = [
            (.code, .code), (.name, .name), (.budget, .budget), (.fiscalFunds, .fiscalFunds), (.otherFunds, .otherFunds),
            (.purpose, .purpose),
        ]
        for (label, field) in fields { places[field] = values[label]?.location }
        places[.goals] = goals.first { !$0.text.isEmpty }?.location
        places.take(labelPlaces) { isFromList || $0 == .purpose || $0 == .goals }
        return places
    }

    /// The unit of money of the form as a whole.
    var moneyUnit: StatedUnit? { unitLine.moneyUnit ?? labelledUnit.moneyUnit ?? writtenUnit }

    /// The unit of the first amount, where each is written with its own.
    private var writtenUnit: StatedUnit? {
        let units = writtenAmounts.compactMap { AmountCell.unit(writtenBehind: $0) }
        return units.count == writtenAmounts.count ? units.first.map(StatedUnit.known) : nil
    }

    private var writtenAmounts: [String] {
        let amounts = [.budget, .fiscalFunds, .otherFunds].compactMap { values[$0]?.text } + fundParts.map(\.cell.text)
        return amounts.filter { $0.contains(where: \.isDecimal) }
    }

    /// An amount in its own unit.
    ///
    /// - Parameter unit: for an amount of which nothing here tells the unit.
    func amount(_ label: FormLabel, in unit: StatedUnit) -> Money? {
        values[label].flatMap { AmountCell($0, in: valueUnits[label] ?? moneyUnit ?? unit).amount }
    }

    private func money(
        _ label: FormLabel, in unit: StatedUnit, blank: Money?, _ number: Int, _ diagnostics: inout [Diagnostic]
    ) -> Money? {
        let text = values[label]?.text ?? ""
        let unit = valueUnits[label] ?? unit
        if let money = values[label].flatMap({ AmountCell($0, in: unit).amount }) { return money }
        if AmountCell.isBlank(text) { return blank }
        diagnostics.append(.amountUnreadable(text, field: label.title, project: number, unit: unit, at: values[label]?.location))
        return nil
    }

    /// The cell as it is printed: with the unit of its label, where that is not the form's.
    private func written(_ label: FormLabel, in unit: StatedUnit) -> String {
        let text = values[label]?.text ?? ""
        guard let own = valueUnits[label], own != unit, text.last?.isDecimal == true else { return text }
        return text + own.title
    }
}
