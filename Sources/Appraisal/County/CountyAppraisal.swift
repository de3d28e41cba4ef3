public import GoalModel

/// The monitoring or the self-evaluation of several towns, with those that have reported nothing.
public struct CountyAppraisal: Sendable {
    /// In the order of the run.
    public var reports: [AppraisalReport]
    /// Towns without actual figures, by the names of their books.
    public var missing: [String]

    public init(_ reports: [AppraisalReport], missing: [String] = []) { (self.reports, self.missing) = (reports, missing) }

    /// Several towns, or one beside others that have reported nothing.
    public var isCounty: Bool { reports.count + missing.count > 1 }

    public var year: Int? { reports.compactMap(\.book.fiscalYear).max() }

    /// The county's name where all towns are of one.
    public var county: String? {
        let names = Set(reports.map { $0.book.county ?? "" })
        return names.count == 1 ? names.first.flatMap { $0.isEmpty ? nil : $0 } : nil
    }

    /// The towns of the reports as lists name them: with the year where a town has several books.
    public var townNames: [String] {
        let isPlain = Set(reports.map(\.book.town)).count == reports.count
        return reports.map { report in
            let year = report.book.fiscalYear.map { "\($0)年" } ?? ""
            return isPlain ? report.book.town : report.book.town + year
        }
    }

    public var hasMonitoring: Bool { reports.contains { $0.monitoring != nil } }
    public var hasEvaluation: Bool { reports.contains { $0.evaluation != nil } }

    /// All projects of all towns together; `nil` where nothing was monitored.
    public var monitoring: TownMonitoring? {
        let towns = reports.compactMap(\.monitoring)
        return towns.map(\.asOf).max().map { TownMonitoring(asOf: $0, projects: towns.flatMap(\.projects)) }
    }

    /// All projects of all towns together; `nil` where nothing was evaluated.
    public var evaluation: TownEvaluation? {
        let towns = reports.compactMap(\.evaluation)
        return towns.first.map { TownEvaluation(projects: towns.flatMap(\.projects), overall: $0.overall) }
    }
}

extension TownMonitoring {
    /// What will be paid by the end of the year; `nil` where a project has no forecast, for a sum of the others misleads.
    public var wholeForecast: Money? {
        projects.allSatisfy { $0.money.forecast != nil } ? forecast : nil
    }

    /// Projects of which nobody has told what was paid, and indicators without a value.
    public var missing: (projects: Int, indicators: Int) {
        let rows = projects.flatMap(\.indicators).count { $0.lamp == .grey && !$0.isNotApplicable }
        return (projects.count { $0.money.paid == nil }, rows)
    }
}
