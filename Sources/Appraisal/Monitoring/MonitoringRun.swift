internal import Diagnostics
public import GoalModel
internal import Text

extension Appraiser {
    /// 绩效运行监控 of a book at a day.
    ///
    /// The newest figures up to the day count; later ones are told and left out.
    public func monitoring(of book: GoalBook, actuals: Actuals, asOf: CalendarDay) -> TownMonitoring {
        let year = book.fiscalYear ?? asOf.year
        let index = actuals.index()
        var town = TownMonitoring(asOf: asOf, projects: [], checks: actuals.checks, notes: settings.lampNotes)
        town.checks += FigureChecks(actuals: actuals, year: year, asOf: asOf).checks
        for project in book.projects {
            var run = ProjectWatch(project: project, settings: settings(of: project), index: index, asOf: asOf, year: year)
            town.projects.append(run.look())
            town.checks += run.checks
        }
        if let end = MonthDay(endOf: 12), asOf >= CalendarDay(year: year, day: end) {
            town.checks.append(AppraisalCheck(.afterTheYear, nil, "\(year)年已经结束，1—12月的应做绩效自评（goalbook evaluate）"))
        }
        return town
    }
}

/// Looks at one project at a day.
private struct ProjectWatch {
    let project: Project
    let settings: AppraisalSettings
    let index: ActualsIndex
    let asOf: CalendarDay
    let year: Int
    private(set) var checks: [AppraisalCheck] = []

    init(project: Project, settings: AppraisalSettings, index: ActualsIndex, asOf: CalendarDay, year: Int) {
        (self.project, self.settings, self.index, self.asOf, self.year) = (project, settings, index, asOf, year)
    }

    private mutating func check(_ code: CheckCode, _ severity: Severity? = nil, at place: Location?, _ message: String) {
        checks.append(
            AppraisalCheck(code, severity, project: project.number, at: place, "\(project.name.quoted)\(message)"))
    }

    mutating func look() -> ProjectMonitoring {
        let actual = index.project(project.number, upTo: asOf)
        let initial = actual?.initial ?? project.budget
        let adjusted = actual?.adjusted ?? initial ?? .zero
        let day = actual?.asOf ?? asOf
        let standard = PlannedShare(on: day.day, plan: project.plan, settings: settings)?.share
        let money = MoneyProgress(
            adjusted: adjusted, paid: actual?.paid, standard: standard, forecast: actual?.forecast,
            thresholds: settings.standard == .thresholds)
        let (indicators, share) = lookAtIndicators()
        let lamps = indicators.filter { !$0.isNotApplicable }.map(\.lamp)
        checkMoney(money, actual, initial)
        checkProgress(money, actual, indicators, share)
        return ProjectMonitoring(
            number: project.number, code: project.code, name: project.name, figuresOf: figures(actual), initial: initial,
            money: money, lamp: (lamps + [money.lamp]).min() ?? .grey, indicators: indicators,
            reason: actual?.reason ?? DeviationReason(), adjustmentReason: actual?.adjustmentReason ?? "",
            goalDone: actual?.goalDone ?? "", suggested: suggestion(money), goalRate: share)
    }

    private func figures(_ actual: ProjectActual?) -> CalendarDay? {
        let days = project.indicators.indices.compactMap { index.indicator(project.number, $0 + 1, upTo: asOf)?.asOf }
        return (days + [actual?.asOf].compactMap(\.self)).max()
    }

    private func suggestion(_ money: MoneyProgress) -> Likelihood? {
        guard let forecast = money.forecast, let share = Ratio(Int128(forecast.fen), Int128(money.adjusted.fen)) else {
            return nil
        }
        return Likelihood(reaching: share)
    }

    private mutating func lookAtIndicators() -> ([IndicatorMonitoring], RoundedPercent?) {
        var seen: [IndicatorMonitoring] = []
        var shares: [Int] = []
        var rows: [Int] = []
        for row in project.indicators.indices.map({ $0 + 1 }) {
            var watch = IndicatorWatch(project: project, row: row, settings: settings, asOf: asOf, year: year)
            seen.append(watch.look(at: index.indicator(project.number, row, upTo: asOf)))
            checks += watch.checks
            if let share = watch.share { shares.append(share.hundredths) }
            if watch.lacksForecast { rows.append(row) }
        }
        if !rows.isEmpty {
            let list = rows.map(String.init).joined(separator: "、")
            check(.forecastMissing, at: nil, "第\(list)行没有填全年预计完成")
        }
        let mean = shares.isEmpty ? nil : Ratio(Int128(shares.reduce(0, +)), Int128(shares.count))
        return (seen, mean.map { RoundedPercent(hundredths: $0.rounded) })
    }

    private mutating func checkMoney(_ money: MoneyProgress, _ actual: ProjectActual?, _ initial: Money?) {
        guard let actual, let paid = actual.paid else {
            check(.actualMissing, at: actual?.place(.paid), "没有填累计支出")
            return
        }
        if paid > money.adjusted {
            let unit = project.moneyUnit
            check(
                .paidAboveAdjusted, at: actual.place(.paid),
                "累计支出\(paid.amount(in: unit))\(unit.rawValue)超过全年预算数\(money.adjusted.amount(in: unit))\(unit.rawValue)")
        }
        if let initial, ReasonDemands.adjustment(from: initial, to: money.adjusted, limit: settings.adjustment),
            !DeviationReason.isTold(actual.adjustmentReason)
        {
            check(.adjustmentUnexplained, at: actual.place(.adjustmentReason), "的预算作了调整，请写明调整原因（至少6个字）")
        }
        if money.standard == nil { check(.planMissing, at: nil, "没有资金支出计划，看不出支出是快是慢") }
        if money.isEarly { check(.planMissing, .hint, at: actual.place(.paid), "的支出早于计划：计划中此时还没有支出") }
        if money.lamp.isWarning, !actual.reason.isTold {
            check(.reasonMissing, at: actual.place(.reason), "的支出进度为\(money.lamp.title)灯，请写明执行偏差原因（至少6个字）")
        }
        if actual.reason.isHalf {
            let isText = actual.reason.category.isEmpty
            check(.reasonHalf, at: actual.place(isText ? .category : .reason), isText ? "没有选执行偏差的原因类别" : "只选了原因类别，没有写执行偏差原因")
        }
    }

    private mutating func checkProgress(
        _ money: MoneyProgress, _ actual: ProjectActual?, _ indicators: [IndicatorMonitoring], _ share: RoundedPercent?
    ) {
        guard let actual else { return }
        if settings.standard == .thresholds, money.lamp == .red {
            check(
                .executionThreshold, at: actual.place(.paid),
                "的支出进度\(money.rate?.percent.description ?? "")低于规定的\(money.standard?.percent.description ?? "")")
        }
        if settings.goalMoneyGap > 0, let share, let rate = money.rate?.percent,
            abs(share.hundredths - rate.hundredths) > settings.goalMoneyGap * 100
        {
            check(.goalMoneyGap, at: actual.place(.paid), "的指标平均完成\(share)，支出进度\(rate)，相差超过\(settings.goalMoneyGap)个百分点")
        }
        let due = settings.stops.filter { $0 <= asOf.day }.max()
        if let due, actual.asOf.day < due, actual.asOf.year == asOf.year {
            check(.actualMissing, at: actual.place(.asOf), "最近的时点是\(due.title)，最新的数是\(actual.asOf.iso)的")
        }
        guard let before = index.project(project.number, before: actual.asOf), before.paid == actual.paid else { return }
        let rows = project.indicators.indices.map { $0 + 1 }
        let isSame = rows.allSatisfy { row in
            let now = index.indicator(project.number, row, upTo: asOf)
            let earlier = now.flatMap { index.indicator(project.number, row, before: $0.asOf) }
            return now?.actual == earlier?.actual && now?.completion == earlier?.completion
        }
        if isSame { check(.notUpdated, at: actual.place(.paid), "\(actual.asOf.iso)的数与\(before.asOf.iso)的完全相同，可能没有更新") }
    }
}
