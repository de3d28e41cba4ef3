internal import Aggregation
public import Diagnostics
public import Foundation
public import GoalModel
internal import Linting

/// Turns a read book into its report; made once from the tables of the resources and shared by all workers.
public struct Engine: Sendable {
    private let linter: Linter
    private let scoring: QualityScoring
    private let kinds: ProjectKinds

    /// Decodes the tables from JSON5 files; whoever reads files gives their bytes by name.
    ///
    /// - Throws: what `file` throws, and `DecodingError` for a table that does not have the expected form.
    public init(file: (String) throws -> Data) throws {
        kinds = try JSONDecoder.json5.decode(ProjectKinds.self, from: file("project-kinds.json5"))
        scoring = QualityScoring(weights: try ScoreWeights(json5: file(ScoreWeights.fileName)))
        linter = Linter(tables: try LintingTables(file: file))
    }

    /// Lints, adds up and composes.
    ///
    /// - Parameters:
    ///   - diagnostics: what reading the book had to say.
    ///   - day: the day from which "what is due next" is told; without one it is not.
    public func report(_ book: GoalBook, _ diagnostics: [Diagnostic] = [], asOf day: CalendarDay? = nil) -> Report {
        let findings = linter.findings(in: book)
        return Report(
            book: book, diagnostics: diagnostics, findings: findings, quality: scoring.quality(of: book, findings: findings),
            kinds: kinds, asOf: day)
    }
}
