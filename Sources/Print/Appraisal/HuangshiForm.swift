internal import Appraisal
internal import GoalModel
internal import Reporting
internal import Text

/// 绩效运行监控表 as Huangshi of Hubei prints it: portrait, the likelihood beside each row, reasons below the table.
struct HuangshiForm {
    let content: MonitoredProject

    private var monitoring: ProjectMonitoring { content.monitoring }

    var form: AppraisalForm {
        AppraisalForm(
            title: "项目支出绩效运行监控表", subtitle: content.subtitle, unit: content.project.unit.codeAndName,
            note: "单位：" + content.project.moneyUnit.rawValue,
            bookmark: "\(monitoring.number)\u{3000}\(content.project.name)",
            blocks: [
                .fields([
                    .init(label: "项目名称", value: content.project.name, share: 3),
                    .init(label: "监控结果", value: monitoring.lamp.label, alignment: .centre),
                ]),
                .fields([.init(label: "项目属性", value: "□持续性项目　□新增性项目"), .init(label: "项目类型", value: "□常年性项目　□延续性项目　□一次性项目")]),
                .figures(content.money), .wide(label: "年度绩效目标", [content.project.goals.joined(separator: "\n")]),
                .wide(label: "\(content.town.asOf.period)\n完成情况", [monitoring.goalDone]), .list(list),
                .wide(label: "偏差或不能\n完成目标\n原因分析", [reasons]), .wide(label: "相关建议或\n举措", [measures]),
            ], notes: content.notes, signatures: "项目单位（盖章）：" + String(repeating: "\u{3000}", count: 10) + AppraisalForm.signatures
        )
    }

    private var list: FormList {
        FormList(
            columns: [
                FormColumn("一级\n指标", .fixed(60), .label), FormColumn("指标名称", .free(least: 8)),
                FormColumn("指标值", .free(least: 5), .short),
                FormColumn("\(content.town.asOf.period)\n执行情况", .free(least: 6), .short),
                FormColumn("灯", .fixed(40), .short),
            ] + Likelihood.titles.map { FormColumn($0.title, .fixed(46), .short, under: "完成目标可能性") }
                + [FormColumn("备注", .fixed(80), .short)],
            rows: zip(monitoring.indicators, content.project.indicators).map { row, indicator in
                let actual = row.actual.isEmpty && row.isNotApplicable ? "不适用" : row.actual
                return [indicator.category, indicator.name, row.target, actual, row.isNotApplicable ? "—" : row.lamp.label]
                    + Likelihood.titles.map { $0.value == row.likelihood ? "√" : "" }
                    + [row.shortfall.map { "还差\($0)" } ?? ""]
            })
    }

    /// Of the money first, then of each row that has any.
    private var reasons: String {
        let money = [
            monitoring.reason.wordsOfReason, monitoring.adjustmentReason.isEmpty ? "" : "调整：\(monitoring.adjustmentReason)",
        ]
        let rows = monitoring.indicators.filter { !$0.reason.wordsOfReason.isEmpty }.map {
            "\($0.row).\($0.reason.wordsOfReason)"
        }
        return (money + rows).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var measures: String {
        ([monitoring.reason.measure] + monitoring.indicators.map(\.reason.measure)).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension DeviationReason {
    /// Category and reason, without the measure, which has a field of its own.
    fileprivate var wordsOfReason: String { category.isEmpty || text.isEmpty ? category + text : "\(category)：\(text)" }
}
