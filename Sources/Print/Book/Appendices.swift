internal import Aggregation
internal import BookLayout
internal import GoalModel
internal import Reporting
internal import Text
internal import Typesetting

extension BookComposer {
    private static let setting = TableSetting(size: 10.5, leading: 15.5, padding: 4)

    /// 附录: all projects in one table, then the money by kind and by date.
    mutating func addAppendices() {
        guard !report.book.projects.isEmpty else { return }
        beginPart("附录", "项目一览、资金汇总和支出进度", mark: "appendix")
        let pages = Dictionary(entries.map { ($0.mark, $0.page) }) { first, _ in first }
        let list = ProjectList(
            report: report, measurer: measurer,
            pages: report.book.projects.indices.map { pages[place.prefix + Self.mark(ofProject: $0)] ?? 0 })
        add(Appendix(title: "一、项目一览", mark: "index")) { width, caption in list.table(width: width, caption: caption) }
        let kinds = kindTable()
        add(Appendix(title: "二、资金汇总", mark: "funding")) { [measurer] width, _ in
            kinds.table(width: width, Self.setting, measurer: measurer)
        }
        addSources()
        guard !report.schedule.points.isEmpty else { return }
        let schedule = scheduleTable()
        add(Appendix(title: "三、支出进度", mark: "schedule")) { [measurer] width, _ in
            schedule.table(width: width, Self.setting, measurer: measurer)
        }
    }

    private struct Appendix {
        var title: String
        /// What stands above the table's right end.
        var note = "单位：万元"
        var mark: String
    }

    private mutating func add(_ appendix: Appendix, table: (Double, TableCaption) -> Table) {
        let caption = TableCaption(title: appendix.title + "（续）", note: appendix.note, style: type.note)
        let laid = LaidTable(table(geometry.width, caption), measurer: measurer)
        let heading = type.linePitch + type.note.leading
        // A short table is not torn from its title, nor in two.
        if body.y > 0, laid.height < geometry.height / 2, body.room < laid.height + heading * 2 { body.beginPage() }
        let request = TextRequest(appendix.title, type.heading, width: geometry.width, indent: 2 * type.bodyCell)
        body.place(
            Paragraph(request, before: 14, keepBelow: min(laid.height, 120), role: self.heading(2)),
            mark: place.prefix + appendix.mark)
        addEntry(appendix.title, level: 1, mark: appendix.mark)
        body.place(
            Paragraph(TextRequest(appendix.note, type.note, width: geometry.width, alignment: .trailing), after: 3, keepBelow: 60)
        )
        body.place(laid)
    }

    private func kindTable() -> FigureTable {
        let funding = report.funding
        let rows = funding.byKind.map { [$0.label, "\($0.projects)", $0.amount.description, $0.share.description] }
        var table = FigureTable(heads: ["类别", "项目数", "预算数", "占预算比例"], textColumn: nil, rows: rows)
        let whole = funding.total.exact > .zero ? "100.0%" : "—"
        table.total = ["合计", "\(report.book.projects.count)", funding.total.description, whole]
        return table
    }

    /// Where the money comes from, in one sentence.
    private mutating func addSources() {
        let table = FundingTable(book: report.book, funding: report.funding)
        guard let fiscal = table.fiscalFunds else { return }
        let other = table.otherFunds ?? .zero
        let isAll = fiscal.exact == table.budget.exact && other.exact == .zero
        let words = isAll ? "预算数全部为财政资金，没有其他资金。" : "其中财政资金\(fiscal)万元，其他资金\(other)万元。"
        body.place(Paragraph(TextRequest(words, type.note, width: geometry.width), before: 4))
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
}
