/// The weights of a project's rows (分值): those that were given, the rest spread.
public struct FormWeights: Hashable, Sendable {
    /// A row for which weights are sought.
    public struct Row: Hashable, Sendable {
        public var level: LevelOne
        public var given: Marks?
        /// 不适用: its points go to the other rows of its level one.
        public var isNotApplicable: Bool

        public init(_ level: LevelOne, given: Marks? = nil, isNotApplicable: Bool = false) {
            (self.level, self.given, self.isNotApplicable) = (level, given, isNotApplicable)
        }
    }

    /// A weight a row; nothing for rows that drop out.
    public var weights: [Marks]
    /// The points of each level one after those without rows are shared out.
    public var levels: [LevelOne: Marks]
    /// With execution they are 100.00.
    public var isWhole: Bool
    /// Level ones whose rows have other points than the scheme; the form says so.
    public var offScheme: [LevelOne] = []
    /// Level ones without a row, whose points went to others.
    public var missing: [LevelOne] = []

    public init(_ rows: [Row], settings: AppraisalSettings) {
        let scheme = settings.levels(hasCost: rows.contains { $0.level == .cost && !$0.isNotApplicable })
        let rest = Marks.full - settings.execution
        let planned = scheme.isEmpty ? [.all: rest] : scheme
        let rows = rows.map { row in
            // A level one that the scheme does not know counts as output.
            let level = scheme.isEmpty ? .all : scheme[row.level] == nil ? .output : row.level
            return Row(level, given: row.given, isNotApplicable: row.isNotApplicable)
        }
        let present = Set(rows.filter { !$0.isNotApplicable }.map(\.level))
        missing = planned.keys.filter { !present.contains($0) }.sorted()
        levels = FormWeights.shared(planned, among: present, satisfactionTo: settings.satisfactionTo)
        weights = Array(repeating: .zero, count: rows.count)
        for level in present.sorted() {
            let mine = rows.indices.filter { rows[$0].level == level }
            let points = levels[level] ?? .zero
            let sum = FormWeights.fill(&weights, mine, rows, points, settings.spread)
            if sum != points { offScheme.append(level) }
        }
        isWhole = !rows.isEmpty && weights.reduce(settings.execution, +) == .full
    }

    /// Gives the rows of a level one their weights and returns the sum.
    private static func fill(
        _ weights: inout [Marks], _ mine: [Int], _ rows: [Row], _ points: Marks, _ spread: WeightSpread
    ) -> Marks {
        let counted = mine.filter { !rows[$0].isNotApplicable }
        let blank = counted.filter { rows[$0].given == nil }
        for row in counted { weights[row] = rows[row].given ?? .zero }
        let given = counted.reduce(Marks.zero) { $0 + weights[$1] }
        if blank.isEmpty {
            let dropped = mine.filter { rows[$0].isNotApplicable }.reduce(Marks.zero) { $0 + (rows[$1].given ?? .zero) }
            for (row, more) in zip(counted, WeightSpread.cents.weights(of: dropped, over: counted.count)) {
                weights[row] = weights[row] + more
            }
            return given + dropped
        }
        let shares = spread.weights(of: max(.zero, points - given), over: blank.count)
        for (row, share) in zip(blank, shares) { weights[row] = share }
        return counted.reduce(.zero) { $0 + weights[$1] }
    }

    /// The points of the level ones that have rows: 满意度 goes where the settings say, the others in proportion.
    private static func shared(
        _ planned: [LevelOne: Marks], among present: Set<LevelOne>, satisfactionTo: LevelOne?
    ) -> [LevelOne: Marks] {
        var levels = planned.filter { present.contains($0.key) }
        var lost = planned.filter { !present.contains($0.key) }
        if let heir = satisfactionTo, levels[heir] != nil, let points = lost.removeValue(forKey: .satisfaction) {
            levels[heir] = levels[heir, default: .zero] + points
        }
        let rest = lost.values.reduce(.zero, +)
        let whole = levels.values.reduce(.zero, +)
        guard rest > .zero, whole > .zero else { return levels }
        var left = rest
        let order = levels.keys.sorted()
        for level in order {
            let own = levels[level] ?? .zero
            let part = Marks(hundredths: rest.hundredths * own.hundredths / whole.hundredths)
            levels[level] = own + part
            left = left - part
        }
        if let last = order.last { levels[last] = (levels[last] ?? .zero) + left }
        return levels
    }
}
