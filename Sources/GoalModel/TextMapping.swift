extension GoalBook {
    /// The same book with every text of the town's changed, for example masked.
    ///
    /// What is known of the files stays. A value that was read from a text that changes is read again, and an
    /// amount is given up.
    public func mappingTexts(_ change: (String) -> String) -> GoalBook {
        var book = self
        book.town = change(town)
        book.county = county.map(change)
        book.unit = unit.mapping(change)
        book.fiscalYearBasis = change(fiscalYearBasis)
        book.partOne = partOne.map { section in
            Section(heading: section.heading.mapping(change), paragraphs: section.paragraphs.map { $0.mapping(change) })
        }
        book.overallGoal = change(overallGoal)
        book.subGoals = subGoals.map {
            SubGoal(title: change($0.title), goal: change($0.goal), indicator: change($0.indicator), location: $0.location)
        }
        book.safeguards = safeguards.map { Safeguard(title: change($0.title), text: change($0.text), location: $0.location) }
        book.expenseClasses = expenseClasses.map { $0.mapping(change) }
        book.statements = statements.map { $0.mapping(change) }
        book.projects = projects.map { $0.mapping(change) }
        book.residue = residue.map { $0.mapping(change) }
        // What they say of figures is read before.
        book.filledForms = []
        book.unread = unread.map { table in
            var table = table
            table.rows = table.rows.map { row in
                row.map { UnreadTable.Cell(text: change($0.text), column: $0.column, span: $0.span) }
            }
            return table
        }
        return book
    }
}

extension Passage {
    fileprivate func mapping(_ change: (String) -> String) -> Passage {
        Passage(change(text), at: location)
    }
}

extension BudgetUnit {
    fileprivate func mapping(_ change: (String) -> String) -> BudgetUnit {
        BudgetUnit(code: code.map(change), name: change(name))
    }
}

extension Statement {
    fileprivate func mapping(_ change: (String) -> String) -> Statement {
        var statement = self
        statement.name = change(name)
        statement.indicators = indicators.map(change)
        return statement
    }
}

extension Project {
    fileprivate func mapping(_ change: (String) -> String) -> Project {
        var project = self
        project.name = change(name)
        project.code = change(code)
        project.unit = unit.mapping(change)
        project.foreignUnit = foreignUnit.map(change)
        project.purpose = change(purpose)
        project.goals = goals.map(change)
        project.indicators = indicators.map { $0.mapping(change) }
        project.raw = RawCells(
            budget: change(raw.budget), fiscalFunds: change(raw.fiscalFunds), otherFunds: change(raw.otherFunds),
            plan: raw.plan.map(change))
        if project.raw.budget != raw.budget { project.budget = nil }
        if project.raw.fiscalFunds != raw.fiscalFunds { project.fiscalFunds = nil }
        if project.raw.otherFunds != raw.otherFunds { project.otherFunds = nil }
        return project
    }
}

extension Indicator {
    fileprivate func mapping(_ change: (String) -> String) -> Indicator {
        let text = change(target.text)
        return Indicator(
            category: change(category), type: change(type), name: change(name), description: change(description),
            target: text == target.text ? target : Target(reading: text), basis: change(basis), places: places)
    }
}
