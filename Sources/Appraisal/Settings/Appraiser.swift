public import GoalModel

/// What judges the actual figures of a town: its settings, and those of single projects.
public struct Appraiser: Hashable, Sendable {
    public var settings: AppraisalSettings
    /// By the project's code.
    private var projects: [String: AppraisalSettings]

    public init(_ settings: AppraisalSettings, projects: [String: AppraisalSettings] = [:]) {
        (self.settings, self.projects) = (settings, projects)
    }

    public func settings(of project: Project) -> AppraisalSettings { projects[project.code] ?? settings }
}

extension AppraisalSettings {
    /// The rules in words, for the note below a form.
    public var notes: [String] {
        let shares =
            levels.isEmpty
            ? "预算执行率\(execution.short)分，其余\((Marks.full - execution).short)分由全部指标分"
            : (levels.sorted { $0.key < $1.key }.map { "\($0.key.rawValue)\($0.value.short)" } + ["预算执行率\(execution.short)"])
                .joined(separator: "、") + "分"
        let reverse = scoring.reverse == .proportional ? "反向指标按目标值÷实际值" : "反向指标每超目标1%扣1%，到2倍为0"
        let (upper, lower) = (scoring.bands.reached, scoring.bands.partly)
        return [
            "分值：\(shares)；没有写分值的\(spread == .tidy ? "取整或半分平均分，余数归后面的行" : "平均分到分")。",
            "得分不超过分值；正向指标按实际值÷目标值，\(reverse)。",
            "定性指标：达成\(upper)%（含）以上，部分达成\(lower)%（含）至\(upper)%，未达成\(lower)%以下。",
            "过期的\(scoring.late == .band ? "在下一档内评分" : "不得分")；"
                + (scoring.deductsOverAchievement ? "达到目标2、3、5倍的扣10%、20%、30%。" : "超额完成不扣分。"),
            "等级：\(grades.excellent.short)分（含）以上优，\(grades.good.short)分（含）以上良，\(grades.fair.short)分（含）以上中，以下差。",
        ]
    }

    /// The rules of the lamps in words.
    public var lampNotes: [String] {
        let standard =
            switch self.standard {
            case .plan: between == .step ? "支出进度与本项目的资金支出计划比，计划各时点之间按上一时点" : "支出进度与本项目的资金支出计划比，计划各时点之间按天数"
            case .month: "支出进度与月份÷12比"
            case .thresholds: "支出进度低于规定界限为红"
            }
        let blue = blue == .annual ? "达到全年目标的1.2倍" : "达到折算目标的1.2倍"
        return [
            standard + (self.standard == .thresholds ? "。" : "：不到60%红，不到80%黄，其余绿。"),
            "数量、效益、满意度按月份折算：不到60%红，不到80%黄，\(blue)蓝，其余绿；比率和单价不折算。质量、时效、成本和不应超过的，达到为绿，没有达到为红。没有填的为灰。",
            "项目取支出和各指标中最差的一种：红、黄、灰、绿、蓝。",
        ]
    }
}
