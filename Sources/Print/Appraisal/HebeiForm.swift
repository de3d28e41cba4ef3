internal import Appraisal
internal import GoalModel
internal import Text

/// 预算项目绩效自评表 as the Hebei system of 2020 prints it: every indicator is scored out of 100 and weighted.
struct HebeiForm {
    let content: EvaluatedProject

    var form: AppraisalForm {
        let project = content.project
        return content.form(
            "预算项目绩效自评表",
            [
                .fields([.init(label: "一、\n项目名称", value: project.name, share: 2), .init(label: "是否为专项资金", value: "", share: 1)]),
                .fields([
                    .init(label: "实施（主管）\n单位", value: content.unit, share: 2),
                    .init(label: "金额单位", value: project.moneyUnit.rawValue, share: 1),
                ]), .figures(money),
            ] + content.moneyReasons + [
                .texts(
                    label: "三、目标\n完成情况",
                    [
                        .init(label: "年度预期目标", value: content.goals),
                        .init(label: "具体完成情况", value: content.evaluation.goalDone),
                    ]),
                .list(list), content.workingBlock,
            ] + content.pending)
    }

    private var money: FormBlock.Figures {
        let evaluation = content.evaluation
        let funds = content.funds(ProjectActual.partTitles)
        let whole = ["合计", content.words(evaluation.adjusted), "", content.words(evaluation.paid), content.rate]
        let parts = [("其中：财政资金", funds.first), ("其他", funds.last)].map { name, fund in
            [name, fund?.adjusted ?? "", "", fund?.paid ?? "", "—"]
        }
        return FormBlock.Figures(
            label: "二、预算\n执行情况",
            columns: [
                FormColumn("", .fixed(90), .label), FormColumn("预算安排（调整后）", .fixed(90), .figures),
                FormColumn("资金到位", .fixed(80), .figures), FormColumn("资金执行", .fixed(80), .figures),
                FormColumn("预算执行进度", .fixed(70), .figures),
            ], rows: [whole] + parts)
    }

    private var list: FormList {
        let execution = content.evaluation.execution
        let last = [
            "预算执行率", "预算执行率", "预算执行率", execution.weight.short, "", "100", "%", content.rate,
            content.isTold ? execution.perHundred.description : "—", execution.weight.short, content.executionPoints,
        ]
        return FormList(
            columns: [
                FormColumn("一级\n指标", .fixed(40), .label), FormColumn("二级\n指标", .fixed(40), .label),
                FormColumn("三级指标", .free(least: 4)), FormColumn("指标\n分值", .fixed(33), .short),
                FormColumn("符号", .fixed(30), .short, under: "预期指标值"), FormColumn("值", .free(least: 3), .short, under: "预期指标值"),
                FormColumn("单位", .fixed(40), .short, under: "预期指标值"), FormColumn("实际完成值", .free(least: 6), .short),
                FormColumn("单项指标得分", .fixed(42), .figures, under: "自评得分"),
                FormColumn("权重\n%", .fixed(36), .short, under: "自评得分"), FormColumn("折算得分", .fixed(42), .figures, under: "自评得分"),
            ],
            rows: content.rows.map { row in
                let target = TargetParts(row.indicator.target)
                let single = row.evaluation.isNotApplicable ? nil : row.evaluation.score.perHundred
                return [
                    row.category.replacing("效益指标", with: "效果指标"), row.indicator.type, row.indicator.name, row.weight,
                    target.sign, target.value, target.unit, row.actual, single?.description ?? "—", row.weight, row.points,
                ]
            } + [last],
            sum: [
                .init(text: "总分", through: 3), .init(text: content.evaluation.weight.short, through: 4),
                .init(text: content.grade, through: 10, isFigure: false), .init(text: content.total, through: 11),
            ])
    }
}
