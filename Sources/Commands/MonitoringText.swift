internal import Appraisal
internal import GoalModel

/// 绩效运行监控 of a town for a terminal.
struct MonitoringText {
    let report: AppraisalReport
    let columns: Int

    var text: String {
        guard let town = report.monitoring else { return "" }
        let lines = AppraisalLines(columns: columns)
        let lamps = Lamp.allCases.map { "\($0.sign)\($0.title)\(town.counts[$0])" }.joined(separator: " ")
        var result = [lines.wrapped("\(lines.head(report))运行监控，截至\(town.asOf.iso)：\(lamps)")]
        result.append(
            lines.wrapped(
                "全年预算\(lines.wan(town.adjusted))万元，计划支出\(lines.wan(town.planned))万元，实际支出\(lines.wan(town.paid))万元（\(lines.percent(town.rate))），落后的项目还差\(lines.wan(town.behind))万元",
                indent: 2))
        let heads = [("全年预算", 12), ("支出", 10), ("支出率", 9), ("应达到", 9), ("进度比", 8)].map { lines.right($0.0, $0.1) }
        result.append("  灯  " + lines.column("项目", 26) + heads.joined())
        for project in town.projects { result += self.lines(project, lines) }
        result += town.notes.map { lines.wrapped("注：\($0)", indent: 2) }
        return (result + lines.checks(town.checks)).joined(separator: "\n")
    }

    private func lines(_ project: ProjectMonitoring, _ lines: AppraisalLines) -> [String] {
        let money = project.money
        let cells = [
            lines.column("\(project.number).\(project.name)", 26), lines.right(lines.wan(money.adjusted), 12),
            lines.right(lines.wan(money.paid), 10), lines.right(lines.percent(money.rate), 9),
            lines.right(lines.percent(money.standard), 9), lines.right(money.value?.percent.digits ?? "—", 8),
        ]
        let rows = project.indicators.filter { $0.lamp != .green && !$0.isNotApplicable }
        return ["  \(project.lamp.sign)\(project.lamp.title) " + cells.joined()]
            + (money.lamp.isWarning
                ? [lines.wrapped("\(money.lamp.sign)\(money.lamp.title) 支出：全年预计\(lines.wan(money.forecast))万元", indent: 7)] : [])
            + rows.map { row in
                let value = row.value.map { "，进度比\($0.percent.digits)" } ?? ""
                let forecast = row.forecast.map { "，全年预计\($0)" } ?? ""
                let actual = row.actual.isEmpty ? "没有填" : row.actual
                return lines.wrapped(
                    "\(row.lamp.sign)\(row.lamp.title) 第\(row.row)行 目标\(row.target)，实际\(actual)\(value)\(forecast)", indent: 7)
            }
    }
}
