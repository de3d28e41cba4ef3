internal import Appraisal
internal import GoalModel

/// 绩效目标自评表 of the funds for rural revitalisation (衔接推进乡村振兴补助资金).
struct LinkedFundsForm {
    let content: EvaluatedProject

    var form: AppraisalForm {
        content.form(
            "衔接推进乡村振兴补助资金绩效目标自评表",
            content.blocks(money, list, goals: "年初设定目标", done: "全年实际完成情况"))
    }

    private var money: FormBlock.Figures {
        let evaluation = content.evaluation
        let whole = [
            "年度资金总额", content.words(evaluation.adjusted), content.words(evaluation.paid), evaluation.execution.weight.short,
            content.rate, content.executionPoints,
        ]
        let parts = content.funds(ProjectActual.partTitles).enumerated().map { index, fund in
            [(index == 0 ? "其中：" : "") + fund.name, fund.adjusted, fund.paid, "—", "—", "—"]
        }
        return FormBlock.Figures(
            label: "资金情况\n（\(content.project.moneyUnit.rawValue)）",
            columns: [
                FormColumn("", .fixed(110), .label), FormColumn("全年预算数（A）", .fixed(90), .figures),
                FormColumn("全年执行数（B）", .fixed(90), .figures), FormColumn("分值", .fixed(38), .short),
                FormColumn("执行率（B/A）", .fixed(72), .figures), FormColumn("得分", .fixed(44), .figures),
            ], rows: [whole] + parts)
    }

    /// The weight stands before the value.
    private var list: FormList {
        FormList(
            side: "绩效指标",
            columns: [
                FormColumn("一级\n指标", .fixed(42), .label), FormColumn("二级\n指标", .fixed(50), .label),
                FormColumn("三级指标", .free(least: 5)), FormColumn("分值", .fixed(33), .short),
                FormColumn("年度指标值", .free(least: 4), .short), FormColumn("全年实际值", .free(least: 6), .short),
                FormColumn("得分", .fixed(44), .figures), FormColumn("未完成原因及拟采取的改进措施", .free(least: 8)),
            ],
            rows: content.rows.map { row in
                [
                    row.category, row.indicator.type, row.indicator.name, row.weight, row.evaluation.target, row.actual,
                    row.points, row.reason,
                ]
            },
            sum: [
                .init(text: "总分", through: 3), .init(text: content.evaluation.weight.short, through: 4),
                .init(text: "", through: 6), .init(text: content.total, through: 7),
                .init(text: content.grade, through: 8, isFigure: false),
            ])
    }
}
