internal import Diagnostics
public import GoalModel
public import Reporting
internal import Text

/// 读入对照: the source's tables as they stand, each cell tinted and captioned by what it was taken for.
public struct ReadingPage {
    private let report: Report
    private let tables: [ReadTable]
    private let css: String
    /// Where the page leads back to.
    private let home: String

    /// `nil` where there is no table to show.
    ///
    /// - Parameters:
    ///   - tables: those of the town's documents.
    ///   - css: the style sheet, `Resources/site.css`.
    ///   - home: the town's page, beside this one.
    public init?(_ report: Report, _ tables: [ReadTable], css: String, home: String) {
        guard !tables.isEmpty else { return nil }
        (self.report, self.tables, self.css, self.home) = (report, tables, css, home)
    }

    /// The whole file.
    public var html: String {
        HTMLPage(title: "\(report.town) 读入对照", css: css, body: body).html
    }

    private var unclaimed: Int { tables.reduce(0) { $0 + $1.unclaimed } }

    private var doubtful: Int { tables.count { !$0.doubts.isEmpty } }

    private var verdict: String {
        if doubtful > 0 { return "有\(doubtful)张表没有把握读对，其中的行没有当作指标；另有\(unclaimed)格没有认出" }
        return unclaimed > 0 ? "各表的栏目都认出了，有\(unclaimed)格没有认出，不在目标书里" : "每一格都认出了"
    }

    private var body: HTML {
        """
        <header class="top">
        <p class="up"><a href="\(home.asPathStep)">‹ \(report.town)</a></p>
        <h1>\(report.town)<span> 读入对照</span></h1>
        <p class="meta">原文件里的表格照原样列出，每一格下面写着程序把它认作什么。\(verdict)。</p>
        </header>
        <main id="main">
        <section id="legend"><h2>怎样看</h2>
        <ul class="legend"><li><span class="cell label">栏目</span></li><li><span class="cell value">读入的内容</span></li>\
        <li><span class="cell aside">认得，但不属于目标书</span></li><li><span class="cell stray">没有认出</span></li></ul>
        <p>认错了的，把原文件的表头改成通行的名称；本地通行的写法可以写进输入文件夹里的 栏目名称.json5（goalbook help formats）。</p>
        </section>
        \(HTML.joined(Array(tables.enumerated())) { section($0.offset, $0.element) })
        </main>
        <footer><p>内部资料，仅供内部审核使用。</p></footer>
        """
    }

    private func section(_ index: Int, _ table: ReadTable) -> HTML {
        let place = table.location.map { "\($0)" } ?? "表\(index + 1)"
        return """
            <section id="t\(index + 1)" class="read"><h2>\(place)</h2>
            \(HTML.joined(table.doubts) { "<p class=\"doubt\">没有把握读对：\($0)。</p>" })
            \(HTML.when(!table.columns.isEmpty, columns(of: table)))
            <div class="scroll" role="group" aria-label="\(place)" tabindex="0"><table class="source">
            \(HTML.joined(rows(of: table)) { "<tr>\(HTML.joined($0, cell))</tr>\n" })</table></div>
            </section>

            """
    }

    private func columns(of table: ReadTable) -> HTML {
        """
        <details class="why"\(HTML.when(!table.doubts.isEmpty, " open"))><summary>各栏认作什么，为什么</summary>
        <table><thead><tr><th scope="col">表头</th><th scope="col">认作</th><th scope="col">根据</th></tr></thead><tbody>
        \(HTML.joined(table.columns) {
            "<tr><td>\($0.heading.isEmpty ? "（空）" : $0.heading)</td><td>\($0.taken)</td><td>\($0.reason)</td></tr>\n"
        })</tbody></table></details>
        """
    }

    /// A cell with the number of rows that it covers.
    private struct Placed {
        let cell: ReadTable.Cell
        var height = 1
    }

    /// The lower parts of merged cells are drawn as one with the upper.
    private func rows(of table: ReadTable) -> [[Placed]] {
        var result: [[Placed]] = []
        var open: [Int: (row: Int, index: Int)] = [:]
        for (row, cells) in table.rows.enumerated() {
            var placed: [Placed] = []
            for cell in cells {
                if cell.continuesAbove, let above = open[cell.column] {
                    result[above.row][above.index].height += 1
                } else {
                    open[cell.column] = (row, placed.count)
                    placed.append(Placed(cell: cell))
                }
            }
            result.append(placed)
        }
        return result
    }

    private func cell(_ placed: Placed) -> HTML {
        let cell = placed.cell
        let kind =
            switch cell.role {
            case .blank: "blank"
            case .label: "label"
            case .value: "value"
            case .aside: "aside"
            case .unclaimed: "stray"
            }
        let caption: HTML = HTML.when(cell.role != .blank && cell.role != .label, "<small>\(cell.role.title)</small>")
        return """
            <td class="\(kind)"\(HTML.when(cell.span > 1, " colspan=\"\(cell.span)\""))\
            \(HTML.when(placed.height > 1, " rowspan=\"\(placed.height)\""))>\(cell.text)\(caption)</td>
            """
    }
}
