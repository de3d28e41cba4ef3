internal import Appraisal
internal import GoalModel

/// 项目支出绩效自评表 as the national system prints it.
struct NationalForm {
    let content: EvaluatedProject

    var form: AppraisalForm {
        content.form(
            "项目支出绩效自评表",
            content.blocks(content.money(in: Self.moneyColumns), list))
    }

    static let moneyColumns = [
        FormColumn("", .fixed(110), .label), FormColumn("年初预算数", .fixed(66), .figures),
        FormColumn("全年预算数", .fixed(66), .figures), FormColumn("全年执行数", .fixed(66), .figures),
        FormColumn("分值", .fixed(34), .short), FormColumn("执行率", .fixed(52), .figures),
        FormColumn("得分", .fixed(40), .figures),
    ]

    private var list: FormList {
        FormList(
            side: "绩效指标",
            columns: [
                FormColumn("一级\n指标", .fixed(42), .label), FormColumn("二级\n指标", .fixed(50), .label),
                FormColumn("三级指标", .free(least: 5)), FormColumn("年度指标值", .free(least: 4), .short),
                FormColumn("实际完成值", .free(least: 6), .short), FormColumn("分值", .fixed(33), .short),
                FormColumn("得分", .fixed(44), .figures), FormColumn("偏差原因分析及改进措施", .free(least: 8)),
            ],
            rows: content.rows.map { row in
                [
                    row.category, row.indicator.type, row.indicator.name, row.evaluation.target, row.actual, row.weight,
                    row.points, row.reason,
                ]
            },
            sum: [
                .init(text: "总分", through: 5), .init(text: content.evaluation.weight.short, through: 6),
                .init(text: content.total, through: 7), .init(text: content.grade, through: 8, isFigure: false),
            ])
    }
}
