internal import Diagnostics
internal import GoalModel
internal import Text

/// Judges one row of a self-evaluation.
struct RowAppraisal {
    let project: Project
    let row: Int
    let weight: Marks
    let settings: AppraisalSettings
    let year: Int
    private(set) var checks: [AppraisalCheck] = []
    /// The actual equals the target; `nil` for rows without numbers.
    private(set) var isExact: Bool?
    /// What must be filled in before a total is printed.
    private(set) var withheld: [String] = []

    init(project: Project, row: Int, weight: Marks, settings: AppraisalSettings, year: Int) {
        (self.project, self.row, self.weight, self.settings, self.year) = (project, row, weight, settings, year)
    }

    private var indicator: Indicator { project.indicators[row - 1] }
    private var scoring: RowScoring { RowScoring(settings.scoring) }

    private mutating func check(
        _ code: CheckCode, _ severity: Severity? = nil, at place: Location?, _ message: String, withholds: Bool = false
    ) {
        let text = "第\(row)行\(indicator.name.quoted)\(message)"
        checks.append(AppraisalCheck(code, severity, project: project.number, row: row, at: place, text))
        if withholds { withheld.append(text) }
    }

    mutating func judge(_ actual: IndicatorActual?) -> RowEvaluation {
        let level = LevelOne(category: indicator.category, kind: indicator.kind)
        var result = RowEvaluation(
            row: row, level: level, target: indicator.target.text, actual: actual?.shown ?? "",
            isNotApplicable: actual?.isNotApplicable ?? false,
            score: RowScore(.zero, of: .zero, .valueMissing, isMissed: false, working: "不适用，分值给同一级的其他指标"),
            reason: actual?.reason ?? DeviationReason(), needsReason: false)
        if let actual, actual.isNotApplicable {
            result.needsReason = true
            demand(.indicatorReason, actual, "写的是不适用，请在原因说明里写明为什么（至少6个字）")
            return result
        }
        var isFar = false
        switch Goal(indicator.target, kind: indicator.kind, year: year) {
        case .number(let goal): (result.score, isFar) = number(goal, actual)
        case .deadline(let deadline): result.score = day(deadline, actual)
        case .graded: result.score = grade(actual)
        }
        result.needsReason = result.score.needsReason || isFar
        if result.score.needsReason {
            demand(.indicatorReason, actual, result.score.isMissed ? "没有达到目标，请写明原因（至少6个字）" : "没有得满分，请写明原因（至少6个字）")
        } else if isFar {
            demand(.farAboveTarget, actual, "远远超过目标，请写明原因（至少6个字）")
        }
        if result.reason.isHalf, !result.needsReason {
            check(.reasonHalf, .warning, at: actual?.place(.category), "的原因类别和原因说明只有一样")
        }
        return result
    }

    /// Demands words, and the category beside them.
    private mutating func demand(_ code: CheckCode, _ actual: IndicatorActual?, _ message: String) {
        let reason = actual?.reason ?? DeviationReason()
        if !reason.isTold {
            check(code, at: actual?.place(.reason), message, withholds: true)
        } else if reason.isHalf {
            check(.reasonHalf, at: actual?.place(.category), "写了原因说明，请再选原因类别", withholds: true)
        }
    }

    private mutating func number(_ goal: Goal.Number, _ actual: IndicatorActual?) -> (RowScore, isFar: Bool) {
        let comparison: Comparison
        do throws(Comparison.Trouble) { comparison = try Comparison(actual?.actual ?? "", against: goal) } catch {
            return (tell(error, actual), false)
        }
        let (a, t) = (comparison.actual, comparison.target)
        if comparison.carriesSign { check(.actualCarriesSign, at: actual?.place(.actual), "的实际完成值带了符号，请只写数字") }
        if Unit(goal.unit).isPercent, indicator.name.contains("率"), a > Measure(100) {
            check(.rateAboveHundred, at: actual?.place(.actual), "是比率，填的\((actual?.actual ?? "").quoted)超过100%，请核对")
        }
        if actual?.entered != nil {
            check(.gradeBand, .hint, at: actual?.place(.entered), "是定量指标，得分按公式计算，填的自评得分没有用")
        }
        isExact = a == t
        let score = scoring.score(actual: a, target: t, sign: goal.sign, weight: weight)
        let isFar = ReasonDemands.overAchievement(actual: a, target: t, sign: goal.sign, settings.overAchievement)
        return (score, isFar && !score.isMissed)
    }

    private mutating func day(_ deadline: CalendarDay, _ actual: IndicatorActual?) -> RowScore {
        let done: CalendarDay?
        switch DoneDay(actual?.actual ?? "", year: year) {
        case .done(let day): done = day
        case .notDone: done = nil
        case .blank, .number, .unreadable:
            if actual?.completion != nil { return grade(actual) }
            guard let actual, !actual.actual.isEmpty else { return tell(.blank, actual) }
            check(
                .dateByRate, at: actual.place(.actual), "是期限，实际完成值\(actual.actual.quoted)不是日期。请写如2026-11-20的日期，或未完成",
                withholds: true)
            return unknown(.notComparable, "实际完成值不是日期")
        }
        let score = scoring.score(done: done, deadline: deadline, entered: actual?.entered, weight: weight)
        if score.points == nil { check(.gradeBand, at: actual?.place(.entered), "：\(score.working)", withholds: true) }
        return score
    }

    private mutating func grade(_ actual: IndicatorActual?) -> RowScore {
        guard let actual, !actual.isBlank else { return tell(.blank, actual) }
        guard let completion = actual.reached(indicator.target.text) else {
            check(
                .gradeBand, at: actual.place(.completion), "是定性指标，请在完成程度中选 达成、部分达成、未达成", withholds: true)
            return unknown(.notComparable, "没有选完成程度")
        }
        let score = scoring.score(completion, entered: actual.entered, weight: weight)
        if score.points == nil { check(.gradeBand, at: actual.place(.entered), "：\(score.working)", withholds: true) }
        return score
    }

    private func unknown(_ branch: RowScore.Branch, _ words: String) -> RowScore {
        RowScore(nil, of: weight, branch, isMissed: true, working: words)
    }

    private mutating func tell(_ trouble: Comparison.Trouble, _ actual: IndicatorActual?) -> RowScore {
        let (place, text) = (actual?.place(.actual), (actual?.actual ?? "").quoted)
        switch trouble {
        case .blank:
            check(.valueMissing, at: place, "没有填实际完成值，不得分")
            return RowScore(.zero, of: weight, .valueMissing, isMissed: true, working: "没有填实际完成值，得0.00")
        case .date:
            check(.dateByRate, at: place, "的目标是数字，实际完成值\(text)是日期，请填数字", withholds: true)
        case .noNumber:
            check(.actualNoNumber, at: place, "的实际完成值\(text)不是数字，不能计分，请只写数字", withholds: true)
        case .otherUnit(let unit):
            check(
                .actualNoNumber, at: place, "的目标是\(indicator.target.text.quoted)，实际完成值的单位\(unit.quoted)不同，不能计分，请换算成目标的单位",
                withholds: true)
        }
        return unknown(.notComparable, "实际完成值\(text)不能与目标比较，请照目标的写法填")
    }
}
