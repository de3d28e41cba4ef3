public import Aggregation
internal import Diagnostics
internal import GoalModel
internal import Linting

/// The older books and results that a run knows, to tell what changed.
public struct EarlierBooks: Sendable {
    public private(set) var editions: [Edition] = []

    public init() {}

    /// Of equal years, what was added first is what others are compared with.
    public mutating func add(_ edition: Edition) {
        editions.append(edition)
    }

    public mutating func add(_ report: Report) {
        editions.append(Edition(report))
    }

    public mutating func add(_ others: EarlierBooks) {
        editions += others.editions
    }

    public var isEmpty: Bool { editions.isEmpty }

    /// What changed since the newest edition of the same town that is not newer; `nil` when there is none.
    ///
    /// - Parameter shown: makes of the older book's texts what may be shown of them.
    public func change(to report: Report, showing shown: (String) -> String = { $0 }) -> BookChange? {
        let edition = Edition(report)
        return edition.basis(among: editions).map { BookChange(from: $0.mappingTexts(shown), to: edition) }
    }
}

extension Edition {
    public init(_ report: Report) {
        let book = report.book
        self.init(
            key: book.townKey, year: book.fiscalYear,
            projects: book.projects.map(Project.init), total: report.funding.total.exact, score: report.quality.score,
            errors: report.findings.count { $0.severity == .error },
            findings: report.findings.map { finding in
                Finding(
                    fingerprint: finding.fingerprint, code: finding.code, severity: finding.severity, message: finding.message,
                    project: book.index(ofProject: finding.project),
                    row: finding.indicator.map { $0 - 1 })
            })
    }
}

extension Edition.Project {
    init(_ project: Project) {
        self.init(
            code: project.code, name: project.name, budget: project.budget, fiscalFunds: project.fiscalFunds,
            otherFunds: project.otherFunds, plan: project.plan,
            indicators: project.indicators.map { row in Edition.Row { row[$0] } })
    }
}
