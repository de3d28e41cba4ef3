internal import Diagnostics
public import GoalModel
public import SourceFiles
internal import Text

/// What each cell of a document's tables was taken for, for people to see whether it was understood.
public struct ReadingView {
    public private(set) var tables: [ReadTable] = []
    private var roles: [Location: ReadTable.Role] = [:]
    private let lexicon: Lexicon

    public init(_ document: SourceDocument, lexicon: Lexicon) {
        self.lexicon = lexicon
        let check = TemplateCheck(document, headings: lexicon.lists)
        let reading = DocumentReading(check.document, lexicon: lexicon)
        for passage in reading.residue { note(passage.location, .aside("")) }
        for form in reading.forms { note(form) }
        for passage in reading.titles { note(passage.location, .label) }
        for case .table(let table) in document.blocks {
            if let list = ListReading(ofProjects: table, lexicon) { note(list, table) }
            tables.append(read(table))
        }
        attach(reading.forms.flatMap(\.tables))
    }

    private mutating func note(_ place: Location?, _ role: ReadTable.Role) {
        guard var place else { return }
        place.heading = nil
        roles[place] = role
    }

    private mutating func note(_ form: ProjectForm) {
        for table in form.tables where table.doubts.isEmpty { note(table) }
        for indicator in form.indicators {
            for field in Indicator.Field.allCases where !indicator[field].isEmpty {
                if let place = indicator.places[field], roles[bare(place)] == nil { note(place, .value(field.title)) }
            }
        }
        for (label, cell) in form.values { note(cell.location, .value(label.title)) }
        for part in form.fundParts { note(part.cell.location, .value("资金：" + part.title)) }
        for cell in form.goals { note(cell.location, .value(Project.Field.goals.title)) }
        for cell in form.planCells where !cell.text.isEmpty { note(cell.location, .value("资金支出计划")) }
        for date in form.planDates { note(date.place, .label) }
        note(form.title?.location, .label)
        note(form.unitLine.unitPlace, .value(Project.Field.unit.title))
        if form.unitLine.moneyPlace != form.unitLine.unitPlace {
            note(form.unitLine.moneyPlace, .value(Project.Field.moneyUnit.title))
        }
    }

    private func bare(_ place: Location) -> Location {
        var place = place
        place.heading = nil
        return place
    }

    /// The rows below a heading, by the columns that it was found to have.
    private mutating func note(_ table: FormTable) {
        guard let columns = table.columns?.columns, let start = columns.positions.first?.lowerBound else { return }
        for (index, row) in table.rows.enumerated() {
            let cells = row.cells.filter { ($0.column ?? start) >= start }
            for (place, cell) in RowAlignment.byColumn(cells, columns.positions).cells where !cell.text.isEmpty {
                note(cell.location, index < table.headingRows ? .label : columns.columns[place].role)
            }
        }
    }

    /// The rows of a list, by the columns that its heading names.
    private mutating func note(_ list: ListReading, _ table: SourceDocument.Table) {
        var titles: [Int: ReadTable.Role] = [:]
        for (meaning, column) in list.columns.columns { titles[column] = .value(meaning.title) }
        for date in list.columns.dates { titles[date.column] = .value("资金支出计划") }
        for group in list.columns.groups {
            titles[group.name] = .value(Indicator.Field.name.title)
            if let target = group.target { titles[target] = .value(Indicator.Field.target.title) }
        }
        for column in list.columns.foreign { titles[column.column] = .aside(column.title.withoutSpaces) }
        for (row, form) in zip(table.rows, list.rowForms) where form != nil {
            for cell in row.cells where !cell.text.isEmpty {
                if let role = cell.column.flatMap({ titles[$0] }) { note(cell.location, role) }
            }
        }
    }

    private func read(_ table: SourceDocument.Table) -> ReadTable {
        let rows = table.rows.map { row in
            row.cells.enumerated().map { index, cell in
                ReadTable.Cell(
                    text: cell.text, column: cell.column ?? index + 1, span: max(1, cell.span),
                    continuesAbove: cell.continuesAbove,
                    role: role(of: cell))
            }
        }
        return ReadTable(location: table.rows.first?.cells.first?.location, rows: rows)
    }

    private func role(of cell: SourceDocument.Cell) -> ReadTable.Role {
        if cell.text.isEmpty { return .blank }
        let known = roles[bare(cell.location)]
        if let known, known != .aside("") { return known }
        let label = lexicon.word(cell.text) != nil || lexicon.group(cell.text) != nil
        if label || lexicon.label(cell.text) != nil || FormLabel.splitting(cell.text, lexicon) != nil { return .label }
        return known ?? (Remark.isRow([cell]) || FormTitle(cell.text).isExplicit ? .label : .unclaimed)
    }

    /// What the columns were taken for goes with the table that they stand in.
    private mutating func attach(_ found: [FormTable]) {
        for table in found {
            let places = Set(table.rows.flatMap(\.cells).map { bare($0.location) })
            guard let index = tables.firstIndex(where: { $0.location.map { isSame($0, places) } == true }) else { continue }
            tables[index].doubts += table.doubts
            tables[index].columns += (table.columns?.reasons ?? []).map { column in
                ReadTable.Column(
                    heading: column.heading.map { $0.text.withoutSpaces }.joined(separator: " / "), taken: column.taken,
                    reason: column.reason)
            }
        }
    }

    /// Whether a table that begins at a place is the one of these cells.
    private func isSame(_ place: Location, _ places: Set<Location>) -> Bool {
        places.contains { $0.file == place.file && $0.table == place.table && $0.sheet == place.sheet && $0.page == place.page }
    }
}

extension IndicatorColumns.Column {
    /// What a cell of the column is.
    fileprivate var role: ReadTable.Role {
        switch self {
        case .field(let field): .value(field.title)
        case .comparator, .unit, .share: .value(title)
        case .other(let heading): .aside(heading)
        }
    }
}

extension ListHeadings.Column {
    /// As the page on reading names it.
    fileprivate var title: String {
        switch self {
        case .unitCode: "单位编码"
        case .unitName: Project.Field.unit.title
        case .projectCode: Project.Field.code.title
        case .projectName: Project.Field.name.title
        case .year: "年度"
        case .moneyUnit: Project.Field.moneyUnit.title
        case .budget: Project.Field.budget.title
        case .fiscalFunds: Project.Field.fiscalFunds.title
        case .otherFunds: Project.Field.otherFunds.title
        case .purpose: Project.Field.purpose.title
        case .goals, .longGoals: Project.Field.goals.title
        case .category: Indicator.Field.category.title
        case .type: Indicator.Field.type.title
        case .name: Indicator.Field.name.title
        case .description: Indicator.Field.description.title
        case .comparator: "符号"
        case .target: Indicator.Field.target.title
        case .measure: "计量单位"
        case .basis: Indicator.Field.basis.title
        case .serial: "序号"
        }
    }
}
