internal import Appraisal
internal import GoalModel
internal import Reporting

/// 项目自评表 of Hubei: execution 20 points, the goals of the year 80, no weights of rows in sight.
struct HubeiForm {
    let content: EvaluatedProject

    var form: AppraisalForm {
        let evaluation = content.evaluation
        let weight = evaluation.execution.weight
        let reasons = content.rows.filter { !$0.reason.isEmpty }.map { "\($0.evaluation.row).\($0.reason)" }
        let why = ([evaluation.reason.wordsWithoutCategory] + reasons).filter { !$0.isEmpty }.joined(separator: "\n")
        return content.form(
            "项目支出绩效自评表",
            [
                .fields([.init(label: "单位名称", value: content.project.unit.name), .init(label: "填报日期", value: "")]),
                .fields([.init(label: "项目名称", value: content.project.name)]),
                .fields([.init(label: "项目类别", value: "□部门预算项目　□省直专项　□省对下转移支付项目")]),
                .fields([.init(label: "项目属性", value: "□持续性项目　□新增性项目"), .init(label: "项目类型", value: "□常年性项目　□延续性项目　□一次性项目")]),
                .figures(money(weight)),
                .list(list), .wide(label: "偏差大或目标\n未完成原因\n分析", [why]), .wide(label: "改进措施及\n结果应用方案", [measures]),
                content.workingBlock,
            ] + content.pending,
            notes: content.notes + ["预算执行率按“执行数÷预算数”计算，得分为\(weight.short)分×执行率", "绝对值的目标汇总时相加，相对值的目标汇总时按资金加权平均"])
    }

    private var measures: String {
        content.rows.map(\.evaluation.reason.measure).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func money(_ weight: Marks) -> FormBlock.Figures {
        FormBlock.Figures(
            label: "预算执行\n（\(weight.short)分）",
            columns: [
                FormColumn("", .fixed(96), .label), FormColumn("预算数（A）", .fixed(90), .figures),
                FormColumn("执行数（B）", .fixed(90), .figures), FormColumn("执行率（B/A）", .fixed(80), .figures),
                FormColumn("得分（\(weight.short)分×执行率）", .fixed(96), .figures),
            ],
            rows: [
                [
                    "年度财政资金总额", content.words(content.evaluation.adjusted), content.words(content.evaluation.paid), content.rate,
                    content.executionPoints,
                ]
            ])
    }

    private var list: FormList {
        FormList(
            columns: [
                FormColumn("一级\n指标", .fixed(62), .label), FormColumn("二级\n指标", .fixed(48), .label),
                FormColumn("三级指标", .free(least: 6)), FormColumn("年初目标值\n（A）", .free(least: 5), .short),
                FormColumn("实际完成值\n（B）", .free(least: 5), .short), FormColumn("得分", .fixed(46), .figures),
            ],
            rows: content.rows.map { row in
                [row.category, row.indicator.type, row.indicator.name, row.evaluation.target, row.actual, row.points]
            },
            sum: [
                .init(text: "总分", through: 4), .init(text: content.grade, through: 5, isFigure: false),
                .init(text: content.total, through: 6),
            ])
    }
}
