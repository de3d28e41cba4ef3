internal import Appraisal
internal import Diagnostics
internal import GoalModel

/// Lines of a monitoring or a self-evaluation for a terminal.
struct AppraisalLines {
    let columns: Int

    func wrapped(_ text: String, indent: Int = 0) -> String {
        let blanks = String(repeating: " ", count: indent)
        return TerminalText.wrap(blanks + text, columns: columns, indent: blanks + "  ")
    }

    /// A name in a column of its own, cut where it is longer.
    func column(_ text: String, _ width: Int) -> String {
        var shown = text
        while TerminalText.width(shown) > width { shown = String(shown.dropLast(2)) + "…" }
        return TerminalText.padded(shown, to: width)
    }

    func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - TerminalText.width(text))) + text
    }

    /// 万元 with two decimals, as pages show it.
    func wan(_ money: Money?) -> String {
        guard let money else { return "—" }
        return Marks(hundredths: Int((money.fen + (money.fen < 0 ? -5_000 : 5_000)) / 10_000)).description
    }

    func percent(_ ratio: Ratio?) -> String { ratio?.percent.description ?? "—" }

    /// What must be filled in or put right, the gravest first.
    func checks(_ checks: [AppraisalCheck]) -> [String] {
        guard !checks.isEmpty else { return ["  没有要补、要改的"] }
        let counts =
            [("错误", checks.count { $0.severity == .error }), ("警告", checks.count { $0.severity == .warning })]
            + [("提示", checks.count { $0.severity == .hint })]
        let head = "  要补、要改的：" + counts.filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }.joined(separator: "，")
        let sorted = checks.enumerated().sorted {
            $0.element.severity != $1.element.severity ? $0.element.severity > $1.element.severity : $0.offset < $1.offset
        }
        return [head]
            + sorted.map { _, check in
                let place = check.location.map { "\($0)：" } ?? check.project.map { "项目\($0)：" } ?? ""
                return wrapped("\(check.severity.title) \(check.code.rawValue) \(place)\(check.message)", indent: 4)
            }
    }

    func head(_ report: AppraisalReport) -> String {
        let book = report.book
        return "\(book.town)（\(book.county ?? "县区不明")，\(book.fiscalYear.map { "\($0)年" } ?? "年度不明")）"
    }
}

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
        result.append("  灯   项目                          全年预算      支出   支出率   应达到  进度比")
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

/// 绩效自评 of a town for a terminal.
struct EvaluationText {
    let report: AppraisalReport
    let columns: Int

    var text: String {
        guard let town = report.evaluation else { return "" }
        let lines = AppraisalLines(columns: columns)
        let grades = FormGrade.allCases.map { "\($0.rawValue)\(town.count(of: $0))" }.joined(separator: " ")
        let open = town.projects.count { $0.total == nil }
        let mean = town.mean.map { "平均\($0)分" + (town.weightedMean.map { "，按金额加权\($0)分" } ?? "") } ?? "还没有总分"
        var result = [
            lines.wrapped("\(lines.head(report))绩效自评：\(mean)；\(grades)" + (open > 0 ? "，没有给出总分的\(open)" : "")),
            "  总分  等级  项目                            执行率  执行得分  失分最多",
        ]
        for project in town.projects { result += self.lines(project, lines) }
        result += overall(town.overall, lines) + town.notes.map { lines.wrapped("注：\($0)", indent: 2) }
        return (result + lines.checks(town.checks)).joined(separator: "\n")
    }

    private func lines(_ project: ProjectEvaluation, _ lines: AppraisalLines) -> [String] {
        let weakest = project.weakest.map { "第\($0.row)行 −\($0.lost)" } ?? "—"
        let isTold = project.paid != nil
        let cells = [
            lines.right(project.total.map { "\($0)" } ?? "—", 7), "   \(project.grade?.rawValue ?? "—") ",
            project.grade == nil ? "  " : " ", lines.column("\(project.number).\(project.name)", 28),
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
