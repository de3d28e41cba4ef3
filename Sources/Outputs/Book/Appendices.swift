internal import Aggregation
internal import BookLayout
internal import GoalModel
internal import Reporting

extension BookComposer {
    private static let setting = TableSetting(size: 10.5, leading: 15.5, padding: 4)

    /// 附录: 资金汇总, 支出进度.
    mutating func addAppendices() {
        guard !report.book.projects.isEmpty else { return }
        beginPart("附录", "资金汇总与支出进度", mark: "appendix")
        addTable("一、资金汇总", unit: "单位：万元", mark: "funding", fundingTable())
        if !report.schedule.points.isEmpty {
            addTable("二、支出进度", unit: "单位：万元", mark: "schedule", scheduleTable())
        }
        if (1...6).contains(report.schedule.points.count) {
            addTable("三、各项目支出计划", unit: "单位：%（累计）", mark: "plans", planTable())
        }
    }

    private mutating func addTable(_ title: String, unit: String, mark: String, _ columns: FigureTable) {
        let laid = LaidTable(columns.table(width: geometry.width, Self.setting, measurer: measurer), measurer: measurer)
        let heading = type.linePitch + type.note.leading
        // A short table is not torn from its title, nor in two.
        if body.y > 0, laid.height < geometry.height / 2, body.room < laid.height + heading * 2 { body.beginPage() }
        let request = TextRequest(title, type.heading, width: geometry.width)
        body.place(Paragraph(request, before: 14, keepBelow: min(laid.height, 120), role: .heading(2)), mark: mark)
        addEntry(title, level: 1, mark: mark)
        body.place(
            Paragraph(TextRequest(unit, type.note, width: geometry.width, alignment: .trailing), after: 3, keepBelow: 60))
        body.place(laid)
    }

    private func fundingTable() -> FigureTable {
        let funding = FundingTable(book: report.book)
        var table = FigureTable(heads: ["序号", "项目名称", "预算数", "其中：财政资金", "其他资金"], textColumn: 1)
        table.rows = funding.rows.map { row in
            let amounts = [row.budget, row.fiscalFunds, row.otherFunds].map { $0?.description ?? "—" }
            return ["\(row.project)", row.name] + amounts
        }
        let totals = [funding.budget, funding.fiscalFunds, funding.otherFunds].map(\.description)
        table.total = ["合计", "共\(funding.rows.count)个项目"] + totals
        return table
    }

    private func scheduleTable() -> FigureTable {
        var table = FigureTable(heads: ["时间", "本期计划支出", "计划累计支出", "占预算比例", "均衡支出比例"], textColumn: nil)
        table.rows = report.schedule.points.map { point in
            [point.by.title, point.added.description, point.planned.description, percent(point.share), percent(point.evenShare)]
        }
        return table
    }

    /// The plan cells as printed, a dash where a project has no such date.
    private func planTable() -> FigureTable {
        let dates = report.schedule.points.map(\.by)
        var table = FigureTable(heads: ["序号", "项目名称"] + dates.map(\.title), textColumn: 1)
        table.rows = report.book.projects.map { project in
            let cells = dates.map { date in
                let index = project.plan.points.firstIndex { $0.by == date }
                return index.flatMap { project.raw.plan.indices.contains($0) ? project.raw.plan[$0] : nil } ?? "—"
            }
            return ["\(project.number)", project.name] + cells
        }
        return table
    }

    /// - Parameter tenths: of a per cent.
    private func percent(_ tenths: Int) -> String {
        "\(tenths / 10).\(tenths.magnitude % 10)%"
    }
}
