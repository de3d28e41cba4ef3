internal import Appraisal
internal import GoalModel

/// 项目支出绩效自评表 of Yunnan (公开14表): the target in three columns, the grade in the last cell.
struct YunnanForm {
    let content: EvaluatedProject

    var form: AppraisalForm {
        var form = content.form(
            "项目支出绩效自评表",
            content.blocks(content.money(in: Self.moneyColumns), list))
        form.subtitle = "公开14表\u{3000}" + form.subtitle
        return form
    }

    /// Narrower in front than those of the country: the list below has more columns.
    private static let moneyColumns = [
        FormColumn("", .fixed(90), .label), FormColumn("年初预算数", .fixed(66), .figures),
        FormColumn("全年预算数", .fixed(66), .figures), FormColumn("全年执行数", .fixed(66), .figures),
        FormColumn("分值", .fixed(34), .short), FormColumn("执行率", .fixed(62), .figures),
        FormColumn("得分", .fixed(44), .figures),
    ]

    private var list: FormList {
        FormList(
            side: "绩效指标",
            columns: [
                FormColumn("一级\n指标", .fixed(38), .label), FormColumn("二级\n指标", .fixed(40), .label),
                FormColumn("三级指标", .free(least: 5)), FormColumn("指标\n性质", .fixed(31), .short, under: "年度指标值"),
                FormColumn("指标值", .free(least: 4), .short, under: "年度指标值"),
                FormColumn("度量\n单位", .fixed(44), .short, under: "年度指标值"),
                FormColumn("实际完成值", .free(least: 6), .short), FormColumn("分值", .fixed(33), .short),
                FormColumn("得分", .fixed(44), .figures), FormColumn("偏差原因分析及改进措施", .free(least: 5)),
            ],
            rows: content.rows.map(\.cellsWithTargetInParts),
            sum: [
                .init(text: "总分", through: 7), .init(text: content.evaluation.weight.short, through: 8),
                .init(text: content.total, through: 9), .init(text: content.grade, through: 10, isFigure: false),
            ])
    }
}
