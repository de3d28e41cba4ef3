internal import BookLayout
internal import GoalModel
internal import Typesetting

/// The edges that all project tables of a book share.
struct BookGrid {
    /// Right edges in pt in the upper part: of the labels at the left, of 预算数 and its value, below which the project's code
    /// ends, of 其中：财政资金 and its value, of 其他资金.
    let upper: [Double]
    /// Where the project's name begins.
    let name: Double
    /// One or two sets of widths of the six columns, in pt.
    let columns: [[Double]]
    /// For each project which of them suits it.
    let choices: [Int]

    /// Of 一级指标 and 二级指标, in pt; more where a label has a longer word, up to twice as much.
    private static let labels = [15.5 * PageGeometry.millimetre, 22.6 * PageGeometry.millimetre]
    /// The fewest characters of the other columns.
    private static let least = [4.0, 4, 3, 4]

    /// - Parameter rooms: for each project the height in pt that its page has for the table.
    init(_ projects: [Project], rooms: [Double], width: Double, measurer: FontContext) {
        let setting = TableSetting.standard
        let padding = 2 * ProjectForm.across
        let pieces = { measurer.pieces(of: $0, in: setting.text) }
        let labels = zip([Indicator.Field.category, .type], Self.labels).map { field, least in
            let texts = Set(projects.flatMap { $0.indicators.map { $0[field] } })
            let widest = texts.flatMap { pieces($0).joined() }.filter { $0 <= 6 * setting.size }.max() ?? 0
            return min(2 * least, max(least, widest + padding + 0.5))
        }
        (upper, name) = Self.upper(projects, width: width, measurer: measurer)
        let label = upper[0]
        let forms = zip(projects, rooms).map { project, room in
            let wide = ([project.purpose] + project.goals).joined(separator: "\n")
            let text = ColumnGrid.Cell(rows: 0..<1, paragraphs: pieces(wide))
            let bands = (max(1, project.plan.points.count) + 7) / 8
            return ColumnGrid.Form(
                columns: IndicatorColumns(indicators: project.indicators).cells(setting, measurer: measurer),
                otherLines: 2 + 2 * bands + text.lines(in: width - label - padding).count, otherRows: 4 + 2 * bands, room: room)
        }
        let (wanted, tightest) = (TableSetting.standard, TableFit.sizes[0].last ?? .standard)
        let room = ColumnGrid.Room(
            total: width - labels.reduce(0, +) - Double(Self.least.count) * padding,
            minimums: Self.least.map { $0 * setting.size + 0.5 }, step: setting.size,
            wanted: ColumnGrid.Spacing(leading: wanted.leading, along: wanted.padding),
            tightest: ColumnGrid.Spacing(leading: tightest.leading, along: tightest.padding))
        let grid = ColumnGrid(for: forms, in: room)
        columns = grid.widths.map { labels + $0.map { $0 + padding } }
        choices = grid.choices
    }

    private static func upper(
        _ projects: [Project], width: Double, measurer: FontContext
    ) -> (edges: [Double], name: Double) {
        let setting = TableSetting.standard
        func natural(_ text: String, _ style: TextStyle) -> Double {
            measurer.width(of: text, in: style) + 2 * ProjectForm.across + 0.5
        }
        func widest(_ text: (Project) -> String) -> Double {
            max(4 * setting.size, projects.map { natural(text($0), setting.digits) }.max() ?? 0)
        }
        let label = natural("预算规模及", setting.text)
        let budget = natural("预算数", setting.text)
        let fiscal = natural("其中：财政资金", setting.text)
        let other = natural("其他资金", setting.text)
        let code = min(max(widest(\.code), budget + widest(\.raw.budget)), width * 0.4)
        let room = width - label - code - fiscal - other
        var values = [widest(\.raw.fiscalFunds), widest(\.raw.otherFunds)]
        let needed = values.reduce(0, +)
        for index in values.indices {
            // Figures of absurd length are broken in their cells.
            values[index] = needed < room ? values[index] + (room - needed) / 2 : values[index] * room / needed
        }
        var edges = [label]
        for step in [budget, code - budget, fiscal, values[0], other] { edges.append((edges.last ?? 0) + step) }
        return (edges, edges[2] + natural("项目名称", setting.text))
    }
}

/// The grid of the book that a worker sets, and of its sheets: it is searched for once.
final class BookGrids {
    private var last: (projects: [Project], width: Double, grid: BookGrid)?

    /// - Parameter rooms: see ``BookGrid``; the same for the same projects.
    func grid(_ projects: [Project], rooms: () -> [Double], width: Double, measurer: FontContext) -> BookGrid {
        let isKnown = last.map { $0.width == width && $0.projects == projects } ?? false
        let known = isKnown ? last?.grid : nil
        let grid = known ?? BookGrid(projects, rooms: rooms(), width: width, measurer: measurer)
        // The very same list is the same at one look, and each project's table asks again.
        last = (projects, width, grid)
        return grid
    }
}
