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
            findings: report.findings.map { Finding($0, in: book) } + report.readings,
            kept: report.waived.map { Finding($0.finding, in: book) })
    }
}

extension Edition.Finding {
    fileprivate init(_ finding: Finding, in book: GoalBook) {
        self.init(
            fingerprint: finding.fingerprint, formerly: finding.formerly, code: finding.code, severity: finding.severity,
            message: finding.message, project: book.index(ofProject: finding.project), row: finding.indicator.map { $0 - 1 })
    }
}

extension Report {
    /// What reading had to say, known by the same fingerprints as in a baseline.
    fileprivate var readings: [Edition.Finding] {
        zip(notes, found.readingFingerprints).map { note, fingerprint in
            Edition.Finding(fingerprint: fingerprint, code: nil, severity: note.severity, message: note.summary)
        }
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
