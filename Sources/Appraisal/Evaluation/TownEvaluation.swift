public import GoalModel

/// 绩效自评 of a town: all that an output may say of it.
public struct TownEvaluation: Hashable, Sendable {
    /// In the order of the book.
    public var projects: [ProjectEvaluation]
    public var overall: OverallEvaluation
    public var checks: [AppraisalCheck] = []
    /// The form's notes: which rules were used.
    public var notes: [String] = []

    /// The plain mean of the totals, half-up to a hundredth; `nil` where none may be printed.
    public var mean: Marks? { TownEvaluation.mean(of: projects) }

    static func mean(of projects: [ProjectEvaluation]) -> Marks? {
        let totals = projects.compactMap(\.total)
        return Ratio(totals.reduce(0) { $0 + Int128($1.hundredths) }, Int128(totals.count))
            .map { Marks(hundredths: $0.rounded) }
    }

    /// Σ(adjusted × total) ÷ Σ adjusted of the projects with a total.
    public var weightedMean: Marks? {
        let told = projects.filter { $0.total != nil }
        let sum = told.reduce(Int128(0)) { $0 + Int128($1.adjusted.fen) * Int128($1.total?.hundredths ?? 0) }
        return Ratio(sum, told.reduce(Int128(0)) { $0 + Int128($1.adjusted.fen) }).map { Marks(hundredths: $0.rounded) }
    }

    /// How many projects have a grade.
    public func count(of grade: FormGrade) -> Int { projects.count { $0.grade == grade } }

    public var adjusted: Money { projects.map(\.adjusted).total() }
    public var paid: Money { projects.compactMap(\.paid).total() }
    public var rate: Ratio? { Ratio(Int128(paid.fen), Int128(adjusted.fen)) }
}

/// 项目支出绩效自评 of a project.
public struct ProjectEvaluation: Hashable, Sendable {
    /// In the book.
    public var number: Int
    public var code: String
    public var name: String
    /// The day of the figures; `nil` where there are none.
    public var figuresOf: CalendarDay?
    public var initial: Money?
    public var adjusted: Money
    /// `nil` where nobody has told it.
    public var paid: Money?
    /// 当年财政拨款, 上年结转资金 and 其他资金 among what was paid, where they were told.
    public var parts: [Money?]
    public var execution: ExecutionScore
    public var rows: [RowEvaluation]
    /// The points of each level one.
    public var levels: [LevelOne: Marks]
    /// `nil` where it must not be printed; see ``withheld``.
    public var total: Marks?
    public var grade: FormGrade?
    /// What must be filled in before total and grade are printed.
    public var withheld: [String]
    public var reason: DeviationReason
    public var adjustmentReason: String
    /// 总体目标实际完成情况.
    public var goalDone: String
    /// What the form's note says of this project.
    public var notes: [String]

    /// The points that can be told, without regard to what is withheld.
    public var sum: Marks { rows.compactMap(\.score.points).reduce(execution.points, +) }

    /// The row that loses the largest part of its weight; `nil` where nothing is lost.
    public var weakest: RowEvaluation? {
        let lost = rows.filter { !$0.isNotApplicable && $0.score.weight > $0.points }
        return lost.max { a, b in
            // A larger part lost, and of two that lose alike the earlier one.
            let (mine, its) = (a.lost.hundredths * b.score.weight.hundredths, b.lost.hundredths * a.score.weight.hundredths)
            return mine != its ? mine < its : a.row > b.row
        }
    }
}

/// A row of a self-evaluation.
public struct RowEvaluation: Hashable, Sendable {
    /// From 1.
    public var row: Int
    public var level: LevelOne
    /// As printed.
    public var target: String
    /// As filled in.
    public var actual: String
    public var isNotApplicable: Bool
    public var score: RowScore
    public var reason: DeviationReason
    /// Words are demanded, for what is missing or for what is far above the target.
    public var needsReason: Bool

    /// The points, none where nobody can tell them.
    public var points: Marks { score.points ?? .zero }
    public var lost: Marks { score.weight - points }
}

/// 部门整体自评: the money of all projects, and the sub-goals where the town has judged them.
public struct OverallEvaluation: Hashable, Sendable {
    public var initial: Money
    public var adjusted: Money
    public var paid: Money
    public var execution: ExecutionScore
    public var rows: [Row]
    /// `nil` without points for every row: none is ever made up.
    public var total: Marks?
    public var grade: FormGrade?

    public struct Row: Hashable, Sendable {
        /// 分项目标.
        public var title: String
        public var target: String
        public var actual: String
        public var weight: Marks?
        public var points: Marks?
        public var reason: String
    }
}
