internal import Appraisal
internal import GoalModel

/// 项目支出绩效自评表 of Yunnan (公开14表): the target in three columns, the grade in the last cell.
struct YunnanForm {
    let content: EvaluatedProject

    var form: AppraisalForm {
        var form = content.form(
            "项目支出绩效自评表",
            [
                .fields([.init(label: "项目名称", value: content.project.name)]),
                .fields([
                    .init(label: "主管部门", value: ""), .init(label: "实施单位", value: content.project.unit.name),
                ]),
                .figures(money),
            ] + content.moneyReasons + [
                .texts(
                    label: "年度总体\n目标",
                    [
                        .init(label: "预期目标", value: content.goals),
                        .init(label: "实际完成情况", value: content.evaluation.goalDone),
                    ]),
                .list(list), content.workingBlock,
            ] + content.pending)
        form.subtitle = "公开14表\u{3000}" + form.subtitle
        return form
    }

    private var money: FormBlock.Figures {
        let evaluation = content.evaluation
        let whole = [
            "年度资金总额", content.words(evaluation.initial), content.words(evaluation.adjusted), content.words(evaluation.paid),
            evaluation.execution.weight.short, content.rate, content.executionPoints,
        ]
        let parts = content.funds(ProjectActual.partTitles).enumerated().map { index, fund in
            [(index == 0 ? "其中：" : "") + fund.name, fund.initial, fund.adjusted, fund.paid, "—", "—", "—"]
        }
        return FormBlock.Figures(
            label: "项目资金\n（\(content.project.moneyUnit.rawValue)）", columns: Self.moneyColumns, rows: [whole] + parts)
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
            rows: content.rows.map { row in
                let target = TargetParts(row.indicator.target)
                return [
                    row.category, row.indicator.type, row.indicator.name, target.sign, target.value, target.unit, row.actual,
                    row.weight, row.points, row.reason,
                ]
            },
            sum: [
                .init(text: "总分", through: 7), .init(text: content.evaluation.weight.short, through: 8),
                .init(text: content.total, through: 9), .init(text: content.grade, through: 10, isFigure: false),
            ])
    }
}
