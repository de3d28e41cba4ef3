internal import Appraisal

/// 绩效自评 of a town for a terminal.
struct EvaluationText {
    let report: AppraisalReport
    let columns: Int

    var text: String {
        guard let town = report.evaluation else { return "" }
        let lines = AppraisalLines(columns: columns)
        let grades = FormGrade.allCases.map { "\($0.rawValue)\(town.count(of: $0))" }.joined(separator: " ")
        let mean = town.mean.map { "平均\($0)分" + (town.weightedMean.map { "，按金额加权\($0)分" } ?? "") } ?? "还没有总分"
        var result = [
            lines.wrapped("\(lines.head(report))绩效自评：\(mean)；\(grades)" + (town.open > 0 ? "，没有给出总分的\(town.open)" : "")),
            lines.right("总分", 7) + "  等级 " + lines.column("项目", 28) + lines.right("执行率", 9) + lines.right("执行得分", 9)
                + "   失分最多",
        ]
        for project in town.projects { result += self.lines(project, lines) }
        result += overall(town.overall, lines) + town.notes.map { lines.wrapped("注：\($0)", indent: 2) }
        return (result + lines.checks(town.checks)).joined(separator: "\n")
    }

    private func lines(_ project: ProjectEvaluation, _ lines: AppraisalLines) -> [String] {
        let weakest = project.weakest.map { "第\($0.row)行 −\($0.lost)" } ?? "—"
        let isTold = project.paid != nil
        let cells = [
            lines.right(project.total.map { "\($0)" } ?? "—", 7), "   \(project.grade?.rawValue ?? "—")  ",
            lines.column("\(project.number).\(project.name)", 28),
            lines.right(isTold ? lines.percent(project.execution.rate) : "—", 9),
            lines.right(isTold ? "\(project.execution.points)" : "—", 9), "   \(weakest)",
        ]
        var result = [cells.joined()]
        if isTold, project.execution.points < project.execution.weight {
            result.append(lines.wrapped("预算执行率 \(project.execution.working)", indent: 8))
        }
        for row in project.rows where row.isNotApplicable || row.score.points != row.score.weight {
            result.append(lines.wrapped("第\(row.row)行 \(row.score.working)", indent: 8))
        }
        for note in project.notes { result.append(lines.wrapped("注：\(note)", indent: 8)) }
        if !project.withheld.isEmpty {
            result.append(lines.wrapped("已有\(project.sum)分；补好下面\(project.withheld.count)处才给总分和等级：", indent: 8))
            result += project.withheld.map { lines.wrapped("· \($0)", indent: 10) }
        }
        return result
    }

    private func overall(_ overall: OverallEvaluation, _ lines: AppraisalLines) -> [String] {
        let money =
            "部门整体：全年预算\(lines.wan(overall.adjusted))万元，支出\(lines.wan(overall.paid))万元，执行率\(lines.percent(overall.execution.rate))"
        let total = overall.total.map { "，总分\($0)分，\(overall.grade?.rawValue ?? "")" } ?? "；“部门整体”表没有填全，不给总分"
        return [lines.wrapped(money + total, indent: 2)]
    }
}
