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
    var labelPlaces: [Project.Field: Location] = [:]
    /// The units that the labels or headings of single amounts state.
    var valueUnits: [FormLabel: StatedUnit] = [:]
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
        title?.location?.heading = heading
        unitLine.unitPlace?.heading = heading
        unitLine.moneyPlace?.heading = heading
        labelledUnit.moneyPlace?.heading = heading
        for label in values.keys { values[label]?.location.heading = heading }
        for field in labelPlaces.keys { labelPlaces[field]?.heading = heading }
        for index in fundParts.indices { fundParts[index].cell.location.heading = heading }
        for index in planDates.indices { planDates[index].place.heading = heading }
        for index in planCells.indices { planCells[index].location.heading = heading }
        for index in goals.indices { goals[index].location.heading = heading }
        for index in indicators.indices {
            for field in indicators[index].places.keys { indicators[index].places[field]?.heading = heading }
        }
        for index in rowTroubles.indices { rowTroubles[index].place.heading = heading }
        for index in unfilled.indices { unfilled[index].location?.heading = heading }
    }

    /// Whether this is the rest of `form`, broken off over a page: nothing here tells of a project of its own.
    func continues(_ form: ProjectForm) -> Bool {
        guard title == nil, values[.code] == nil, values[.name] == nil, unitLine.unit == nil else { return false }
        return values.isEmpty || (form.indicators.isEmpty && values.keys.allSatisfy { form.values[$0] == nil })
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
        labelPlaces.merge(next.labelPlaces) { before, _ in before }
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
    }

    /// The project that the cells describe, and what was unreadable in them.
    ///
    /// - Parameters:
    ///   - unit: the unit of money of the form before, for one that states none.
    ///   - residue: takes what no place was found for.
    func project(number: Int, unit above: StatedUnit?, residue: inout [Passage]) -> Warned<Project> {
        var diagnostics: [Diagnostic] = []
        let stated = moneyUnit ?? above ?? .known(.wan)
        if moneyUnit == nil {
            diagnostics.append(.moneyUnitMissing(project: number, taken: stated, fromAbove: above != nil, at: firstPlace))
        }
        var project = Project(
            number: number, name: name, code: values[.code]?.text.withoutSpaces.folded ?? "", unit: unit,
            moneyUnit: stated.known ?? .wan,
            purpose: values[.purpose]?.text ?? "", goals: goalLines, indicators: indicators, places: places)
        if case .unknown(let word) = stated { project.foreignUnit = word }
        project.budget = money(.budget, in: stated, blank: nil, number, &diagnostics)
        project.fiscalFunds = money(.fiscalFunds, in: stated, blank: nil, number, &diagnostics)
        project.otherFunds = money(.otherFunds, in: stated, blank: .zero, number, &diagnostics)
        let plan = PlanReading(
            dates: planDates.map(\.day), cells: alignedPlanCells, project: number, at: planDates.first?.place ?? firstPlace)
        if listsPlan || !planDates.isEmpty { diagnostics += plan.diagnostics }
        residue += plan.surplus
        project.plan = plan.plan
        project.raw = Project.RawCells(
            budget: written(.budget, in: stated), fiscalFunds: written(.fiscalFunds, in: stated),
            otherFunds: written(.otherFunds, in: stated), plan: plan.raw)
        readFundParts(into: &project, &diagnostics)
        diagnostics += indicators.enumerated().compactMap { Diagnostic.target($1, row: $0 + 1, project: number) }
        for (index, place) in plan.places.enumerated() { project.places[.plan(index)] = place }
        diagnostics += rowTroubles.map { Diagnostic.cells($0, project: number) }
        if let first = unfilled.first { diagnostics.append(.unfilled(first, count: unfilled.count, project: number)) }
        if indicators.isEmpty { diagnostics.append(.indicatorsMissing(project: number, name: project.name, at: titlePlace)) }
        if let title, let core = FormTitle(title.text).contradiction(of: project.name) {
            diagnostics.append(.titleDiffers(core, name: project.name, project: number, at: title.location))
        }
        return Warned(project, diagnostics)
    }

    /// Makes up the two sources of money where the form states others.
    private func readFundParts(into project: inout Project, _ diagnostics: inout [Diagnostic]) {
        for part in fundParts where project.fiscalFunds == nil && !AmountCell.isBlank(part.cell.text) {
            let unit = part.unit ?? (project.foreignUnit.map(StatedUnit.unknown) ?? .known(project.moneyUnit))
            if AmountCell(part.cell, in: unit).amount != nil { continue }
            diagnostics.append(
                .amountUnreadable(part.cell.text, field: part.title, project: project.number, unit: unit, at: part.cell.location))
        }
        let isUnreadable = project.fiscalFunds == nil && !project.raw.fiscalFunds.isEmpty
        guard !isUnreadable, project.foreignUnit == nil, let other = project.otherFunds,
            let sources = FundSources(
                budget: project.budget, fiscal: project.fiscalFunds, other: other, parts: fundParts, in: project.moneyUnit)
        else { return }
        if project.fiscalFunds != sources.fiscal { project.raw.fiscalFunds = sources.written(sources.fiscal) }
        if other != sources.other { project.raw.otherFunds = sources.written(sources.other) }
        (project.fiscalFunds, project.otherFunds) = (sources.fiscal, sources.other)
        project.places[.fiscalFunds] = project.places[.fiscalFunds] ?? sources.place
        diagnostics.append(sources.remark(project: project.number))
    }

    /// The name's cell, or where that is empty what the title says.
    var name: String {
        if let name = values[.name]?.text, !name.isEmpty { return name }
        return title.map { FormTitle($0.text).name } ?? ""
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
            let covered = column..<(column + max(1, cell.span))
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
            return UnitLine.unit(in: cell.text) ?? BudgetUnit(code: nil, name: cell.text)
        }
        return unitLine.unit ?? BudgetUnit(code: nil, name: "")
    }

    private var goalLines: [String] {
        goals.flatMap { $0.text.split(separator: "\n").map(String.init) }.map(\.trimmed).filter { !$0.isEmpty }
    }

    private var firstPlace: Location? {
        title?.location ?? values[.code]?.location ?? values.values.map(\.location).min() ?? indicators.first?.places.values.min()
    }

    /// Where the title stands; in a document whose paragraphs nobody counts, the table below it.
    private var titlePlace: Location? {
        guard let place = title?.location, place.line == nil, place.sheet == nil else { return title?.location ?? firstPlace }
        let table = (values.values.map(\.location) + planDates.map(\.place)).compactMap(\.table).min()
        return Location(file: place.file, table: table, heading: heading)
    }

    private var places: [Project.Field: Location] {
        var places: [Project.Field: Location] = [:]
        places[.title] = titlePlace
        places[.unit] = values[.budgetUnit]?.location ?? unitLine.unitPlace
        places[.moneyUnit] = unitLine.moneyPlace ?? labelledUnit.moneyPlace
        let fields: [(FormLabel, Project.Field)] = [
            (.code, .code), (.name, .name), (.budget, .budget), (.fiscalFunds, .fiscalFunds), (.otherFunds, .otherFunds),
            (.purpose, .purpose),
        ]
        for (label, field) in fields { places[field] = values[label]?.location }
        places[.goals] = goals.first { !$0.text.isEmpty }?.location
        for field in [.purpose, .goals] as [Project.Field] where places[field] == nil { places[field] = labelPlaces[field] }
        return places
    }

    /// The unit of money of the form as a whole.
    var moneyUnit: StatedUnit? { unitLine.moneyUnit ?? labelledUnit.moneyUnit }

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
        guard let own = valueUnits[label], own != unit, text.last?.isNumber == true else { return text }
        return text + own.title
    }
}

extension Diagnostic {
    fileprivate static func cells(_ trouble: IndicatorReading.Trouble, project: Int) -> Diagnostic {
        let isShort = trouble.found < trouble.expected
        let difference = isShort ? "少\(trouble.expected - trouble.found)格" : "多\(trouble.found - trouble.expected)格"
        return Diagnostic(
            .error, id: "row-cells", at: trouble.place,
            "第\(project)个项目第\(trouble.row)行指标\(difference)（应有\(trouble.expected)格，读到\(trouble.found)格）",
            explanation: isShort
                ? "已按内容对应到各列，缺的列为空" : trouble.isJoined ? "描述中有制表符，已合为一格" : "多出的内容列入“未归类文字”",
            remedy: "请对照表头补齐或删去单元格")
    }

    fileprivate static func unfilled(_ row: Passage, count: Int, project: Int) -> Diagnostic {
        Diagnostic(
            .hint, id: "rows-unfilled", at: row.location, "第\(project)个项目有\(count)行指标没有填写，如\(row.text.quoted)",
            explanation: "没有当作指标读入",
            remedy: "请填写，或删去这些行")
    }

    fileprivate static func titleDiffers(_ title: String, name: String, project: Int, at place: Location?) -> Diagnostic {
        Diagnostic(
            .hint, id: "title-differs", at: place, "第\(project)个项目的表题写的是\(title.quoted)，项目名称写的是\(name.quoted)",
            explanation: "已按项目名称处理", remedy: "请使表题和项目名称一致")
    }

    fileprivate static func indicatorsMissing(project: Int, name: String, at place: Location?) -> Diagnostic {
        Diagnostic(
            .error, id: "indicators-missing", at: place, "第\(project)个项目\(name.shortened(to: 24).quoted)没有读到绩效指标",
            explanation: "表中没有指标行，或缺少“一级指标、二级指标、三级指标…”的表头", remedy: "请补齐指标表头和指标行")
    }
}
