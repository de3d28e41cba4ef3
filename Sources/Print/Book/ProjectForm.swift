internal import BookLayout
internal import GoalModel
internal import Text
internal import Typesetting

/// The official goal form (项目绩效目标表) of one project as a table.
struct ProjectForm {
    let project: Project
    let setting: TableSetting
    let measurer: FontContext
    let width: Double

    /// Room at the sides of a cell. With less, readers that order text by its place take neighbouring columns for one.
    static let across = 5.5
    private var cells: [TableCell] = []
    private var row = 0
    private var header = 0..<0
    /// Where the indicators begin, and each of their 一级指标.
    private var groups: Set<Int> = []

    /// - Parameter columns: which widths of the grid its indicators have.
    init(
        _ project: Project, _ setting: TableSetting, grid: BookGrid, columns: Int, width: Double, measurer: FontContext,
        origins: inout Origins
    ) {
        (self.project, self.setting, self.width, self.measurer) = (project, setting, width, measurer)
        let label = grid.upper[0]
        addHead(grid, &origins)
        addPlan(label: label, &origins)
        addGoals(label: label, &origins)
        addIndicators(grid.columns[columns], &origins)
    }

    var table: Table {
        var table = Table(
            width: width, rowCount: row, cells: cells, header: header,
            padding: Table.Padding(across: Self.across, along: setting.padding), minimumRowHeight: setting.rowHeight)
        table.heavyRows = groups
        return table
    }

    private func natural(_ text: String, _ style: TextStyle) -> Double {
        measurer.width(of: text, in: style) + 2 * Self.across + 0.5
    }

    private mutating func add(
        _ text: String, _ style: TextStyle? = nil, rows: Int = 1, from left: Double, to right: Double,
        _ alignment: TextAlignment = .center, head: HeadScope? = nil, continued: Bool = false, origin: Int = 0
    ) {
        var cell = TableCell(
            text, style ?? setting.text, rows: row..<(row + rows), left: left, right: right, alignment: alignment,
            continuation: continued && !text.isEmpty ? text + "（续）" : nil, head: head, origin: origin)
        // Words of the form stand on grey, those of the town on white.
        cell.isTinted = head != nil && origin == 0
        cells.append(cell)
    }

    private func origin(_ field: Project.Field, _ origins: inout Origins) -> Int {
        origins.add("项目\(project.number)\(field.title.quoted)", at: project.places[field])
    }

    // MARK: The upper part

    private mutating func addHead(_ grid: BookGrid, _ origins: inout Origins) {
        let raw = project.raw
        let edges = grid.upper
        // A name of very many lines would be a high row beside an empty one: it gets the whole width.
        let isLongName = natural(project.name, setting.text) > 5 * (width - grid.name)
        add("项目编码", from: 0, to: edges[0], head: .row)
        add(project.code, setting.digits, from: edges[0], to: isLongName ? width : edges[2], origin: origin(.code, &origins))
        if isLongName { row += 1 }
        let left = isLongName ? 0 : edges[2]
        let right = isLongName ? edges[0] : grid.name
        add("项目名称", from: left, to: right, head: .row)
        add(project.name, from: right, to: width, .leading, origin: origin(.name, &origins))
        row += 1
        add("预算规模及\n资金用途", rows: 2, from: 0, to: edges[0], head: .row, continued: true)
        add("预算数", from: edges[0], to: edges[1], head: .row)
        add(raw.budget, setting.digits, from: edges[1], to: edges[2], origin: origin(.budget, &origins))
        add("其中：财政资金", from: edges[2], to: edges[3], head: .row)
        add(raw.fiscalFunds, setting.digits, from: edges[3], to: edges[4], origin: origin(.fiscalFunds, &origins))
        add("其他资金", from: edges[4], to: edges[5], head: .row)
        add(raw.otherFunds, setting.digits, from: edges[5], to: width, origin: origin(.otherFunds, &origins))
        row += 1
        add(project.purpose, from: edges[0], to: width, .leading, origin: origin(.purpose, &origins))
        row += 1
    }

    private mutating func addPlan(label: Double, _ origins: inout Origins) {
        let points = project.plan.points
        let count = max(points.count, project.raw.plan.count, 1)
        let bands = (count + 7) / 8
        add("资金支出\n计划（%）", rows: 2 * bands, from: 0, to: label, head: .row, continued: true)
        for band in 0..<bands {
            let indices = (band * count / bands)..<((band + 1) * count / bands)
            let step = (width - label) / Double(indices.count)
            for (place, index) in indices.enumerated() {
                let left = label + Double(place) * step
                let right = index == indices.last ? width : left + step
                add(points.indices.contains(index) ? points[index].by.title : "", from: left, to: right, head: .column)
                row += 1
                let text = project.raw.plan.indices.contains(index) ? project.raw.plan[index] : ""
                add(text, setting.digits, from: left, to: right, origin: origin(.plan(index), &origins))
                row -= 1
            }
            row += 2
        }
    }

    private mutating func addGoals(label: Double, _ origins: inout Origins) {
        add("绩效目标", from: 0, to: label, head: .row, continued: true)
        add(project.goals.joined(separator: "\n"), from: label, to: width, .leading, origin: origin(.goals, &origins))
        row += 1
    }

    // MARK: The indicators

    private mutating func addIndicators(_ widths: [Double], _ origins: inout Origins) {
        var edges = [0.0]
        for width in widths { edges.append((edges.last ?? 0) + width) }
        edges[edges.count - 1] = width
        header = row..<(row + 1)
        groups = [row]
        for (column, field) in Indicator.Field.allCases.enumerated() {
            add(field.title, setting.head, from: edges[column], to: edges[column + 1], head: .column)
        }
        row += 1
        let indicators = project.indicators
        let columns = IndicatorColumns(indicators: indicators)
        for index in indicators.indices {
            for (column, field) in Indicator.Field.allCases.enumerated() {
                guard let span = columns.span(of: field, at: index) else { continue }
                let isLabel = field == .category || field == .type
                if field == .category { groups.insert(row) }
                let alignment: TextAlignment = isLabel || field == .target ? .center : .leading
                let place = indicators[index].places[field]
                let origin = origins.add("项目\(project.number)第\(index + 1)行\(field.title.quoted)", at: place)
                let text = indicators[index][field]
                add(
                    text, rows: span, from: edges[column], to: edges[column + 1], alignment, head: isLabel ? .row : nil,
                    continued: isLabel, origin: origin)
                // A basis of several rows is said in full on each page that they take.
                if field == .basis, span > 1 { cells[cells.count - 1].continuation = text }
            }
            row += 1
        }
    }
}
