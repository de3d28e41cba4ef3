public import GoalModel

extension Indicator {
    /// Whether the target asks for less than what was reached the year before, as far as both are numbers of one unit.
    ///
    /// What must not be exceeded asks for nothing to be reached.
    ///
    /// - Parameters:
    ///   - actual: 实际完成值 of then, as it was filled in.
    ///   - year: of the target.
    public func asksForLess(than actual: String, year: Int) -> Bool {
        guard case .number(let goal) = Goal(target, kind: kind, year: year),
            let comparison = try? Comparison(actual, against: goal)
        else { return false }
        return switch goal.sign {
        case .atLeast, .moreThan, .equal: comparison.target < comparison.actual
        case .atMost, .lessThan: false
        }
    }
}
