internal import GoalModel

/// Withholds suggestions that the rules would find fault with: what is offered in place of a fault must be none.
struct SoundSuggestions {
    /// The rules whose findings are reported.
    let rules: [any IndicatorRule]
    let scope: RuleInput

    func withhold(from marks: inout [(rule: RuleDescription, mark: Violation)]) {
        let offers = marks.indices.filter { marks[$0].mark.suggestion != nil }
        guard !offers.isEmpty else { return }
        let standing = marks.reduce(into: [:]) { $0[Spot($1.mark), default: 0] += 1 }
        for index in offers {
            let mark = marks[index].mark
            guard let suggestion = mark.suggestion else { continue }
            let isAlone = standing[Spot(mark)] == 1
            let isSound: Bool
            if mark.place == .target, let project = scope.book.project(numbered: mark.project), let row = mark.row {
                isSound = isFaultless(suggestion, row, project, isAlone: isAlone)
            } else {
                // A clause of a long text is offered for itself; a whole cell with its other faults in it is not.
                isSound = mark.place == .passage || isAlone
            }
            if !isSound { marks[index].mark.suggestion = nil }
        }
    }

    /// Whether no rule finds fault with the value in place of the row's own.
    ///
    /// - Parameter isAlone: only the rule that offers it finds fault with the row's own value.
    private func isFaultless(_ suggestion: String, _ number: Int, _ project: Project, isAlone: Bool) -> Bool {
        guard project.indicators.indices.contains(number - 1) else { return false }
        let target = Target(reading: suggestion)
        // The same share in another spelling is judged alike.
        if let old = project.indicators[number - 1].target.quantity, let new = target.quantity, old.comparator == new.comparator,
            old.number == new.number, scope.tables.units.isPercent(old.unit), scope.tables.units.isPercent(new.unit)
        {
            return isAlone
        }
        var changed = project
        changed.indicators[number - 1].target = target
        let row = Row(changed.indicators[number - 1], number: number, of: changed)
        var isFaultless = true
        for rule in rules where isFaultless {
            rule.check(row, in: scope) { if $0.place == .target { isFaultless = false } }
        }
        return isFaultless
    }

    /// A cell or field that findings stand at.
    private struct Spot: Hashable {
        let project: Int?
        let row: Int?
        let place: Place

        init(_ mark: Violation) {
            (project, row, place) = (mark.project, mark.row, mark.place)
        }
    }
}
