public import Aggregation
internal import Diagnostics
internal import GoalModel
internal import Linting

/// The older books and results that a run knows, to tell what changed.
public struct EarlierBooks: Sendable {
    private var editions: [Edition] = []

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
    /// - Parameter shown: makes of the older projects' names what may be shown of them.
    public func change(to report: Report, showing shown: (String) -> String = { $0 }) -> BookChange? {
        let edition = Edition(report)
        guard var basis = edition.basis(among: editions) else { return nil }
        for index in basis.projects.indices { basis.projects[index].name = shown(basis.projects[index].name) }
        return BookChange(from: basis, to: edition)
    }
}

extension Edition {
    public init(_ report: Report) {
        let book = report.book
        self.init(
            key: book.townKey, year: book.fiscalYear,
            projects: book.projects.map { Project(code: $0.code, name: $0.name, budget: $0.budget) },
            total: report.funding.total.exact, score: report.quality.score,
            errors: report.findings.count { $0.severity == .error })
    }
}
