internal import Appraisal
internal import GoalModel
internal import Reporting

/// 项目支出绩效自评表 of Sichuan (报表编号510000_0013).
struct SichuanForm {
    let content: EvaluatedProject
    private static let funds = ["财政资金", "财政专户管理资金", "单位资金", "其他资金"]

    var form: AppraisalForm {
        let evaluation = content.evaluation
        return content.form(
            "部门预算项目支出绩效自评表",
            [
                .fields([.init(label: "项目名称", value: content.project.name)]),
                .fields([
                    .init(label: "部门（单位）", value: content.project.unit.name), .init(label: "项目编码", value: content.project.code),
                ]),
                .wide(label: "项目年度目标\n完成情况", [evaluation.goalDone]), .wide(label: "项目实施内容\n及过程概述", [content.project.purpose]),
                .figures(money), .list(list), .wide(label: "评价结论", [""]), .wide(label: "存在问题", [""]),
                .wide(label: "改进措施", [measures]), content.workingBlock,
            ] + content.pending, signatures: "项目负责人：\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}财务负责人：")
    }

    private var measures: String {
        content.rows.map(\.evaluation.reason.measure).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The project's own kinds of money are those of the book: 财政资金 and 其他资金.
    private var money: FormBlock.Figures {
        let evaluation = content.evaluation
        let why = [evaluation.reason.words, evaluation.adjustmentReason.isEmpty ? "" : "调整：\(evaluation.adjustmentReason)"]
            .filter { !$0.isEmpty }.joined(separator: "\n")
        let whole = [
            "总额", content.words(evaluation.initial), content.words(evaluation.adjusted), content.words(evaluation.paid),
            content.rate, evaluation.execution.weight.short, content.executionPoints, why,
        ]
        let known = content.funds(ProjectActual.partTitles)
        let parts = Self.funds.map { name -> [String] in
            let fund = name == "财政资金" ? known.first : name == "其他资金" ? known.last : nil
            return [name, fund?.initial ?? "", fund?.adjusted ?? "", fund?.paid ?? "", "—", "—", "—", ""]
        }
        return FormBlock.Figures(
            label: "预算执行\n（\(evaluation.execution.weight.short)分）",
            columns: [
                FormColumn("", .fixed(58), .label), FormColumn("年初预算", .fixed(54), .figures),
                FormColumn("调整后预算", .fixed(54), .figures), FormColumn("执行数", .fixed(54), .figures),
                FormColumn("执行率", .fixed(54), .figures), FormColumn("权重", .fixed(33), .short),
                FormColumn("得分", .fixed(38), .figures), FormColumn("原因", .fixed(58), .words),
            ], rows: [whole] + parts)
    }

    private var list: FormList {
        FormList(
            columns: [
                FormColumn("一级\n指标", .fixed(40), .label), FormColumn("二级\n指标", .fixed(40), .label),
                FormColumn("三级指标", .free(least: 5)), FormColumn("指标\n性质", .fixed(31), .short),
                FormColumn("指标值", .free(least: 3), .short), FormColumn("度量\n单位", .fixed(46), .short),
                FormColumn("完成值", .free(least: 6), .short), FormColumn("权重", .fixed(33), .short),
                FormColumn("得分", .fixed(44), .figures), FormColumn("未完成原因分析", .free(least: 5)),
            ],
            rows: content.rows.map(\.cellsWithTargetInParts),
            sum: [
                .init(text: "合计", through: 7), .init(text: content.evaluation.weight.short, through: 8),
                .init(text: content.total, through: 9), .init(text: content.grade, through: 10, isFigure: false),
            ])
    }
}
