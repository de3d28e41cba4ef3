internal import Diagnostics
internal import GoalModel
internal import Text

/// Looks at one indicator at a day.
struct IndicatorWatch {
    let project: Project
    let row: Int
    let settings: AppraisalSettings
    let asOf: CalendarDay
    let year: Int
    private(set) var checks: [AppraisalCheck] = []
    /// Progress towards the annual target, for the mean of a project.
    private(set) var share: RoundedPercent?
    private(set) var lacksForecast = false

    init(project: Project, row: Int, settings: AppraisalSettings, asOf: CalendarDay, year: Int) {
        (self.project, self.row, self.settings, self.asOf, self.year) = (project, row, settings, asOf, year)
    }

    private var indicator: Indicator { project.indicators[row - 1] }

    private mutating func check(
        _ code: CheckCode, _ severity: Severity? = nil, at field: IndicatorActual.Field, _ actual: IndicatorActual?,
        _ message: String
    ) {
        let text = "第\(row)行\(indicator.name.quoted)\(message)"
        checks.append(
            AppraisalCheck(code, severity, project: project.number, row: row, at: actual?.place(field), text))
    }

    mutating func look(at actual: IndicatorActual?) -> IndicatorMonitoring {
        var seen = IndicatorMonitoring(
            row: row, target: indicator.target.text, actual: actual?.shown ?? "", lamp: .grey, likelihood: actual?.likelihood,
            reason: actual?.reason ?? DeviationReason())
        if let actual, actual.isNotApplicable {
            seen.isNotApplicable = true
            if !actual.reason.isTold { check(.reasonMissing, at: .reason, actual, "写的是不适用，请在原因说明里写明为什么（至少6个字）") }
            return seen
        }
        let goal = Goal(indicator.target, kind: indicator.kind, year: year)
        switch goal {
        case .number(let number): lookAtNumber(number, actual, &seen)
        case .deadline(let deadline): lookAtDay(deadline, actual, &seen)
        case .graded: lookAtGrade(actual, &seen)
        }
        if let actual { checkWords(seen, actual) }
        return seen
    }

    private mutating func lookAtNumber(_ goal: Goal.Number, _ actual: IndicatorActual?, _ seen: inout IndicatorMonitoring) {
        let comparison: Comparison
        do throws(Comparison.Trouble) { comparison = try Comparison(actual?.actual ?? "", against: goal) } catch {
            tell(error, actual)
            return
        }
        let day = actual?.asOf ?? asOf
        if comparison.carriesSign { check(.actualCarriesSign, at: .actual, actual, "的实际完成值带了符号，请只写数字") }
        let (a, t) = (comparison.actual, comparison.target)
        let progress = GoalProgress(
            actual: a, target: t, sign: goal.sign, kind: indicator.kind, isLevel: goal.isLevel, month: day.day.month,
            blue: settings.blue)
        (seen.lamp, seen.value) = (progress.lamp, progress.value)
        let isRising = [.atLeast, .moreThan, .equal].contains(goal.sign)
        if isRising, t > .zero {
            share = min(RoundedPercent(hundredths: 10_000), Ratio(max(a, .zero).units, t.units)?.percent ?? .zero)
        }
        if Unit(goal.unit).isPercent, indicator.name.contains("率"), a > Measure(100) {
            check(.shareAboveHundred, at: .actual, actual, "是比率，填的\(seen.actual.quoted)超过100%，请核对")
        }
        checkExcess(goal, comparison, actual)
        guard let actual else { return }
        let outlook = Outlook(goal, comparison, told: actual.forecast, month: day.day.month, isRising: isRising)
        if case .unreadable = outlook.source {
            check(.valueUnreadable, at: .forecast, actual, "的全年预计完成\(actual.forecast.quoted)不是数字，请只写数字")
        }
        lacksForecast = actual.forecast.isEmpty
        (seen.forecast, seen.shortfall, seen.suggested) = (outlook.text, outlook.shortfall, outlook.likelihood)
        if actual.likelihood == .certain, outlook.isFarBelow, seen.lamp != .red {
            check(.likelihoodContradicts, at: .likelihood, actual, "写确定能，而全年预计只有目标的八成不到")
        } else if actual.likelihood == .impossible, outlook.likelihood == .certain {
            check(.likelihoodContradicts, at: .likelihood, actual, "写不可能，而全年预计能达到目标")
        }
    }

    private mutating func checkExcess(_ goal: Goal.Number, _ comparison: Comparison, _ actual: IndicatorActual?) {
        guard let actual, settings.overAchievement.rule == .deviation,
            ReasonDemands.overAchievement(
                actual: comparison.actual, target: comparison.target, sign: goal.sign, settings.overAchievement),
            !(actual.reason.isTold && !actual.reason.category.isEmpty)
        else { return }
        if goal.sign == .equal {
            check(.equalExceeded, at: .reason, actual, "要求等于目标，实际超过了，请写明原因类别和原因说明")
        } else {
            check(.above15Percent, at: .reason, actual, "超过全年目标\(settings.overAchievement.percent)%以上，请写明原因类别和原因说明")
        }
    }

    private mutating func lookAtDay(_ deadline: CalendarDay, _ actual: IndicatorActual?, _ seen: inout IndicatorMonitoring) {
        switch DoneDay(actual?.actual ?? "", year: year) {
        case .done(let day): seen.lamp = GoalProgress(done: day, deadline: deadline, on: asOf).lamp
        case .notDone: seen.lamp = GoalProgress(done: nil, deadline: deadline, on: asOf).lamp
        case .blank:
            if let completion = actual?.completion {
                seen.lamp = GoalProgress(completion).lamp
            } else if asOf <= deadline.withLeapDay {
                seen.lamp = .green
            } else {
                tell(.blank, actual)
            }
        case .number, .unreadable:
            guard let completion = actual?.completion else {
                check(.valueUnreadable, at: .actual, actual, "是期限，实际完成值\(seen.actual.quoted)不是日期。请写如2026-11-20的日期，或未完成")
                return
            }
            seen.lamp = GoalProgress(completion).lamp
        }
    }

    private mutating func lookAtGrade(_ actual: IndicatorActual?, _ seen: inout IndicatorMonitoring) {
        guard let actual, !actual.isBlank else { return tell(.blank, actual) }
        guard let completion = actual.reached(indicator.target.text) else {
            check(.valueUnreadable, at: .completion, actual, "是定性指标，请在完成程度中选 达成、部分达成、未达成")
            return
        }
        seen.lamp = GoalProgress(completion).lamp
        seen.suggested = completion == .reached ? .certain : completion == .partly ? .possible : .impossible
    }

    private mutating func tell(_ trouble: Comparison.Trouble, _ actual: IndicatorActual?) {
        switch trouble {
        case .blank: check(.actualMissing, at: .actual, actual, "没有填实际完成值")
        case .date: check(.dateByRate, at: .actual, actual, "的目标是数字，实际完成值\((actual?.actual ?? "").quoted)是日期，请填数字")
        case .noNumber: check(.valueUnreadable, at: .actual, actual, "的实际完成值\((actual?.actual ?? "").quoted)不是数字，请只写数字")
        case .otherUnit(let unit):
            check(.valueUnreadable, at: .actual, actual, "的目标\(indicator.target.text.quoted)与实际值的单位\(unit.quoted)不同，请换算成目标的单位")
        }
    }

    private mutating func checkWords(_ seen: IndicatorMonitoring, _ actual: IndicatorActual) {
        if seen.lamp.isWarning {
            if !actual.reason.isTold { check(.reasonMissing, at: .reason, actual, "为\(seen.lamp.title)灯，请写明原因（至少6个字）") }
            if actual.likelihood == nil { check(.likelihoodMissing, at: .likelihood, actual, "为\(seen.lamp.title)灯，请选完成可能性") }
        }
        if actual.reason.isHalf {
            let lacking = actual.reason.category.isEmpty ? "没有选原因类别" : "只选了原因类别，没有写原因说明"
            check(.reasonHalf, at: actual.reason.category.isEmpty ? .category : .reason, actual, lacking)
        }
        if seen.lamp == .red, actual.likelihood == .certain {
            check(.likelihoodContradicts, at: .likelihood, actual, "为红灯，而完成可能性写确定能")
        }
        if let likelihood = actual.likelihood, likelihood != .certain, !actual.reason.isTold || actual.reason.measure.isEmpty,
            !seen.lamp.isWarning || actual.reason.measure.isEmpty
        {
            check(.reasonMissing, at: .measure, actual, "的完成可能性是\(likelihood.rawValue)，请写明原因和改进措施")
        }
    }
}

extension RoundedPercent {
    static let zero = RoundedPercent(hundredths: 0)
}

extension IndicatorActual {
    /// What was filled in, a value or the grade that was chosen.
    var shown: String { actual.isEmpty ? completion?.rawValue ?? "" : actual }

    /// How far a graded goal was reached: as chosen, as written, or because the target's own words stand there.
    func reached(_ target: String) -> Completion? {
        completion ?? Completion(written: actual)
            ?? (!actual.isEmpty && actual.withoutSpaces == target.withoutSpaces ? .reached : nil)
    }
}
