internal import BookLayout
internal import Diagnostics
internal import Typesetting

/// The findings of one rule as a table: what is wrong, and beside it a line for each place.
struct ReviewTable {
    struct Item {
        var severity: Severity
        var trouble: String
        var spots: [Spot]
    }

    /// One place; what is not known or goes without saying is empty.
    struct Spot: Hashable {
        var project = ""
        /// The indicator's, from 1.
        var row = ""
        var place = ""
    }

    private let items: [Item]
    private let width: Double
    private let setting = TableSetting(size: 9, leading: 12.5, padding: 2.5)
    private let across = 4.5
    /// The left and right edges of 序号, 级别, 问题, 项目, 指标行 and 原件位置; a column that nothing stands in is `nil`.
    private let columns: [Range<Double>?]

    /// - Parameter share: how much of what 问题 and 项目 have together 项目 gets at most.
    private init(_ items: [Item], width: Double, measurer: FontContext, share: Double) {
        self.items = items.map { item in
            var item = item
            if item.spots.isEmpty { item.spots = [Spot()] }
            return item
        }
        self.width = width
        columns = Self.columns(self.items, width: width, setting, across: across, share: share, measurer)
    }

    /// The table with the widths that take the least of the paper.
    static func laid(_ items: [Item], width: Double, measurer: FontContext) -> LaidTable<FontContext> {
        func laid(_ items: some Sequence<Item>, share: Double) -> LaidTable<FontContext> {
            LaidTable(ReviewTable(Array(items), width: width, measurer: measurer, share: share).table, measurer: measurer)
        }
        // The first items stand for all when there are very many.
        let heights = [0.4, 0.5, 0.32, 0.26].map { (share: $0, height: laid(items.prefix(40), share: $0).height) }
        let best = heights.min { $0.height < $1.height }
        return laid(items, share: best?.share ?? 0.4)
    }

    private static func columns(
        _ items: [Item], width: Double, _ setting: TableSetting, across: Double, share: Double, _ measurer: FontContext
    ) -> [Range<Double>?] {
        func natural(_ texts: some Sequence<String>, _ head: String, most: Double) -> Double {
            // Thousands of findings have the widths of their first hundreds.
            let widths = texts.prefix(300).map { measurer.width(of: $0, in: setting.text) }
            return min(max(widths.max() ?? 0, measurer.width(of: head, in: setting.head)) + 2 * across + 0.5, most)
        }
        let spots = items.flatMap(\.spots)
        let number = natural(["\(items.count)"], "序号", most: 60)
        let row = spots.contains { !$0.row.isEmpty } ? natural(spots.map(\.row), "指标行", most: 50) : 0
        let place = spots.contains { !$0.place.isEmpty } ? natural(spots.map(\.place), "原件位置", most: width * 0.42) : 0
        let severity = Set(items.map(\.severity)).count > 1 ? natural(["警告"], "级别", most: 50) : 0
        let rest = width - number - severity - row - place
        let trouble = natural(items.map(\.trouble), "问题", most: rest)
        let hasProject = spots.contains { !$0.project.isEmpty }
        let project = hasProject ? natural(spots.map(\.project), "项目", most: max(rest * share, rest - trouble)) : 0
        var left = 0.0
        return [number, severity, rest - project, project, row, place].map { width in
            defer { left += width }
            return width > 0 ? left..<(left + width) : nil
        }
    }

    private var table: Table {
        var cells: [TableCell] = []
        var row = 0
        func add(
            _ text: String, _ style: TextStyle, rows: Int = 1, column: Int, _ alignment: TextAlignment = .center,
            head: HeadScope? = nil
        ) {
            guard let edges = columns[column] else { return }
            cells.append(
                TableCell(
                    text, style, rows: row..<(row + rows), left: edges.lowerBound, right: edges.upperBound, alignment: alignment,
                    continuation: rows > 1 ? text : nil, head: head))
        }
        for (column, title) in ["序号", "级别", "问题", "项目", "指标行", "原件位置"].enumerated() {
            add(title, setting.head, column: column, head: .column)
        }
        row += 1
        for (index, item) in items.enumerated() {
            add("\(index + 1)", setting.digits, rows: item.spots.count, column: 0, head: .row)
            add(item.severity.title, setting.text, rows: item.spots.count, column: 1)
            add(item.trouble, setting.text, rows: item.spots.count, column: 2, .leading)
            for spot in item.spots {
                add(spot.project, setting.text, column: 3, .leading)
                add(spot.row, setting.digits, column: 4)
                add(spot.place, setting.text, column: 5, .leading)
                row += 1
            }
        }
        return Table(
            width: width, rowCount: row, cells: cells, header: 0..<1,
            padding: Table.Padding(across: across, along: setting.padding), minimumRowHeight: setting.rowHeight)
    }
}
