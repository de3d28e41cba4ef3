internal import Diagnostics
public import GoalModel
internal import Text

extension Appraiser {
    /// 绩效自评 of a book: the figures of 31 December, or the newest of the year.
    public func evaluation(of book: GoalBook, actuals: Actuals) -> TownEvaluation {
        let year = book.fiscalYear ?? actuals.days.last?.year ?? 1
        let index = actuals.index()
        var checks = actuals.checks + FigureChecks(actuals: actuals, year: year, asOf: nil).checks
        var projects: [ProjectEvaluation] = []
        for project in book.projects {
            var run = ProjectAppraisal(project: project, settings: settings(of: project), index: index, year: year)
            projects.append(run.judge())
            checks += run.checks
        }
        var town = TownEvaluation(
            projects: projects, overall: overall(of: book, actuals, projects), checks: checks, notes: settings.notes)
        town.checks += townChecks(town)
        return town
    }

    /// What looks too good to be true over all projects.
    private func townChecks(_ town: TownEvaluation) -> [AppraisalCheck] {
        let totals = town.projects.map(\.total)
        if totals.count > 1, totals.allSatisfy({ $0 == .full }) {
            return [AppraisalCheck(.allPerfect, .hint, at: nil, "全部\(totals.count)个项目都是100分，请核对目标是否定得过低")]
        }
        guard let mean = town.mean, mean >= Marks(98), let rate = town.rate, rate.isBelow(percent: 80) else { return [] }
        return [AppraisalCheck(.highScoreLowExecution, .hint, at: nil, "平均\(mean)分，而执行率只有\(rate.percent)，请核对")]
    }

    private func overall(of book: GoalBook, _ actuals: Actuals, _ projects: [ProjectEvaluation]) -> OverallEvaluation {
        let (adjusted, paid) = (projects.map(\.adjusted).total(), projects.compactMap(\.paid).total())
        let execution = ExecutionScore(
            adjusted: adjusted, paid: paid, weight: settings.execution, zeroBudget: settings.scoring.zeroBudget)
        let goals = book.subGoals.map { (title: $0.title, target: $0.indicator.isEmpty ? $0.goal : $0.indicator) }
        let titles = goals.isEmpty ? actuals.overall.map { (title: $0.title, target: $0.target) } : goals
        let filled = Dictionary(actuals.overall.map { ($0.title, $0) }) { first, _ in first }
        let given = titles.map { filled[$0.title]?.weight }
        let spread = settings.spread.weights(of: .full - settings.execution, over: titles.count)
        let weights = given.contains { $0 != nil } ? given : spread.map(Optional.some)
        let rows = zip(titles, weights).map { goal, weight in
            let actual = filled[goal.title]
            return OverallEvaluation.Row(
                title: goal.title, target: goal.target, actual: actual?.actual ?? "",
                weight: actuals.overall.isEmpty ? nil : weight, points: actual?.points, reason: actual?.reason ?? "")
        }
        var overall = OverallEvaluation(
            initial: projects.compactMap(\.initial).total(), adjusted: adjusted, paid: paid, execution: execution, rows: rows)
        let isWhole = weights.compactMap(\.self).reduce(settings.execution, +) == .full
        let isTold = rows.allSatisfy { row in row.points.map { $0 <= row.weight ?? .zero } ?? false }
        if isWhole, isTold, !rows.isEmpty, projects.allSatisfy({ $0.paid != nil }) {
            let total = rows.compactMap(\.points).reduce(execution.points, +)
            (overall.total, overall.grade) = (total, FormGrade(of: total, limits: settings.grades))
        }
        return overall
    }
}

/// Judges one project.
private struct ProjectAppraisal {
    let project: Project
    let settings: AppraisalSettings
    let index: ActualsIndex
    let year: Int
    private(set) var checks: [AppraisalCheck] = []
    private var withheld: [String] = []

    init(project: Project, settings: AppraisalSettings, index: ActualsIndex, year: Int) {
        (self.project, self.settings, self.index, self.year) = (project, settings, index, year)
    }

    private mutating func check(
        _ code: CheckCode, _ severity: Severity? = nil, at place: Location?, _ message: String, withholds: Bool = false
    ) {
        let text = "\(project.name.quoted)\(message)"
        checks.append(AppraisalCheck(code, severity, project: project.number, at: place, text))
        if withholds { withheld.append(message) }
    }

    mutating func judge() -> ProjectEvaluation {
        let end = MonthDay(endOf: 12).map { CalendarDay(year: year, day: $0) }
        let actual = end.flatMap { index.project(project.number, upTo: $0) }.flatMap { $0.asOf.year == year ? $0 : nil }
        let values = project.indicators.indices.map { row in
            end.flatMap { index.indicator(project.number, row + 1, upTo: $0) }.flatMap { $0.asOf.year == year ? $0 : nil }
        }
        let initial = actual?.initial ?? project.budget
        let adjusted = actual?.adjusted ?? initial ?? .zero
        let execution = ExecutionScore(
            adjusted: adjusted, paid: actual?.paid ?? .zero, weight: settings.execution, zeroBudget: settings.scoring.zeroBudget,
            unit: project.moneyUnit)
        checkMoney(actual, initial, adjusted, execution)
        let weights = weights(values)
        let (rows, isExact) = rows(values, weights)
        let day = ([actual?.asOf] + values.map { $0?.asOf }).compactMap(\.self).max()
        var result = ProjectEvaluation(
            number: project.number, code: project.code, name: project.name, figuresOf: day, initial: initial,
            adjusted: adjusted, paid: actual?.paid, parts: actual?.parts ?? [], execution: execution, rows: rows,
            levels: weights.levels, withheld: [], reason: actual?.reason ?? DeviationReason(),
            adjustmentReason: actual?.adjustmentReason ?? "", goalDone: actual?.goalDone ?? "",
            notes: notes(weights, actual?.asOf ?? day))
        checkWhole(result, actual, isExact)
        if project.indicators.isEmpty { withheld.append("没有绩效指标") }
        result.withheld = withheld
        if withheld.isEmpty {
            result.total = result.sum
            result.grade = FormGrade(of: result.sum, limits: settings.grades)
        }
        return result
    }

    private mutating func checkMoney(_ actual: ProjectActual?, _ initial: Money?, _ adjusted: Money, _ execution: ExecutionScore)
    {
        let unit = project.moneyUnit
        guard let actual, let paid = actual.paid else {
            check(.cellBlank, at: actual?.place(.paid), "没有填累计支出", withholds: true)
            return
        }
        if execution.isOver {
            check(
                .paidAboveBudget, at: actual.place(.paid),
                "支出\(paid.amount(in: unit))\(unit.rawValue)超过全年预算数\(adjusted.amount(in: unit))\(unit.rawValue)")
        }
        if let initial, ReasonDemands.adjustment(from: initial, to: adjusted, limit: settings.adjustment),
            !DeviationReason.isTold(actual.adjustmentReason)
        {
            check(.adjustmentReason, at: actual.place(.adjustmentReason), "的预算作了调整，请写明调整原因（至少6个字）", withholds: true)
        }
        guard execution.needsReason || execution.isOver else {
            if actual.reason.isHalf { check(.reasonHalf, .warning, at: actual.place(.category), "的原因类别和执行偏差原因只有一样") }
            return
        }
        if !actual.reason.isTold {
            let why = execution.isOver ? "支出超过预算" : "执行率\(execution.percent?.description ?? "")（不到90%）"
            check(.executionReason, at: actual.place(.reason), "\(why)，请写明执行偏差原因（至少6个字）", withholds: true)
        } else if actual.reason.isHalf {
            check(.reasonHalf, at: actual.place(.category), "写了执行偏差原因，请再选原因类别", withholds: true)
        }
    }

    private mutating func weights(_ values: [IndicatorActual?]) -> FormWeights {
        let rows = zip(project.indicators, values).map { indicator, actual in
            FormWeights.Row(
                LevelOne(category: indicator.category, kind: indicator.kind), given: actual?.weight,
                isNotApplicable: actual?.isNotApplicable ?? false)
        }
        let weights = FormWeights(rows, settings: settings)
        if !weights.isWhole, !rows.isEmpty {
            let sum = weights.weights.reduce(settings.execution, +)
            check(.weightsNotHundred, at: nil, "各指标的分值加上预算执行率是\(sum.short)，应为100", withholds: true)
        }
        if !weights.offScheme.isEmpty {
            let levels = weights.offScheme.map { "\($0.rawValue)应为\((weights.levels[$0] ?? .zero).short)" }
            check(.weightsOffScheme, at: nil, "一级指标的分值与规定不同：\(levels.joined(separator: "，"))")
        }
        for level in weights.missing where level != .all {
            check(.weightsOffScheme, level == .satisfaction ? .hint : nil, at: nil, FormWeights.note(on: level))
        }
        return weights
    }

    private mutating func rows(_ values: [IndicatorActual?], _ weights: FormWeights) -> ([RowEvaluation], [Bool]) {
        var rows: [RowEvaluation] = []
        var exact: [Bool] = []
        for (index, actual) in values.enumerated() {
            var row = RowAppraisal(
                project: project, row: index + 1, weight: weights.weights[index], settings: settings, year: year)
            rows.append(row.judge(actual))
            checks += row.checks
            withheld += row.withheld
            if let isExact = row.isExact { exact.append(isExact) }
        }
        return (rows, exact)
    }

    private func notes(_ weights: FormWeights, _ day: CalendarDay?) -> [String] {
        let assumed = project.indicators.indices.filter { row in
            guard case .number(let goal) = goal(row) else { return false }
            return goal.isSignAssumed
        }
        var notes: [String] = []
        if let day, let end = MonthDay(endOf: 12), day.day != end { notes.append("用的是\(day.iso)的数") }
        notes += weights.missing.filter { $0 != .all }.map(FormWeights.note)
        if !assumed.isEmpty {
            notes.append("第\(assumed.map { String($0 + 1) }.joined(separator: "、"))行的指标值没有符号：成本按“≤”，其他按“≥”计分")
        }
        return notes
    }

    private func goal(_ row: Int) -> Goal {
        Goal(project.indicators[row].target, kind: project.indicators[row].kind, year: year)
    }

    private mutating func checkWhole(_ result: ProjectEvaluation, _ actual: ProjectActual?, _ isExact: [Bool]) {
        if isExact.count >= 3, isExact.allSatisfy(\.self) {
            check(.exactlyAtTarget, at: nil, "的\(isExact.count)个定量指标都恰好等于目标，请核对")
        }
        if let actual {
            let done = actual.goalDone.withoutSpaces
            let goals = project.goals.joined().withoutSpaces
            if ["", "完成", "已完成", "全部完成", "达成"].contains(done) || done == goals
                || done.allSatisfy({ $0.isNumber || ".%％".contains($0) })
            {
                check(.goalThin, at: actual.place(.goalDone), "的总体目标实际完成情况\(done.isEmpty ? "没有填" : "过于简单")，请写明做成了什么")
            }
        }
        guard result.paid != nil else { return }
        if result.sum == .full, result.rows.contains(where: \.score.isMissed) {
            check(.allPerfect, at: nil, "是100分，但有指标没有达到目标")
        }
        checkBalance(result)
    }

    /// Points for goals far above those for the money (the reviewing system's rule for double-checking).
    private mutating func checkBalance(_ result: ProjectEvaluation) {
        let goals = result.sum - result.execution.points
        let whole = Marks.full - result.execution.weight
        guard goals > .zero, result.execution.weight > .zero else { return }
        // (S/90 − X/10) / (S/90) > 5 %, with all denominators multiplied out.
        let (s, x) = (Int128(goals.hundredths), Int128(result.execution.points.hundredths))
        let money = x * Int128(whole.hundredths) * 100
        let limit = s * Int128(result.execution.weight.hundredths) * 95
        if money < limit {
            check(.highScoreLowExecution, at: nil, "指标得\(goals)分，预算执行只得\(result.execution.points)分，高分低执行，请核对")
        } else if let rate = result.execution.rate, rate.isBelow(percent: 80) {
            check(.highScoreLowExecution, .hint, at: nil, "结余超过20%，请核对目标和预算")
        }
    }
}

extension FormWeights {
    static func note(on level: LevelOne) -> String {
        level == .satisfaction ? "没有满意度指标，它的分值计入其他一级指标" : "没有\(level.rawValue)指标，它的分值按比例计入其他一级指标"
    }
}
