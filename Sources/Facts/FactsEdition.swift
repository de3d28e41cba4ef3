internal import Aggregation
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Linting
internal import Reporting

extension Edition {
    /// A book as it was written then, with what was found by the rules of that day.
    init(_ book: FactsBook) {
        let (head, projects) = (book.head, book.content.projects)
        let count = projects.count
        let score = book.figures.quality.score.flatMap { (0...100).contains($0) ? $0 * 10 as NSDecimalNumber : nil }
        self.init(
            key: TownKey(region: head.region, unitCode: head.unit.code, town: head.town),
            year: head.fiscalYear?.number.flatMap { (2010...2049).contains($0) ? $0 : nil },
            projects: projects.enumerated().map { index, project in
                Edition.Project(project, reached: book.reached.values[index] ?? [:])
            }, total: Money(fen: book.figures.totals.budgetFen),
            score: score.map { Points(tenths: Int($0.doubleValue.rounded())) },
            errors: book.findings.findings.count { $0.severity == Severity.error.rawValue },
            findings: book.findings.findings.map { Finding($0, projects: count) } + Edition.readings(book),
            kept: (book.findings.suppressed ?? []).map { Finding($0.finding, projects: count) })
    }

    /// What reading had to say then; what a rule says of the same cell, too, is told by the rule.
    private static func readings(_ book: FactsBook) -> [Finding] {
        let places = Dictionary(grouping: book.findings.findings, by: \.code).mapValues { Set($0.compactMap(\.location)) }
        let notes = (book.content.diagnostics ?? []).filter { note in
            guard let code = Report.doubled[note.id], let location = note.location else { return true }
            return places[code]?.contains(location) != true
        }
        let fingerprints = FoundInTown.readingFingerprints(
            notes.map { ($0.id, $0.message.cleaned) }, unitCode: book.head.unit.code?.cleaned, town: book.head.town.cleaned)
        return zip(notes, fingerprints).map { note, fingerprint in
            Finding(
                fingerprint: fingerprint, code: nil, severity: Severity(rawValue: note.severity) ?? .warning,
                message: note.message.cleaned)
        }
    }
}

extension Edition.Finding {
    /// - Parameter projects: how many there are; they are counted from 1 in their order.
    fileprivate init(_ finding: FactsFinding, projects: Int) {
        self.init(
            fingerprint: finding.fingerprint ?? "", code: finding.code ?? "",
            severity: Severity(rawValue: finding.severity) ?? .warning, message: finding.message?.cleaned ?? "",
            project: finding.project.flatMap { $0 > 0 && $0 <= projects ? $0 - 1 : nil },
            row: finding.indicator.flatMap { (1...1_000_000).contains($0) ? $0 - 1 : nil })
    }
}

extension Edition.Project {
    /// - Parameter reached: the actual values of its rows, by their numbers from 1.
    fileprivate init(_ project: FactsProject, reached: [Int: String]) {
        let points = project.plan.compactMap { point in
            MonthDay(code: point.by).map { SpendingPlan.Point(by: $0, percent: point.percent?.number.flatMap(Percent.init)) }
        }
        self.init(
            code: project.code.cleaned, name: project.name.cleaned, budget: Money(project.budgetFen),
            fiscalFunds: Money(project.fiscalFen), otherFunds: Money(project.otherFen), plan: SpendingPlan(points),
            indicators: project.indicators.enumerated().map { index, row in
                Edition.Row(reached: reached[index + 1]) { field in
                    switch field {
                    case .category: row.category.cleaned
                    case .type: row.type.cleaned
                    case .name: row.name.cleaned
                    case .description: row.description.cleaned
                    case .target: row.target.text.cleaned
                    case .basis: row.basis.cleaned
                    }
                }
            })
    }
}

extension Money {
    fileprivate init?(_ written: Loose<Int64>?) {
        guard let fen = written?.number else { return nil }
        self.init(fen: fen)
    }
}

extension Percent {
    fileprivate init?(_ share: Decimal) {
        guard share.magnitude <= 1_000 else { return nil }
        self.init(tenThousandths: (share * 10_000 as NSDecimalNumber).int64Value)
    }
}
