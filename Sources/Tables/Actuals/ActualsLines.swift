internal import Appraisal
internal import GoalModel
internal import Text

/// What the books give for each line of a sheet; the cells to fill in are blank.
struct ActualsLines {
    let books: [GoalBook]
    let kind: ActualsSheet
    private let unit: MoneyUnit

    init(books: [GoalBook], kind: ActualsSheet) {
        (self.books, self.kind, unit) = (books, kind, ActualsLines.unit(of: books))
    }

    static func unit(of books: [GoalBook]) -> MoneyUnit {
        let units = Set(books.lazy.flatMap(\.projects).map(\.moneyUnit))
        return units.count == 1 ? units.first ?? .wan : .wan
    }

    var rows: [[SheetCell.Content]] {
        books.flatMap { book -> [[SheetCell.Content]] in
            switch kind {
            case .projects: book.projects.map { project in line { self.cell($0, project, book) } }
            case .indicators:
                book.projects.flatMap { project in
                    project.indicators.indices.map { row in line { self.cell($0, project, row) } }
                }
            case .overall: book.subGoals.map { goal in line { self.cell($0, goal, book) } }
            }
        }
    }

    private func line(_ cell: (ActualsColumn) -> SheetCell.Content) -> [SheetCell.Content] { kind.columns.map(cell) }

    private func text(_ words: String) -> SheetCell.Content { words.isEmpty ? .blank : .text(words) }

    private func cell(_ column: ActualsColumn, _ project: Project, _ book: GoalBook) -> SheetCell.Content {
        switch column {
        case .unit: text(project.unit.code ?? book.unit.code ?? "")
        case .code: text(project.code)
        case .name: text(project.name)
        case .initial: project.budget.map { .number(Double($0.fen) / Double(unit.fen)) } ?? .blank
        default: .blank
        }
    }

    private func cell(_ column: ActualsColumn, _ project: Project, _ row: Int) -> SheetCell.Content {
        let indicator = project.indicators[row]
        return switch column {
        // A project without a code is known by its name.
        case .code: text(project.code.isEmpty ? project.name : project.code)
        case .row: .text("\(row + 1)")
        case .levelOne: text(indicator.category)
        case .levelTwo: text(indicator.type)
        case .levelThree: text(indicator.name)
        case .target: text(indicator.target.text)
        default: .blank
        }
    }

    private func cell(_ column: ActualsColumn, _ goal: SubGoal, _ book: GoalBook) -> SheetCell.Content {
        switch column {
        case .unit: text(book.unit.code ?? book.town)
        case .subGoal: text(goal.title)
        case .goal: text(goal.indicator.isEmpty ? goal.goal : goal.indicator)
        default: .blank
        }
    }
}

/// How the cells look.
enum ActualsStyle {
    private static func base(_ column: ActualsColumn) -> CellStyle {
        if column.isMoney { return CellStyle(alignment: .right, wraps: false, numberFormat: "#,##0.00####") }
        switch column {
        case .unit, .code, .row, .asOf, .actual, .forecast, .weight, .entered, .points:
            // As text a date or a code stays as it is typed.
            return CellStyle(alignment: .centre, numberFormat: "@")
        default: return CellStyle()
        }
    }

    static func locked(_ column: ActualsColumn) -> CellStyle {
        base(column).with {
            $0.fill = 0xE7_E6E6
            $0.hasBorder = true
        }
    }

    static func yellow(_ column: ActualsColumn) -> CellStyle {
        base(column).with {
            $0.fill = 0xFF_F2CC
            $0.hasBorder = true
            $0.isUnlocked = true
        }
    }

    /// Cells below the prepared lines.
    static func open(_ column: ActualsColumn) -> CellStyle { base(column).with { $0.isUnlocked = true } }
}
