public import Aggregation
internal import Appraisal
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
        guard let basis = edition.basis(among: editions) else { return nil }
        var change = BookChange(from: basis.mappingTexts(shown), to: edition)
        // Two states of a book of one year have nothing to do with what was reached in it.
        if let year = edition.year, let before = basis.year, before < year {
            change.easier = change.reached.filter { $0.indicator.asksForLess(than: $0.reached, year: year) }
        }
        return change
    }
}

extension Edition {
    public init(_ report: Report) {
        let book = report.book
        self.init(
            key: book.townKey, year: book.fiscalYear,
            projects: book.projects.map { Project($0, reached: report.reached[$0.number] ?? [:]) },
            total: report.funding.total.exact, score: report.quality.score,
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
    /// - Parameter reached: the actual values of its rows, by their numbers from 1.
    init(_ project: Project, reached: [Int: String] = [:]) {
        self.init(
            code: project.code, name: project.name, budget: project.budget, fiscalFunds: project.fiscalFunds,
            otherFunds: project.otherFunds, plan: project.plan,
            indicators: project.indicators.enumerated().map { index, row in
                Edition.Row(reached: reached[index + 1]) { row[$0] }
            })
    }
}

extension Report {
    /// The actual values of the rows, by project and row, as the self-evaluation has them.
    fileprivate var reached: [Int: [Int: String]] {
        let projects = appraisal?.evaluation?.projects ?? []
        return Dictionary(
            projects.map { project in
                let rows = project.rows.filter { !$0.actual.isEmpty && !$0.isNotApplicable }.map { ($0.row, $0.actual) }
                return (project.number, Dictionary(rows) { first, _ in first })
            }
        ) { first, _ in first }
    }
}

extension BookChange.ReachedRow {
    fileprivate var indicator: Indicator {
        Indicator(
            category: row[.category], type: row[.type], name: row[.name], description: row[.description],
            target: Target(reading: row[.target]), basis: row[.basis])
    }
}
