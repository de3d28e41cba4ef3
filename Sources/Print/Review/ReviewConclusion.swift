internal import Aggregation
internal import BookLayout
internal import GoalModel
internal import Linting
internal import Reporting
internal import Text
internal import Typesetting

extension ReviewComposer {
    /// What became of what was demanded before; nothing for a first submission.
    mutating func addFollowUp() {
        guard let followUp = report.followUp else { return }
        addSection("上次要求的落实情况", keepBelow: Self.belowNote)
        addNote(followUp.sentence, keepBelow: 40)
        let rows = followUp.demands.map { ReviewGrid.Row.cells([$0.project, $0.message.asSentence, $0.state, $0.answer]) }
        addTable(
            ReviewGrid(
                columns: [
                    .init("项目", share: 0.25), .init("上次要求改正的错误", share: 0.5), .init("落实", .center), .init("乡镇答复", share: 0.25),
                ],
                rows: rows))
    }

    /// A row for each project, and one for the whole, for the reviewer to grade.
    mutating func addResults(_ review: Review) {
        guard !review.results.isEmpty else { return }
        addSection("各项目审核结果", keepBelow: Self.belowNote)
        addNote(
            "等级由审核人评定（参照财预〔2015〕88号）：优，直接进入下一步预算安排流程；良，与单位协商、完善后进入；中，修改完善后重新报送审核；差，不得进入。",
            keepBelow: 40)
        func figures(_ counts: FindingCounts) -> [String] { [counts.errors, counts.warnings, counts.hints].map { "\($0)" } }
        let written = self.written
        let rows = review.results.map { result -> ReviewGrid.Row in
            let grade = OpinionEntry.boxes(written[.projectGrade(result.project)])
            return .cells([name(of: result.project), result.budget?.description ?? "未填"] + figures(result.counts) + [grade])
        }
        let whole = ReviewGrid.Row.cells(
            ["部门整体", "\(report.funding.total)"] + figures(report.counts) + [OpinionEntry.boxes(written[.grade])])
        addTable(
            ReviewGrid(
                columns: [
                    .init("项目", share: 1), .init("预算（万元）", .trailing), .init("错误", .center), .init("警告", .center),
                    .init("提示", .center), .init("等级", .center),
                ], rows: rows + [whole]))
    }

    /// What the reviewer has written on the sheet.
    private var written: [OpinionEntry.Kind: String] {
        Dictionary(report.opinionEntries.compactMap { entry in entry.text.map { (entry.kind, $0) } }) { first, _ in first }
    }

    /// What is to be completed, 审核结论 and the signatures, filled in by hand, on one page.
    mutating func addConclusion() {
        let laid = LaidTable(form, measurer: measurer)
        addSection("审核意见", keepBelow: min(laid.height + 6, geometry.height - 40))
        body.y += 6
        body.place(laid)
    }

    private var form: Table {
        let style = TextStyle(.body, size: 12, leading: 16.5)
        let label = TextStyle(.hei, size: 12, leading: 16.5)
        let width = geometry.width
        let edges = [0, 98, width / 2, width / 2 + 74, width]
        var cells: [TableCell] = []
        var row = 0
        func add(
            _ text: String, _ style: TextStyle, _ columns: Range<Int>, _ alignment: TextAlignment = .center,
            head: HeadScope? = nil
        ) {
            cells.append(
                TableCell(
                    text, style, rows: row..<(row + 1), left: edges[columns.lowerBound], right: edges[columns.upperBound],
                    alignment: alignment, head: head))
        }
        func addWide(_ title: String, _ text: String, _ alignment: TextAlignment = .leading) {
            add(title, label, 0..<1, head: .row)
            add(text, style, 1..<4, alignment)
            row += 1
        }
        func addPair(_ first: String, _ answer: String, _ second: String, _ other: String) {
            add(first, label, 0..<1, head: .row)
            add(answer, style, 1..<2)
            add(second, label, 2..<3, head: .row)
            add(other, style, 3..<4, .trailing)
            row += 1
        }
        let (written, date) = (self.written, "年　　月　　日")
        addWide("总体意见", written[.overall] ?? "\n")
        addWide("需补充完善\n事　　　项", written[.demands] ?? report.demands)
        addWide("审核等级", OpinionEntry.boxes(written[.grade]), .center)
        addWide("修改期限", "请于　　　　\(date)前修改，重新报送。", .center)
        addPair("审核人", "", "复核人", "")
        addPair("审核单位\n（盖章）", report.opinion.office, "日　期", date)
        addWide("部门（单位）\n反馈意见", "\n")
        addPair("部门（单位）\n负责人", "", "日　期", date)
        return Table(
            width: width, rowCount: row, cells: cells, padding: Table.Padding(across: 6, along: 3.5), minimumRowHeight: 25)
    }
}
