extension ProjectEvaluation {
    /// The weights of all rows and of the execution: 100.00 where they are whole.
    public var weight: Marks { rows.map(\.score.weight).reduce(execution.weight, +) }
}

extension OverallEvaluation {
    /// The weights of all rows and of the execution; `nil` where the town has judged nothing.
    public var weight: Marks? {
        let weights = rows.compactMap(\.weight)
        return weights.isEmpty ? nil : weights.reduce(execution.weight, +)
    }
}

extension TownEvaluation {
    /// The projects of which neither total nor grade may be printed yet.
    public var open: Int { projects.count { $0.total == nil } }

    /// The projects below 80 points.
    public var belowGood: Int { projects.count { $0.total.map { $0 < Marks(80) } ?? false } }
}

extension RowScore {
    /// The points out of 100, as the Hebei form of 2020 has them; `nil` where nobody can tell them.
    public var perHundred: Marks? {
        guard let points, weight > .zero else { return nil }
        return Marks(of: points, outOf: weight)
    }
}

extension ExecutionScore {
    /// The points out of 100, as the Hebei form of 2020 has them.
    public var perHundred: Marks { Marks(of: points, outOf: weight) }
}

extension Marks {
    /// Points of a weight as if the weight were 100, half-up; nothing without a weight.
    fileprivate init(of points: Marks, outOf weight: Marks) {
        let share = Ratio(Int128(points.hundredths) * Int128(Marks.full.hundredths), Int128(weight.hundredths))
        self.init(hundredths: share?.rounded ?? 0)
    }
}
