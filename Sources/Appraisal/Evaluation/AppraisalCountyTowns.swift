internal import GoalModel

extension AppraisalCounty {
    /// Several towns, or one beside others that have reported nothing.
    public var isCounty: Bool { reports.count + missing.count > 1 }

    /// The towns of which there is any figure.
    public var told: [AppraisalReport] { reports.filter { !$0.actuals.isBlank } }

    /// The towns that have reported nothing, by the names of their books or towns.
    public var silent: [String] { missing + reports.filter(\.actuals.isBlank).map(\.book.town) }

    public var year: Int? { reports.compactMap(\.book.fiscalYear).max() }

    /// The county's name where all towns are of one.
    public var county: String? {
        let names = Set(reports.map { $0.book.county ?? "" })
        return names.count == 1 ? names.first.flatMap { $0.isEmpty ? nil : $0 } : nil
    }

    /// The towns with figures as lists name them: with the year where a town has several books.
    public var townNames: [String] {
        let isPlain = Set(told.map(\.book.town)).count == told.count
        return told.map { report in
            let year = report.book.fiscalYear.map { "\($0)年" } ?? ""
            return isPlain ? report.book.town : report.book.town + year
        }
    }

    public var hasMonitoring: Bool { reports.contains { $0.monitoring != nil } }
    public var hasEvaluation: Bool { reports.contains { $0.evaluation != nil } }

    /// All projects of all towns together; `nil` where nothing was monitored.
    public var monitoring: TownMonitoring? {
        let towns = told.compactMap(\.monitoring)
        return towns.map(\.asOf).max().map { TownMonitoring(asOf: $0, projects: towns.flatMap(\.projects)) }
    }

    /// All projects of all towns together; `nil` where nothing was evaluated.
    public var evaluation: TownEvaluation? {
        let towns = told.compactMap(\.evaluation)
        return towns.first.map { TownEvaluation(projects: towns.flatMap(\.projects), overall: $0.overall) }
    }
}

extension Actuals {
    /// Nothing was told of the town.
    public var isBlank: Bool { projects.isEmpty && indicators.isEmpty && overall.isEmpty }
}
