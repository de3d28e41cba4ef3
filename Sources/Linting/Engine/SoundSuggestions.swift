internal import GoalModel

/// Withholds suggestions that the rules would find fault with: what is offered in place of a fault must be none.
struct SoundSuggestions {
    /// The rules whose findings are reported.
    let rules: [any IndicatorRule]
    let scope: RuleInput

    func withhold(from marks: inout [(rule: RuleDescription, mark: Violation)]) {
        var standing: [Spot: Int] = [:]
        for (_, mark) in marks { standing[Spot(mark), default: 0] += 1 }
        for index in marks.indices {
            let mark = marks[index].mark
            guard let suggestion = mark.suggestion else { continue }
            let isSound: Bool
            if mark.place == .target, let project = scope.book.project(numbered: mark.project), let row = mark.row {
                isSound = isFaultless(suggestion, row, project)
            } else {
                // A clause of a long text is offered for itself; a whole cell with its other faults in it is not.
                isSound = mark.place == .passage || standing[Spot(mark)] == 1
            }
            if !isSound { marks[index].mark.suggestion = nil }
        }
    }

    /// Whether no rule finds fault with the value in place of the row's own.
    private func isFaultless(_ target: String, _ number: Int, _ project: Project) -> Bool {
        guard project.indicators.indices.contains(number - 1) else { return false }
        var indicator = project.indicators[number - 1]
        indicator.target = Target(reading: target)
        var changed = project
        changed.indicators[number - 1] = indicator
        let row = Row(indicator, number: number, of: changed)
        var isFaultless = true
        for rule in rules where isFaultless {
            rule.check(row, in: scope) { if $0.place == .target { isFaultless = false } }
        }
        return isFaultless
    }

    /// Where a finding stands.
    private struct Spot: Hashable {
        let project: Int?
        let row: Int?
        let place: Place

        init(_ mark: Violation) {
            (project, row, place) = (mark.project, mark.row, mark.place)
        }
    }
}
