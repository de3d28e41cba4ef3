internal import Aggregation
public import Appraisal
internal import GoalModel

extension TownMonitoring {
    /// Three headline figures: how much is paid, how far the money is behind, how many projects have a red lamp.
    public var figures: [Figure] {
        let rate = rate?.percent.digits ?? "—"
        let plan = "按计划应支出\(ShownAmount(planned))万元，实际支出\(ShownAmount(paid))万元，全年预算\(ShownAmount(adjusted))万元。"
        let late = projects.count { ($0.money.behind ?? .zero) > .zero }
        let gap = late == 0 ? "没有项目落后于资金支出计划。" : "\(late)个项目的支出落后于计划。"
        return [
            Figure(label: "预算执行率", value: rate, unit: "%", sentence: plan),
            Figure(label: "落后于计划", value: "\(ShownAmount(behind))", unit: "万元", sentence: gap),
            Figure(label: "红灯项目", value: "\(counts[.red])", unit: "个", sentence: lampWords),
        ]
    }

    /// How many projects have each lamp: `●红8　▲黄4 …`.
    public var lampWords: String {
        Lamp.allCases.map { "\($0.label)\(counts[$0])" }.joined(separator: "　")
    }
}

extension TownEvaluation {
    /// Three headline figures: the mean, the money, how many projects still lack something.
    public var figures: [Figure] {
        let grades = FormGrade.allCases.map { "\($0.rawValue)\(count(of: $0))个" }.joined(separator: "、")
        let weighted = weightedMean.map { "按预算加权平均\($0)分；" } ?? ""
        let money = "全年预算\(ShownAmount(adjusted))万元，支出\(ShownAmount(paid))万元。"
        let open = self.open == 0 ? "每个项目都有总分和等级。" : "还有内容要补，暂不给总分和等级。"
        return [
            Figure(label: "平均得分", value: mean?.description ?? "—", unit: "分", sentence: "\(weighted)\(grades)。"),
            Figure(label: "预算执行率", value: rate?.percent.digits ?? "—", unit: "%", sentence: money),
            Figure(label: "暂不评定", value: "\(self.open)", unit: "个", sentence: open),
        ]
    }
}

extension ProjectMonitoring {
    /// Why the project is where it is, in one line: the town's own words on money or on an indicator that is behind, else that
    /// there are none.
    public var summary: String {
        if !reason.text.isEmpty { return reason.inOneLine }
        let behind = indicators.filter { $0.lamp.isWarning && !$0.isNotApplicable }
        if let told = behind.first(where: { !$0.reason.text.isEmpty }) { return told.reason.inOneLine }
        if money.paid == nil { return "没有填累计支出" }
        return lamp.isWarning ? "没有写原因" : ""
    }
}

extension DeviationReason {
    fileprivate var inOneLine: String { words.split(whereSeparator: \.isNewline).joined(separator: "；") }
}
