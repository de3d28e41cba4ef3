internal import Aggregation
internal import BookLayout
internal import GoalModel
internal import Reporting
internal import Text
internal import Typesetting

/// All projects of a book in one table (项目一览): code and name, kind, money, plan and page, and what they come to.
struct ProjectList {
    let report: Report
    let measurer: FontContext
    /// For each project the number of its page.
    let pages: [Int]

    static let setting = TableSetting(size: 10.5, leading: 13, padding: 2)
    private static let across = 3.5
    /// With more dates there is no room for the names.
    private static let mostDates = 5

    private var dates: [Schedule.Point] {
        report.schedule.points.count <= Self.mostDates ? report.schedule.points : []
    }

    private let amounts: (rows: [ShownAmount], total: ShownAmount)

    init(report: Report, measurer: FontContext, pages: [Int]) {
        (self.report, self.measurer, self.pages) = (report, measurer, pages)
        amounts = ShownAmount.column(report.book.projects.map { $0.budget ?? .zero })
    }

    /// - Parameter width: in pt.
    func table(width: Double, caption: TableCaption) -> Table {
        let edges = edges(width: width)
        var cells = heads(edges)
        let amounts = self.amounts.rows
        let kinds = Dictionary(report.funding.projects.map { ($0.project, $0.kind) }) { first, _ in first }
        for (index, project) in report.book.projects.enumerated() {
            let plan = dates.map { Self.share(of: project, by: $0.by) }
            let budget = project.budget == nil ? "—" : amounts[index].description
            let texts = ["\(project.number)", name(of: project), kinds[project.number] ?? "—", budget] + plan
            cells += row(2 + index, texts + ["\(pages[index])"], edges)
        }
        let last = 2 + report.book.projects.count
        cells += total(last, edges)
        var table = Table(
            width: width, rowCount: last + 1, cells: cells, header: 0..<2,
            padding: Table.Padding(across: Self.across, along: Self.setting.padding), minimumRowHeight: Self.setting.rowHeight,
            carry: carry(edges, amounts))
        table.heavyRows = [last]
        table.caption = caption
        return table
    }

    /// Edges of 序号, 项目, 类别, 预算数, the dates and 页码; the projects' names take what the others leave.
    private func edges(width: Double) -> [Double] {
        let (digits, head) = (Self.setting.digits, Self.setting.head)
        func column(_ texts: [String], _ title: String) -> Double {
            let widest = texts.map { measurer.width(of: $0, in: digits) }.max() ?? 0
            return max(widest, measurer.width(of: title, in: head)) + 2 * Self.across + 1
        }
        let amounts = self.amounts.rows.map(\.description) + [self.amounts.total.description]
        let plans = dates.map { point in
            column(
                report.book.projects.map { Self.share(of: $0, by: point.by) } + [Self.share(of: point)], Self.title(of: point.by))
        }
        // No date is wider than another, so that the year's course can be seen.
        let date = min(plans.max() ?? 0, 60)
        let kind = 4 * Self.setting.size + 2 * Self.across + 1
        let others = [kind, column(amounts, "预算数")] + dates.map { _ in date } + [column(pages.map(String.init), "页码")]
        let number = column(report.book.projects.map { "\($0.number)" }, "序号")
        let name = max(width / 5, width - number - others.reduce(0, +))
        var edges = [0.0, number, number + name]
        // Figures of absurd length are broken in their cells.
        let scale = (width - number - name) / others.reduce(0, +)
        for other in others { edges.append((edges.last ?? 0) + other * scale) }
        edges[edges.count - 1] = width
        return edges
    }

    private func heads(_ edges: [Double]) -> [TableCell] {
        var cells: [TableCell] = []
        func add(_ text: String, _ rows: Range<Int>, _ columns: Range<Int>) {
            var cell = TableCell(
                text, Self.setting.head, rows: rows, left: edges[columns.lowerBound], right: edges[columns.upperBound],
                head: .column)
            cell.isTinted = true
            cells.append(cell)
        }
        for (column, title) in ["序号", "项目名称和编码", "类别", "预算数"].enumerated() { add(title, 0..<2, column..<(column + 1)) }
        if !dates.isEmpty { add("各月底累计支出计划（%）", 0..<1, 4..<(4 + dates.count)) }
        for (place, point) in dates.enumerated() { add(Self.title(of: point.by), 1..<2, (4 + place)..<(5 + place)) }
        add("页码", 0..<2, (edges.count - 2)..<(edges.count - 1))
        return cells
    }

    private func row(_ row: Int, _ texts: [String], _ edges: [Double]) -> [TableCell] {
        texts.enumerated().map { column, text in
            let isText = column == 1 || column == 2
            let alignment: TextAlignment = column == 1 ? .leading : column == 0 || column == 2 ? .center : .trailing
            return TableCell(
                text, isText ? Self.setting.text : Self.setting.digits, rows: row..<(row + 1), left: edges[column],
                right: edges[column + 1], alignment: alignment, head: column == 1 ? .row : nil)
        }
    }

    private func total(_ row: Int, _ edges: [Double]) -> [TableCell] {
        let texts = [amounts.total.description] + dates.map(Self.share) + [""]
        var cells = [
            TableCell(
                "合计（\(report.book.projects.count)个项目）", Self.setting.head, rows: row..<(row + 1), left: 0, right: edges[3],
                head: .row)
        ]
        for (place, text) in texts.enumerated() {
            cells.append(
                TableCell(
                    text, Self.setting.digits, rows: row..<(row + 1), left: edges[3 + place], right: edges[4 + place],
                    alignment: .trailing))
        }
        return cells
    }

    /// 过次页 and 承前页 with the sum so far.
    private func carry(_ edges: [Double], _ amounts: [ShownAmount]) -> TableCarry {
        let (head, digits) = (Self.setting.head, Self.setting.digits)
        let columns = [
            TableCarry.Column(left: 0, right: edges[3], style: head, alignment: .center),
            TableCarry.Column(left: edges[3], right: edges[4], style: digits, alignment: .trailing),
            TableCarry.Column(left: edges[4], right: edges[edges.count - 1], style: digits, alignment: .trailing),
        ]
        var sum = ShownAmount.zero
        let sums = zip(report.book.projects, amounts).map { project, amount in
            if project.budget != nil { sum = sum + amount }
            return ["", sum.description, ""]
        }
        return TableCarry(columns: columns, sums: [[], []] + sums)
    }

    /// Name and code, and the money that is not all 财政资金.
    private func name(of project: Project) -> String {
        var lines = [project.name.oneLine, project.code].filter { !$0.isEmpty }
        if let fiscal = project.fiscalFunds, let budget = project.budget, fiscal != budget {
            lines.append("财政资金\(ShownAmount(fiscal))万元")
        }
        return lines.joined(separator: "\n")
    }

    /// `3月` for the end of March; the head says that all are ends of months.
    private static func title(of date: MonthDay) -> String {
        date.title.hasSuffix("月底") ? String(date.title.dropLast()) : date.title
    }

    /// Of the whole budget, as whole as the figures above it; 支出进度 says it more exactly.
    private static func share(of point: Schedule.Point) -> String {
        "\((point.share.tenths + 5) / 10)"
    }

    /// The cell as printed without its sign, a dash where the project has no such date.
    private static func share(of project: Project, by date: MonthDay) -> String {
        guard let index = project.plan.points.firstIndex(where: { $0.by == date }) else { return "—" }
        if let percent = project.plan.points[index].percent { return String(percent.description.dropLast()) }
        return project.raw.plan.indices.contains(index) ? project.raw.plan[index] : "—"
    }
}
