public import GoalModel

/// How far a town is in its year, in the few figures that mails, briefs and the county's page show.
public struct YearProgress: Hashable, Sendable {
    public var monitoring: Monitoring?
    public var evaluation: Evaluation?
    /// The year is over, so that the self-evaluation counts and no longer the monitoring.
    public var isYearOver: Bool
    /// Why the figures are not those of the newest file; `nil` where they are.
    public var staleness: String?

    public init(monitoring: Monitoring?, evaluation: Evaluation?, isYearOver: Bool, staleness: String? = nil) {
        (self.monitoring, self.evaluation) = (monitoring, evaluation)
        (self.isYearOver, self.staleness) = (isYearOver, staleness)
    }

    /// What 绩效运行监控 comes to.
    public struct Monitoring: Hashable, Sendable {
        public var asOf: CalendarDay
        public var adjusted: Money
        public var paid: Money
        public var planned: Money
        /// What is missing to the plans of the projects that lag.
        public var behind: Money
        /// How many projects have each lamp.
        public var lamps: [Lamp: Int]
        /// How many projects have paid less than planned.
        public var projectsBehind: Int
        /// The project that lacks most; `nil` where none lags.
        public var largestGap: Gap?

        public struct Gap: Hashable, Sendable {
            public var project: Int
            public var name: String
            public var amount: Money

            public init(project: Int, name: String, amount: Money) {
                (self.project, self.name, self.amount) = (project, name, amount)
            }
        }

        public init(
            asOf: CalendarDay, adjusted: Money, paid: Money, planned: Money, behind: Money, lamps: [Lamp: Int],
            projectsBehind: Int, largestGap: Gap?
        ) {
            (self.asOf, self.adjusted, self.paid, self.planned) = (asOf, adjusted, paid, planned)
            (self.behind, self.lamps, self.projectsBehind) = (behind, lamps, projectsBehind)
            self.largestGap = largestGap
        }

        init(_ town: TownMonitoring) {
            let gaps = town.projects.compactMap { project in
                project.money.behind.map { Gap(project: project.number, name: project.name, amount: $0) }
            }.filter { $0.amount > .zero }
            // Of two that lack alike the first of the book.
            let largest = gaps.reduce(Gap?.none) { most, gap in most.map { $0.amount >= gap.amount ? $0 : gap } ?? gap }
            self.init(
                asOf: town.asOf, adjusted: town.adjusted, paid: town.paid, planned: town.planned, behind: town.behind,
                lamps: Dictionary(town.projects.map { ($0.lamp, 1) }, uniquingKeysWith: +), projectsBehind: gaps.count,
                largestGap: largest)
        }

        /// Paid against planned in the whole town; `nil` where nothing is due yet.
        public var value: Ratio? { Ratio(Int128(paid.fen), Int128(planned.fen)) }

        /// The lamp of the town's money; green where nothing is due yet.
        public var lamp: Lamp { value.map { Lamp(of: $0) } ?? .green }
    }

    /// What 绩效自评 comes to.
    public struct Evaluation: Hashable, Sendable {
        public var projects: Int
        /// `nil` where no total may be printed.
        public var mean: Marks?
        public var weightedMean: Marks?
        /// How many projects have each grade.
        public var grades: [FormGrade: Int]
        /// The projects below 80 points.
        public var belowGood: Int
        /// The projects without a total.
        public var open: Int

        public init(
            projects: Int, mean: Marks?, weightedMean: Marks?, grades: [FormGrade: Int], belowGood: Int, open: Int
        ) {
            (self.projects, self.mean, self.weightedMean) = (projects, mean, weightedMean)
            (self.grades, self.belowGood, self.open) = (grades, belowGood, open)
        }

        init(_ town: TownEvaluation) {
            self.init(
                projects: town.projects.count, mean: town.mean, weightedMean: town.weightedMean,
                grades: Dictionary(town.projects.compactMap(\.grade).map { ($0, 1) }, uniquingKeysWith: +),
                belowGood: town.belowGood, open: town.open)
        }
    }
}

extension YearProgress {
    init(_ report: AppraisalReport, isYearOver: Bool) {
        self.init(
            monitoring: report.monitoring.map(Monitoring.init), evaluation: report.evaluation.map(Evaluation.init),
            isYearOver: isYearOver, staleness: report.actuals.staleness)
    }
}
