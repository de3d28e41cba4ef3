extension GoalBook {
    /// What the book says, without where it stands in which file.
    public var withoutPlaces: GoalBook {
        var book = self
        book.sources = []
        book.fiscalYearBasis = ""
        book.partOne = partOne.map {
            Section(heading: Passage($0.heading.text), paragraphs: $0.paragraphs.map { Passage($0.text) })
        }
        book.residue = residue.map { Passage($0.text) }
        // Whatever stands in them, as text that belongs to the book.
        book.residue += filledForms.flatMap(\.words).map { Passage($0) }
        book.filledForms = []
        for index in book.subGoals.indices { book.subGoals[index].location = nil }
        for index in book.safeguards.indices { book.safeguards[index].location = nil }
        for index in book.expenseClasses.indices { book.expenseClasses[index].location = nil }
        for index in book.statements.indices { book.statements[index].location = nil }
        for index in book.projects.indices {
            book.projects[index].places = [:]
            for row in book.projects[index].indicators.indices { book.projects[index].indicators[row].places = [:] }
        }
        return book
    }
}

extension EvaluationForm {
    /// What the form says of what was reached.
    fileprivate var words: [String] {
        let columns: [Column] = [.actual, .weight, .score, .reason, .note]
        let cells = rows.flatMap { row in columns.map { row[$0]?.text ?? "" } }
        let sums = money.flatMap { row in [MoneyColumn.initial, .adjusted, .paid, .score].map { row.cells[$0]?.text ?? "" } }
        return cells + sums + [achievement?.text ?? "", total?.score?.text ?? ""]
    }
}
