internal import BookLayout
internal import Linting
internal import Reporting
internal import Typesetting

extension ReviewComposer {
    private static let setting = TableSetting(size: 9, leading: 12.5, padding: 2.5)

    /// The table's head and its first rows, in pt.
    private static let headOfTable = 60.0

    /// 测算核对: for each project whose units fit, the calculation and what it shows; nothing where there is none.
    mutating func addEstimates(_ part: Review.Part, number: Int, mark: String) {
        guard !part.estimates.isEmpty else { return }
        let agreeing = part.estimates.count(where: \.agrees)
        let others = part.estimates.count - agreeing
        let counts = [(agreeing, "一致"), (others, "不一致")].filter { $0.0 > 0 }.map { "\($0.1)\($0.0)个" }
        let title = "（\(Self.numeral(number))）测算核对（\(counts.joined(separator: "，"))）"
        addSubtitle(title, mark: mark, keepBelow: Self.keepBelowSubtitle + Self.headOfTable)
        addSentence("按指标填报的数量乘以单价，与预算数核对。没有列出的项目，数量和单价的计量单位对不上，不作测算，并不表示有误。")
        body.y += 5
        body.place(LaidTable(table(part.estimates), measurer: measurer))
        body.y += 9
    }

    private func table(_ estimates: [Estimate]) -> Table {
        let setting = Self.setting
        let projects = estimates.map { name(of: $0.project) }
        let across = 4.5
        func natural(_ texts: [String], most: Double) -> Double {
            min((texts.map { measurer.width(of: $0, in: setting.text) }.max() ?? 0) + 2 * across + 0.5, most)
        }
        let conclusion = natural(["有出入", "结论"], most: 60)
        let project = natural(["项目"] + projects, most: geometry.width * 0.32)
        let edges = [0, project, geometry.width - conclusion, geometry.width]
        var cells: [TableCell] = []
        func add(_ text: String, _ style: TextStyle, row: Int, column: Int, _ alignment: TextAlignment, head: HeadScope? = nil) {
            cells.append(
                TableCell(
                    text, style, rows: row..<(row + 1), left: edges[column], right: edges[column + 1], alignment: alignment,
                    head: head))
        }
        for (column, title) in ["项目", "数量 × 单价", "结论"].enumerated() {
            add(title, setting.head, row: 0, column: column, .center, head: .column)
        }
        for (index, estimate) in estimates.enumerated() {
            add(projects[index], setting.text, row: index + 1, column: 0, .leading, head: .row)
            add(estimate.text.asSentence, setting.text, row: index + 1, column: 1, .leading)
            add(estimate.conclusion, setting.text, row: index + 1, column: 2, .center)
        }
        return Table(
            width: geometry.width, rowCount: estimates.count + 1, cells: cells, header: 0..<1,
            padding: Table.Padding(across: across, along: setting.padding), minimumRowHeight: setting.rowHeight)
    }
}
