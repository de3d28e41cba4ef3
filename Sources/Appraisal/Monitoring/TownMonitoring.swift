public import GoalModel

/// 绩效运行监控 of a town at a day: all that an output may say of it.
public struct TownMonitoring: Hashable, Sendable {
    public var asOf: CalendarDay
    /// In the order of the book.
    public var projects: [ProjectMonitoring]
    public var checks: [AppraisalCheck] = []
    /// The form's notes: which rules were used.
    public var notes: [String] = []

    public struct Counts: Hashable, Sendable {
        private var counts: [Lamp: Int] = [:]

        init(_ lamps: some Sequence<Lamp>) { for lamp in lamps { counts[lamp, default: 0] += 1 } }

        public subscript(lamp: Lamp) -> Int { counts[lamp] ?? 0 }
    }

    /// Projects by their lamp.
    public var counts: Counts { Counts(projects.map(\.lamp)) }

    /// The worst of all projects' lamps.
    public var lamp: Lamp { projects.map(\.lamp).min() ?? .grey }

    public var adjusted: Money { projects.map(\.money.adjusted).total() }
    public var paid: Money { projects.compactMap(\.money.paid).total() }
    /// What should have been paid by now; projects without a plan count nothing.
    public var planned: Money { projects.compactMap(\.money.planned).total() }
    /// What is missing to the plans of the projects that lag.
    public var behind: Money { projects.compactMap(\.money.behind).total() }
    public var rate: Ratio? { Ratio(Int128(paid.fen), Int128(adjusted.fen)) }
    /// Paid against planned in the whole town.
    public var value: Ratio? { Ratio(Int128(paid.fen), Int128(planned.fen)) }
}

/// 绩效运行监控 of a project.
public struct ProjectMonitoring: Hashable, Sendable {
    /// In the book.
    public var number: Int
    public var code: String
    public var name: String
    /// The day of the newest figures that count; `nil` where there are none.
    public var figuresOf: CalendarDay?
    public var initial: Money?
    public var money: MoneyProgress
    /// The worst of money and indicators.
    public var lamp: Lamp
    public var indicators: [IndicatorMonitoring]
    public var reason = DeviationReason()
    public var adjustmentReason = ""
    /// 总体目标实际完成情况.
    public var goalDone = ""
    /// As the pace of the money has it; never written into a form.
    public var suggested: Likelihood?

    /// The mean of the indicators' progress in per cent; `nil` where none has any.
    public var goalRate: RoundedPercent?
}

/// 绩效运行监控 of an indicator.
public struct IndicatorMonitoring: Hashable, Sendable {
    /// From 1.
    public var row: Int
    /// As printed.
    public var target: String
    /// As filled in; empty where nothing was.
    public var actual: String
    public var isNotApplicable = false
    public var lamp: Lamp
    /// Actual ÷ what is due by the month.
    public var value: Ratio?
    /// What it will come to, with its unit as printed; `nil` where nobody can tell.
    public var forecast: String?
    /// Target − forecast, where both are numbers and something is missing.
    public var shortfall: String?
    /// As filled in.
    public var likelihood: Likelihood?
    /// As the forecast has it; never written into a form.
    public var suggested: Likelihood?
    public var reason = DeviationReason()
}
