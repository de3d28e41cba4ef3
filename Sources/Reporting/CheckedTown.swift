public import Diagnostics
public import Linting

/// A report as `check` shows it: beside what was found before, where there is a baseline.
public struct CheckedTown: Sendable {
    public var report: Report
    /// `nil` without a baseline.
    public var comparison: BaselineComparison?

    public init(_ report: Report, since baseline: Baseline?) {
        self.report = report
        comparison = baseline.map { $0.comparison(with: report.found) }
    }

    /// Whether the baseline has the finding, too.
    public func isKnown(_ finding: Finding) -> Bool {
        comparison?.isKnown(finding) == true
    }

    /// What counts: everything, or what is new since the baseline.
    public var findings: [Finding] { report.findings.filter { !isKnown($0) } }
    public var diagnostics: [Diagnostic] { report.notes.filter { comparison?.isKnown($0) != true } }

    /// How many findings and diagnostics the baseline has, too.
    public var knownCount: Int {
        report.findings.count - findings.count + report.notes.count - diagnostics.count
    }

    /// The gravest of what counts.
    public var worst: Severity? {
        (findings.map(\.severity) + diagnostics.map(\.severity)).max()
    }

    /// `基线：已知3处没有列出，已解决2处`; `nil` without a baseline.
    public var comparisonSentence: String? {
        guard let comparison else { return nil }
        let fixed = comparison.fixed.count
        let known = knownCount
        let parts = [known > 0 ? "已知的\(known)处没有列出" : "没有已知的问题", fixed > 0 ? "已解决\(fixed)处" : nil].compactMap(\.self)
        return "与基线相比：\(parts.joined(separator: "，"))，新的\(findings.count + diagnostics.count)处"
    }
}

extension Report {
    /// What a baseline remembers.
    public var found: FoundInTown {
        FoundInTown(book, findings: findings, waived: waived, diagnostics: notes)
    }
}
