internal import Aggregation
public import Appraisal
internal import GoalModel
internal import Text

extension YearProgress {
    /// What the lines are of: `绩效运行监控（截至6月30日）`, or `绩效自评`.
    public var title: String {
        if isYearOver { return "绩效自评" }
        return monitoring.map { "绩效运行监控（截至\($0.asOf.day.month)月\($0.asOf.day.day)日）" } ?? "绩效运行监控"
    }

    /// Three lines: what is paid, who lags and where most is missing; after the year how the projects scored.
    public var lines: [String] { isYearOver ? evaluation?.lines ?? [] : monitoring?.lines ?? [] }

    /// The lines for leaders, with why they are not new; none early in the year, when most plans have not begun.
    public var leaderLines: [String] {
        let isTime = isYearOver || monitoring.map { $0.asOf.day.month >= 6 } ?? false
        return isTime && !lines.isEmpty ? lines + [staleness].compactMap { $0?.oneLine.shortened(to: 160).asSentence } : []
    }

    /// The same in short, for a row of many towns: `支出为计划的85.30%▲黄 3个项目落后`.
    public var shortLine: String? {
        if isYearOver {
            guard let evaluation, let mean = evaluation.mean else { return nil }
            return "自评平均\(mean)分，低于80分的\(evaluation.belowGood)个"
        }
        guard let monitoring, monitoring.asOf.day.month >= 6 else { return nil }
        let share = monitoring.value.map { "支出为计划的\($0.percent)" } ?? "还没有到期的计划支出"
        return "\(share)\(monitoring.lamp.label)，\(monitoring.projectsBehind)个项目落后"
    }
}

extension YearProgress.Monitoring {
    fileprivate var lines: [String] {
        let plan = value.map { "，为计划的\($0.percent)" } ?? "，还没有到期的计划支出"
        let warned = [Lamp.red, .yellow].map { "\($0.label)灯\(lamps[$0] ?? 0)个" }.joined(separator: "、")
        let late = projectsBehind == 0 ? "没有项目落后于资金支出计划" : "落后于资金支出计划的项目\(projectsBehind)个，共差\(ShownAmount(behind))万元"
        let gap = largestGap.map { "差距最大：\($0.name.oneLine.shortened(to: 40))，差\(ShownAmount($0.amount))万元" } ?? "没有支出差距"
        return [
            "支出\(ShownAmount(paid))万元，计划\(ShownAmount(planned))万元\(plan)，\(lamp.label)灯。", "\(late)；各项目\(warned)。", gap + "。",
        ]
    }

    /// The projects that need a look and the missing money, as the county's table has them: `●红2 ▲黄1 差54.00`.
    public var cell: String {
        let warned = [Lamp.red, .yellow].compactMap { lamp in lamps[lamp].map { "\(lamp.label)\($0)" } }
        let words = warned.isEmpty ? [Lamp.green.sign] : warned
        return (words + (behind > .zero ? ["差\(ShownAmount(behind))"] : [])).joined(separator: " ")
    }
}

extension YearProgress.Evaluation {
    fileprivate var lines: [String] {
        let weighted = weightedMean.map { "，按预算加权\($0)分" } ?? ""
        let average = mean.map { "\(projects)个项目平均\($0)分\(weighted)" } ?? "\(projects)个项目都还没有总分"
        let letters = FormGrade.allCases.map { "\($0.rawValue)\(grades[$0] ?? 0)个" }.joined(separator: "、")
        let left = open == 0 ? "" : "，另有\(open)个要补内容，暂不评定"
        return ["\(average)。", "等级：\(letters)\(left)。", belowGood == 0 ? "没有低于80分的项目。" : "低于80分的项目\(belowGood)个。"]
    }
}
