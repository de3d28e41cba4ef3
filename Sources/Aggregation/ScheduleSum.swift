public import GoalModel

extension Schedule {
    /// Lays a book's plans out in time.
    ///
    /// A blank is 0 before the first number and carried forward after it; a project without a date yet at some date of the
    /// town has planned what its last earlier date says.
    public init(book: GoalBook, asOf day: CalendarDay? = nil) {
        let paces = book.projects.map(Pace.init)
        let total = book.projects.map { $0.budget ?? .zero }.total()
        let dates = Set(paces.flatMap { $0.steps.map(\.by) }).sorted()
        var points: [Point] = []
        for date in dates {
            let planned = Schedule.planned(by: date, paces)
            points.append(
                Point(
                    by: date, planned: planned, added: planned - (points.last?.planned ?? .zero),
                    share: Shares.share(of: planned.exact, in: total), evenShare: date.evenShare))
        }
        self.points = points
        mechanical = paces.filter(\.isMechanical).map(\.project)
        allAtEnd = paces.filter(\.isAllAtEnd).map(\.project)
        unfinished = paces.filter { ($0.steps.last?.percent ?? .zero) < .hundred }.map(\.project)
        next = day.flatMap { Schedule.due(on: $0, in: book.fiscalYear, points, paces) }
    }

    private static func planned(by date: MonthDay, _ paces: [Pace]) -> ShownAmount {
        let parts = paces.reduce(Int128(0)) { $0 + Int128($1.budget.fen) * Int128($1.percent(by: date).tenThousandths) }
        return ShownAmount(Money(clamping: Rounding.halfUp(parts, over: 1_000_000)))
    }

    private static func due(on day: CalendarDay, in year: Int?, _ points: [Point], _ paces: [Pace]) -> Due? {
        let bookYear = year ?? day.year
        let left = points.indices.filter { bookYear > day.year || (bookYear == day.year && points[$0].by >= day.day) }
        guard let index = left.first(where: { points[$0].added.exact > .zero }) else { return nil }
        let (before, by) = (index > 0 ? points[index - 1].by : nil, points[index].by)
        let projects = paces.filter { pace in
            pace.budget > .zero && pace.percent(by: by) > (before.map(pace.percent) ?? .zero)
        }
        return Due(by: by, amount: points[index].added, projects: projects.map(\.project))
    }
}

/// One project's plan with its blanks filled.
private struct Pace {
    struct Step {
        var by: MonthDay
        var percent: Percent
    }

    var project: Int
    var budget: Money
    /// By date; of two entries for one date the later one counts.
    var steps: [Step]

    init(_ project: Project) {
        self.project = project.number
        budget = project.budget ?? .zero
        steps = []
        let filled = zip(project.plan.points, project.plan.filled).enumerated()
        for (_, (point, percent)) in filled.sorted(by: { ($0.element.0.by, $0.offset) < ($1.element.0.by, $1.offset) }) {
            if steps.last?.by == point.by { steps.removeLast() }
            steps.append(Step(by: point.by, percent: percent))
        }
    }

    func percent(by date: MonthDay) -> Percent {
        steps.last { $0.by <= date }?.percent ?? .zero
    }

    var isMechanical: Bool {
        steps.map(\.percent) == [25, 50, 75, 100].map { Percent($0) }
    }

    var isAllAtEnd: Bool {
        guard steps.count > 1, let last = steps.last else { return false }
        return last.percent > .zero && steps.dropLast().allSatisfy { $0.percent == .zero }
    }
}

extension MonthDay {
    /// The share of the year that has passed at the end of this day, by months.
    fileprivate var evenShare: Share {
        let lastDay = month == 2 ? max(28, day) : MonthDay(endOf: month)?.day ?? 30
        return Share(
            tenths: Int(clamping: Rounding.halfUp(Int128((month - 1) * lastDay + day) * 1000, over: Int128(12 * lastDay))))
    }
}
