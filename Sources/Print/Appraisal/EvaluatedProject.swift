internal import Appraisal
internal import GoalModel
internal import Reporting
internal import Text

/// The words of a project's self-evaluation, of which each form takes what it has room for.
struct EvaluatedProject {
    let report: AppraisalReport
    let evaluation: ProjectEvaluation
    let project: Project

    init?(_ evaluation: ProjectEvaluation, of report: AppraisalReport) {
        guard let project = report.project(evaluation.number) else { return nil }
        (self.report, self.evaluation, self.project) = (report, evaluation, project)
    }

    static let missing = "—"

    func words(_ money: Money?) -> String { money?.words(in: project.moneyUnit) ?? "" }

    var isTold: Bool { evaluation.paid != nil }
    var rate: String { isTold ? evaluation.execution.percent?.description ?? Self.missing : "" }
    var executionPoints: String { isTold ? "\(evaluation.execution.points)" : Self.missing }
    var total: String { evaluation.total?.description ?? Self.missing }
    var grade: String { evaluation.grade?.rawValue ?? "暂不评定" }
    var goals: String { project.goals.joined(separator: "\n") }
    var unit: String { project.unit.codeAndName }
    var unitNote: String { "单位：" + project.moneyUnit.rawValue }

    /// A kind of money: its name, 年初, 全年 and 支出.
    typealias Fund = (name: String, initial: String, adjusted: String, paid: String)

    /// The kinds of money as far as they were told. What the book says of the first budget holds for the whole year only where
    /// nothing was adjusted.
    func funds(_ names: [String]) -> [Fund] {
        let book = [project.fiscalFunds, nil, project.otherFunds]
        let isBooks = evaluation.initial == project.budget
        return names.enumerated().map { index, name in
            let initial = isBooks && book.indices.contains(index) ? book[index] : nil
            let paid = evaluation.parts.indices.contains(index) ? evaluation.parts[index] : nil
            return (name, words(initial), evaluation.adjusted == evaluation.initial ? words(initial) : "", words(paid))
        }
    }

    /// A row of the form, beside the indicator that it is of.
    struct Row {
        let indicator: Indicator
        let evaluation: RowEvaluation
        /// With the points of the level one.
        let category: String

        var weight: String { evaluation.isNotApplicable ? missing : evaluation.score.weight.short }
        var points: String { evaluation.isNotApplicable ? missing : evaluation.score.points?.description ?? missing }
        var actual: String { evaluation.actual.isEmpty && evaluation.isNotApplicable ? "不适用" : evaluation.actual }
        var reason: String { evaluation.reason.words }

        /// The whole row of a form that has sign, value and unit of the target in columns of their own.
        var cellsWithTargetInParts: [String] {
            let target = TargetParts(indicator.target)
            return [
                category, indicator.type, indicator.name, target.sign, target.value, target.unit, actual, weight, points, reason,
            ]
        }
    }

    var rows: [Row] {
        zip(evaluation.rows, project.indicators).map { row, indicator in
            let name = indicator.category.isEmpty ? row.level.rawValue + "指标" : indicator.category
            let points = evaluation.levels[row.level].map { "\n\($0.short)分" } ?? ""
            return Row(indicator: indicator, evaluation: row, category: name + points)
        }
    }

    /// Every row's working, a line each, in two columns.
    var workings: [String] {
        var lines = isTold ? ["预算执行率：\(evaluation.execution.working)"] : []
        lines += rows.map { "\($0.evaluation.row).\($0.indicator.name.oneLine)：\($0.evaluation.score.working)" }
        guard lines.count > 3 else { return [lines.joined(separator: "\n")] }
        let half = (lines.count + 1) / 2
        return [lines.prefix(half).joined(separator: "\n"), lines.dropFirst(half).joined(separator: "\n")]
    }

    /// What is told of the money besides its figures.
    var moneyReasons: [FormBlock] {
        [("执行偏差原因", evaluation.reason.words), ("预算调整原因", evaluation.adjustmentReason)]
            .filter { !$0.1.isEmpty }.map { .wide(label: $0.0, [$0.1]) }
    }

    /// What must be filled in before total and grade are printed.
    var pending: [FormBlock] {
        guard evaluation.total == nil else { return [] }
        let list = evaluation.withheld.enumerated().map { "\($0 + 1).\($1)" }.joined(separator: "\n")
        return [.wide(label: "补好下列各项后给总分和等级", ["已有\(evaluation.sum)分。\n\(list)"])]
    }

    var workingBlock: FormBlock { .wide(label: "得分计算", workings) }

    var notes: [String] { (report.evaluation?.notes ?? []) + evaluation.notes }

    /// A form with what all of them have.
    func form(
        _ title: String, _ blocks: [FormBlock], notes: [String]? = nil, signatures: String = AppraisalForm.signatures
    ) -> AppraisalForm {
        AppraisalForm(
            title: title, subtitle: report.yearTitle.isEmpty ? "" : "（\(report.yearTitle)度）", unit: unit, note: unitNote,
            bookmark: "\(evaluation.number)\u{3000}\(project.name)", blocks: blocks, notes: notes ?? self.notes,
            signatures: signatures)
    }
}

extension EvaluatedProject {
    /// What the forms that follow the country's are made of: whose they are, the money, the goals, the indicators.
    func blocks(
        _ money: FormBlock.Figures, _ list: FormList, goals title: String = "预期目标", done: String = "实际完成情况"
    ) -> [FormBlock] {
        [
            .fields([.init(label: "项目名称", value: project.name)]),
            .fields([.init(label: "主管部门", value: ""), .init(label: "实施单位", value: project.unit.name)]),
            .figures(money),
        ] + moneyReasons + [
            .texts(
                label: "年度总体\n目标",
                [.init(label: title, value: goals), .init(label: done, value: evaluation.goalDone)]),
            .list(list), workingBlock,
        ] + pending
    }

    /// 年初预算数, 全年预算数 and 全年执行数, whole and by their sources.
    func money(in columns: [FormColumn]) -> FormBlock.Figures {
        let whole = [
            "年度资金总额", words(evaluation.initial), words(evaluation.adjusted), words(evaluation.paid),
            evaluation.execution.weight.short, rate, executionPoints,
        ]
        let parts = funds(ProjectActual.partTitles).enumerated().map { index, fund in
            [
                (index == 0 ? "其中：" : "") + fund.name, fund.initial, fund.adjusted, fund.paid, Self.missing, Self.missing,
                Self.missing,
            ]
        }
        return FormBlock.Figures(
            label: "项目资金\n（\(project.moneyUnit.rawValue)）", columns: columns, rows: [whole] + parts)
    }
}
