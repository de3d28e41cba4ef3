public import GoalModel

/// The towns of a county side by side: lamps, money behind plan, scores, and who has not reported.
public struct AppraisalCounty: Sendable {
    public var reports: [AppraisalReport]
    /// Towns with a goal book and no actual figures.
    public var missing: [String]

    public init(_ reports: [AppraisalReport], missing: [String] = []) {
        (self.reports, self.missing) = (reports, missing)
    }

    private var monitorings: [TownMonitoring] { reports.compactMap(\.monitoring) }
    private var evaluations: [TownEvaluation] { reports.compactMap(\.evaluation) }

    /// Projects by their lamp, of all towns.
    public var counts: TownMonitoring.Counts {
        TownMonitoring.Counts(monitorings.flatMap(\.projects).map(\.lamp))
    }

    public var adjusted: Money { monitorings.map(\.adjusted).total() + evaluations.map(\.adjusted).total() }
    public var paid: Money { monitorings.map(\.paid).total() + evaluations.map(\.paid).total() }
    public var rate: Ratio? { Ratio(Int128(paid.fen), Int128(adjusted.fen)) }
    /// What is missing to the plans of the projects that lag.
    public var behind: Money { monitorings.map(\.behind).total() }

    private var projects: [ProjectEvaluation] { evaluations.flatMap(\.projects) }

    /// The plain mean of all projects' totals; `nil` where none may be printed.
    public var mean: Marks? { TownEvaluation.mean(of: projects) }

    /// How many projects have a grade.
    public func count(of grade: FormGrade) -> Int { projects.count { $0.grade == grade } }

    /// How many projects have exactly 100 points, of those with a total.
    public var perfect: (count: Int, of: Int) {
        let totals = projects.compactMap(\.total)
        return (totals.count { $0 == .full }, totals.count)
    }
}
