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
        let form = ConclusionForm(report: report, written: written, width: geometry.width)
        // The form fills the page below its heading.
        let heading = type.linePitch + 4 + 6
        let laid = form.fitted(rest: body.room - heading, page: geometry.height - heading, measurer: measurer)
        addSection("审核意见", keepBelow: min(laid.height + 6, geometry.height - 40))
        body.y += 6
        body.place(laid)
    }
}
