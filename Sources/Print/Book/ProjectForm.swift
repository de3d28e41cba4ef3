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

    /// - Parameter widths: of the six columns of indicators, in pt; `nil` to let them follow their content.
    init(
        _ project: Project, _ setting: TableSetting, width: Double, measurer: FontContext, widths: [Double]? = nil,
        origins: inout Origins
    ) {
        (self.project, self.setting, self.width, self.measurer) = (project, setting, width, measurer)
        let columns = IndicatorColumns(project.indicators, setting, measurer: measurer)
        let widths = widths ?? columns.widths(total: width, padding: 2 * Self.across)
        let label = widths[0]
        addHead(label: label, &origins)
        addPlan(label: label, &origins)
        addGoals(label: label, &origins)
        addIndicators(columns, widths, &origins)
    }

    var table: Table {
        Table(
            width: width, rowCount: row, cells: cells, header: header,
            padding: Table.Padding(across: Self.across, along: setting.padding), minimumRowHeight: setting.rowHeight)
    }

    private func natural(_ text: String, _ style: TextStyle) -> Double {
        measurer.width(of: text, in: style) + 2 * Self.across + 0.5
    }

    private mutating func add(
        _ text: String, _ style: TextStyle? = nil, rows: Int = 1, from left: Double, to right: Double,
        _ alignment: TextAlignment = .center, head: HeadScope? = nil, continued: Bool = false, origin: Int = 0
    ) {
        cells.append(
            TableCell(
                text, style ?? setting.text, rows: row..<(row + rows), left: left, right: right, alignment: alignment,
                continuation: continued && !text.isEmpty ? text + "（续）" : nil, head: head, origin: origin))
    }

    private func origin(_ field: Project.Field, _ origins: inout Origins) -> Int {
        origins.add("项目\(project.number)\(field.title.quoted)", at: project.places[field])
    }

    // MARK: The upper part

    private mutating func addHead(label: Double, _ origins: inout Origins) {
        let raw = project.raw
        let edges = headEdges(label: label)
        // A name of very many lines would be a high row beside an empty one: it gets the whole width.
        let isLongName = natural(project.name, setting.text) > 5 * (width - edges[3])
        add("项目编码", from: 0, to: edges[0], head: .row)
        add(project.code, setting.digits, from: edges[0], to: isLongName ? width : edges[2], origin: origin(.code, &origins))
        if isLongName { row += 1 }
        let left = isLongName ? 0 : edges[2]
        let right = isLongName ? edges[0] : edges[3]
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

    /// The edges between label, 预算数, its value, 其中：财政资金, its value, 其他资金 and its value.
    ///
    /// 项目编码 stands above the first two of them and 项目名称 above the third.
    private func headEdges(label: Double) -> [Double] {
        let raw = project.raw
        let budgetLabel = natural("预算数", setting.text)
        let fiscalLabel = natural("其中：财政资金", setting.text)
        let otherLabel = natural("其他资金", setting.text)
        let room = width - label - budgetLabel - fiscalLabel - otherLabel
        var values = [raw.budget, raw.fiscalFunds, raw.otherFunds].map { max(natural($0, setting.digits), 5 * setting.size) }
        let needed = values.reduce(0, +)
        if needed < room {
            // The code first, then all alike.
            let code = natural(project.code, setting.digits) - budgetLabel - values[0]
            values[0] += max(0, min(code, room - needed))
            let spare = (room - values.reduce(0, +)) / 3
            for index in values.indices { values[index] += spare }
        } else {
            // Figures of absurd length are broken in their cells.
            for index in values.indices { values[index] *= room / needed }
        }
        var edges = [label]
        for step in [budgetLabel, values[0], fiscalLabel, values[1], otherLabel] { edges.append((edges.last ?? 0) + step) }
        return edges
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
                add(text, from: left, to: right, origin: origin(.plan(index), &origins))
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

    private mutating func addIndicators(_ columns: IndicatorColumns, _ widths: [Double], _ origins: inout Origins) {
        var edges = [0.0]
        for width in widths { edges.append((edges.last ?? 0) + width) }
        edges[edges.count - 1] = width
        header = row..<(row + 1)
        for (column, field) in Indicator.Field.allCases.enumerated() {
            let fits = natural(field.title, setting.head) <= edges[column + 1] - edges[column]
            let text = fits ? field.title : IndicatorColumns.head(of: field)
            add(text, setting.head, from: edges[column], to: edges[column + 1], head: .column)
        }
        row += 1
        let indicators = project.indicators
        for index in indicators.indices {
            for (column, field) in Indicator.Field.allCases.enumerated() {
                guard let span = columns.span(of: field, at: index) else { continue }
                let isLabel = field == .category || field == .type
                let alignment: TextAlignment = isLabel || field == .target ? .center : .leading
                let place = indicators[index].places[field]
                let origin = origins.add("项目\(project.number)第\(index + 1)行\(field.title.quoted)", at: place)
                var text = indicators[index][field]
                if isLabel, natural(text, setting.text) > edges[column + 1] - edges[column] {
                    text = IndicatorLabel(text).halves?.joined(separator: "\n") ?? text
                }
                add(
                    text, rows: span, from: edges[column], to: edges[column + 1], alignment,
                    head: isLabel ? .row : nil, continued: isLabel, origin: origin)
            }
            row += 1
        }
    }
}
