internal import Aggregation
internal import BookLayout
internal import GoalModel
internal import Reporting

extension BookComposer {
    private static let setting = TableSetting(size: 10.5, leading: 15.5, padding: 4)

    /// 附录: 资金汇总, 支出进度, 各项目支出计划, 项目索引.
    mutating func addAppendices() {
        guard !report.book.projects.isEmpty else { return }
        beginPart("附录", "资金汇总、支出进度和项目索引", mark: "appendix")
        var tables = [Appendix(title: "资金汇总", note: "单位：万元", mark: "funding", table: fundingTable())]
        if !report.schedule.points.isEmpty {
            tables.append(Appendix(title: "支出进度", note: "单位：万元", mark: "schedule", table: scheduleTable()))
        }
        if (1...6).contains(report.schedule.points.count) {
            tables.append(Appendix(title: "各项目支出计划", note: "单位：%（累计）", mark: "plans", table: planTable()))
        }
        tables.append(Appendix(title: "项目索引", note: "按项目编码排列", mark: "index", table: indexTable()))
        for (numeral, table) in zip(["一", "二", "三", "四"], tables) { add(table, numeral: numeral) }
    }

    private struct Appendix {
        var title: String
        /// What stands above the table's right end.
        var note: String
        var mark: String
        var table: FigureTable
    }

    private mutating func add(_ appendix: Appendix, numeral: String) {
        let title = "\(numeral)、\(appendix.title)"
        let laid = LaidTable(appendix.table.table(width: geometry.width, Self.setting, measurer: measurer), measurer: measurer)
        let heading = type.linePitch + type.note.leading
        // A short table is not torn from its title, nor in two.
        if body.y > 0, laid.height < geometry.height / 2, body.room < laid.height + heading * 2 { body.beginPage() }
        let request = TextRequest(title, type.heading, width: geometry.width)
        body.place(
            Paragraph(request, before: 14, keepBelow: min(laid.height, 120), role: self.heading(2)),
            mark: place.prefix + appendix.mark)
        addEntry(title, level: 1, mark: appendix.mark)
        body.place(
            Paragraph(TextRequest(appendix.note, type.note, width: geometry.width, alignment: .trailing), after: 3, keepBelow: 60)
        )
        body.place(laid)
    }

    /// By kind, each with its sum where it has more than one project.
    private func fundingTable() -> FigureTable {
        let funding = FundingTable(book: report.book, funding: report.funding)
        var table = FigureTable(heads: ["序号", "项目名称", "预算数", "其中：财政资金", "其他资金"], textColumn: 1)
        table.groupHead = "类别"
        var sumSoFar = Array(repeating: ShownAmount.zero, count: 3)
        table.groups = funding.groups.map { group in
            let rows = group.rows.map { row in
                let amounts = [row.budget, row.fiscalFunds, row.otherFunds].map { $0?.description ?? "—" }
                return ["\(row.project)", row.name] + amounts
            }
            let sums = [group.budget, group.fiscalFunds, group.otherFunds].map { $0?.description ?? "—" }
            let subtotal = ["", "小计（\(rows.count)个项目）"] + sums
            let carried = group.rows.map { row in
                sumSoFar = zip(sumSoFar, [row.budget, row.fiscalFunds, row.otherFunds]).map { $0 + ($1 ?? .zero) }
                return ["", ""] + sumSoFar.map(\.description)
            }
            return FigureTable.Group(label: group.kind, rows: rows, subtotal: rows.count > 1 ? subtotal : nil, carried: carried)
        }
        let totals = [funding.budget, funding.fiscalFunds, funding.otherFunds].map { $0?.description ?? "—" }
        table.total = ["", "合计（\(report.book.projects.count)个项目）"] + totals
        return table
    }

    private func scheduleTable() -> FigureTable {
        let rows = report.schedule.points.map { point in
            [
                point.by.title, point.added.description, point.planned.description, point.share.description,
                point.evenShare.description,
            ]
        }
        return FigureTable(heads: ["时间", "本期计划支出", "计划累计支出", "占预算比例", "均衡支出比例"], textColumn: nil, rows: rows)
    }

    /// The plan cells as printed, a dash where a project has no such date.
    private func planTable() -> FigureTable {
        let dates = report.schedule.points.map(\.by)
        let rows = report.book.projects.map { project in
            let cells = dates.map { date in
                let index = project.plan.points.firstIndex { $0.by == date }
                return index.flatMap { project.raw.plan.indices.contains($0) ? project.raw.plan[$0] : nil } ?? "—"
            }
            return ["\(project.number)", project.name] + cells
        }
        return FigureTable(heads: ["序号", "项目名称"] + dates.map(\.title), textColumn: 1, rows: rows)
    }

    /// By code, as the budget system lists them; projects without one come last.
    private func indexTable() -> FigureTable {
        let pages = Dictionary(entries.map { ($0.mark, $0.page) }) { first, _ in first }
        let rows = report.book.projects.enumerated().map { index, project in
            (
                project.code,
                [
                    project.code.isEmpty ? "—" : project.code, project.name,
                    "\(pages[place.prefix + Self.mark(ofProject: index)] ?? 0)",
                ]
            )
        }
        let order = rows.indices.sorted { a, b in
            (rows[a].0.isEmpty ? 1 : 0, rows[a].0, a) < (rows[b].0.isEmpty ? 1 : 0, rows[b].0, b)
        }
        return FigureTable(heads: ["项目编码", "项目名称", "页码"], textColumn: 1, rows: order.map { rows[$0].1 })
    }
}
