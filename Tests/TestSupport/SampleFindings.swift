public import Diagnostics
public import GoalModel
public import Linting
public import Reporting

/// Findings and a quality made up by hand, for tests of what is made of them.
public enum SampleFindings {
    /// One finding of a project.
    public static func finding(
        _ code: String, _ title: String, _ severity: Severity, project: Int?, indicator: Int? = nil, message: String = "有一处不妥",
        remedy: String = "请改正", suggestion: String? = nil
    ) -> Finding {
        Finding(
            rule: code.lowercased(), code: code, title: title, severity: severity, criterion: .appropriateness, project: project,
            projects: [project].compactMap(\.self), indicator: indicator, message: message, remedy: remedy,
            suggestion: suggestion,
            fingerprint: "0000000000000000", location: Location(file: "某某镇.txt", line: 12, table: project, row: indicator))
    }

    /// A quality whose losses follow from the findings: two tenths a finding, at most 1000 in all.
    public static func quality(_ book: GoalBook, _ findings: [Finding]) -> Quality {
        let codes = Set(findings.map(\.code)).sorted()
        let losses = codes.map { code in
            let found = findings.filter { $0.code == code }
            return Quality.Loss(code: code, title: found[0].title, findings: found.count, points: Points(tenths: found.count * 2))
        }
        let lost = losses.reduce(Points.zero) { $0 + $1.points }
        let rows = book.projects.reduce(0) { $0 + $1.indicators.count }
        return Quality(
            score: book.projects.isEmpty ? nil : .full - lost,
            projects: book.projects.map { Quality.ProjectScore(project: $0.number, score: .full - lost, losses: losses) },
            losses: losses.sorted { $0.points == $1.points ? $0.code < $1.code : $0.points > $1.points },
            quantifiedRows: rows, copiedRows: 0, rows: rows,
            fixes: losses.map { .init(code: $0.code, title: $0.title, findings: $0.findings, projects: 1, points: $0.points) },
            dimensions: Criterion.allCases.map { criterion in
                let mine = Set(findings.filter { $0.criterion == criterion }.map(\.code))
                let points = losses.filter { mine.contains($0.code) }.reduce(Points.zero) { $0 + $1.points }
                return .init(criterion: criterion, findings: findings.count { $0.criterion == criterion }, points: points)
            })
    }

    /// A report of a book with these findings.
    public static func report(
        _ book: GoalBook, _ findings: [Finding] = [], diagnostics: [Diagnostic] = [], asOf day: CalendarDay? = nil
    ) -> Report {
        Report(
            book: book, diagnostics: diagnostics, findings: findings, quality: quality(book, findings), kinds: SampleBooks.kinds,
            asOf: day)
    }
}
