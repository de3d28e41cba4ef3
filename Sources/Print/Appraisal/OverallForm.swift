internal import Appraisal
internal import GoalModel
internal import Reporting

/// 部门整体支出绩效自评表: the money of all projects, and the sub-goals with points where the town has given them.
struct OverallForm {
    let report: AppraisalReport
    let town: TownEvaluation

    /// `nil` where neither the book nor the town names a sub-goal.
    var form: AppraisalForm? {
        let overall = town.overall
        guard !overall.rows.isEmpty else { return nil }
        let unit = report.book.unit
        let isJudged = overall.weight != nil
        let total = overall.total?.description ?? EvaluatedProject.missing
        let list = FormList(
            columns: [
                FormColumn("分项目标", .free(least: 6)), FormColumn("年度目标", .free(least: 7)),
                FormColumn("实际完成情况", .free(least: 7)), FormColumn("分值", .fixed(36), .short),
                FormColumn("得分", .fixed(42), .figures), FormColumn("偏差原因", .free(least: 5)),
            ],
            rows: overall.rows.map { row in
                [
                    row.title, row.target, row.actual, row.weight?.short ?? EvaluatedProject.missing,
                    row.points?.description ?? EvaluatedProject.missing, row.reason,
                ]
            },
            sum: isJudged
                ? [
                    .init(text: "总分", through: 3), .init(text: overall.weight?.short ?? "", through: 4),
                    .init(text: total, through: 5), .init(text: overall.grade?.rawValue ?? "暂不评定", through: 6, isFigure: false),
                ] : [])
        return AppraisalForm(
            title: "部门整体支出绩效自评表", subtitle: report.yearTitle.isEmpty ? "" : "（\(report.yearTitle)度）",
            unit: unit.codeAndName, note: "单位：万元", bookmark: "部门整体",
            blocks: [
                .fields([.init(label: "部门名称", value: unit.name)]), .figures(money),
                .wide(label: "年度总体\n目标", [report.book.overallGoal]), .list(list),
                .wide(label: "得分计算", ["预算执行率：\(overall.execution.working)"]),
            ],
            notes: isJudged
                ? ["分项目标的得分由单位按完成情况填报"] : ["执行数据中“部门整体”没有填报，分项目标不计分，只列资金"])
    }

    private var money: FormBlock.Figures {
        let overall = town.overall
        return FormBlock.Figures(
            label: "部门资金\n（万元）", columns: NationalForm.moneyColumns,
            rows: [
                [
                    "各项目合计", overall.initial.words(in: .wan), overall.adjusted.words(in: .wan), overall.paid.words(in: .wan),
                    overall.execution.weight.short, overall.execution.percent?.description ?? EvaluatedProject.missing,
                    "\(overall.execution.points)",
                ]
            ])
    }
}
