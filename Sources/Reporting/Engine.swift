public import Aggregation
public import Diagnostics
public import Foundation
public import GoalModel
internal import Linting

/// Turns a read book into its report; made once from the tables of the resources and shared by all workers.
public struct Engine: Sendable {
    private let linter: Linter
    private let estimating: Estimating
    private let scoring: QualityScoring
    private let kinds: ProjectKinds

    /// Decodes the tables from JSON5 files; whoever reads files gives their bytes by name.
    ///
    /// - Throws: what `file` throws, and `DecodingError` for a table that does not have the expected form.
    public init(file: (String) throws -> Data) throws {
        kinds = try JSONDecoder.json5.decode(ProjectKinds.self, from: file("project-kinds.json5"))
        scoring = QualityScoring(weights: try ScoreWeights(json5: file(ScoreWeights.fileName)))
        let tables = try LintingTables(file: file)
        linter = Linter(tables: tables)
        estimating = Estimating(tables: tables)
    }

    /// Lints, adds up and composes.
    ///
    /// - Parameters:
    ///   - diagnostics: what reading the book had to say.
    ///   - day: the day from which "what is due next" is told; without one it is not.
    ///   - masked: hides personal data in all texts, after the rules have seen them.
    public func report(
        _ book: GoalBook, _ diagnostics: [Diagnostic] = [], asOf day: CalendarDay? = nil, masked: Bool = false
    ) -> Report {
        let findings = linter.findings(in: book)
        let quality = scoring.quality(of: book, findings: findings)
        let estimates = estimating.estimates(in: book)
        guard masked else {
            return Report(
                book: book, diagnostics: diagnostics, findings: findings, quality: quality, kinds: kinds, estimates: estimates,
                asOf: day)
        }
        let masking = linter.masking(of: book)
        var report = Report(
            book: book.mappingTexts(masking.masked), diagnostics: diagnostics.map { $0.mappingTexts(masking.masked) },
            findings: findings.map(masking.masked), quality: quality, kinds: kinds, estimates: estimates.map(masking.masked),
            asOf: day)
        report.isMasked = true
        return report
    }

    /// What changed since the newest of the earlier books of the report's town; `nil` when there is none.
    public func change(to report: Report, since earlier: EarlierBooks) -> BookChange? {
        guard report.isMasked else { return earlier.change(to: report) }
        return earlier.change(to: report, showing: linter.masking(of: report.book).masked)
    }
}
