internal import Diagnostics
public import Foundation
internal import GoalModel
internal import Linting
public import Reporting

/// The findings of one or more towns as JSON (schema `goalbook.findings/1`).
public struct FindingsFile {
    private let document: Document

    public init(_ towns: [CheckedTown]) {
        document = Document(books: towns.map(Book.init))
    }

    /// UTF-8, keys sorted.
    ///
    /// - Throws: `EncodingError`, which no report can cause.
    public func json() throws -> Data {
        try ReadableJSON.data(document)
    }

    private struct Document: Encodable {
        let schema = "goalbook.findings/1"
        let books: [Book]
    }

    private struct Book: Encodable {
        let town: String
        @Written var county: String?
        @Written var fiscalYear: Int?
        let findings: [FactsFinding]
        /// Fingerprints of those that the baseline has, too; left out without a baseline.
        let known: [String]?
        /// What the baseline has and is no longer found.
        let fixed: [Baseline.Entry]?
        /// What to put right first: what each rule would win, the most first.
        let fixes: [FactsQuality.Fix]
        /// What is agreed to be kept.
        let suppressed: [FactsWaived]
        let diagnostics: [FactsDiagnostic]

        init(_ checked: CheckedTown) {
            let report = checked.report
            known = checked.comparison.map { _ in report.findings.filter(checked.isKnown).map(\.fingerprint) }
            fixed = checked.comparison?.fixed
            fixes = report.quality.fixes.map(FactsQuality.Fix.init)
            town = report.book.town
            county = report.book.county
            fiscalYear = report.book.fiscalYear
            findings = report.findings.map(FactsFinding.init)
            suppressed = report.waived.map(FactsWaived.init)
            diagnostics = report.notes.map(FactsDiagnostic.init)
        }
    }
}
