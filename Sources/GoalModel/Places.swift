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
