/// What a label of a goal form or a heading of its columns means; the names are those in `Resources/headings.json5`.
enum Meaning: String, Hashable, Sendable, CaseIterable {
    // Labels, with their value beside or below them.
    case projectName, projectCode, unitName, department, moneyUnit
    case moneyGroup, budget, fiscalFunds, otherFunds, fiscalPart, carriedOver, otherPart, allYears
    case purpose, plan, goals, longGoals, actualGoals, foreign
    // Labels beside rows of indicators.
    case side, longSide, tail
    // Columns of indicators.
    case category, type, name, description, comparator, target, measure, basis
    case standard, weight, score, direction, note, actual, deviation, halfYear, longTarget, lastTarget, grade, lowerGrade, serial
    /// As it was asked for, beside what was decided.
    case declared
    // Columns of money.
    case currentBudget, amount
    // Columns of lists.
    case unitCode, year

    /// Heads a column of indicators.
    var isColumn: Bool {
        switch self {
        case .category, .type, .name, .description, .comparator, .target, .measure, .basis, .standard, .weight, .score,
            .direction, .note, .actual, .deviation, .halfYear, .longTarget, .lastTarget, .grade, .lowerGrade, .serial, .declared:
            true
        default: false
        }
    }

    /// Heads a column of amounts: this year's, or what is kept apart from them.
    var isColumnOfMoney: Bool {
        switch self {
        case .budget, .currentBudget, .amount, .lastTarget, .actual, .weight, .score, .allYears, .deviation,
            .declared:
            true
        default: false
        }
    }

    /// This year's goals, or goals that stand beside them.
    var isOfGoals: Bool {
        self == .goals || self == .longGoals || self == .actualGoals
    }
}
