public import Diagnostics
public import GoalModel

/// Everything that checking a town found.
public struct FoundInTown: Sendable {
    let book: GoalBook
    let findings: [Finding]
    let waived: [WaivedFinding]
    let diagnostics: [Diagnostic]

    public init(_ book: GoalBook, findings: [Finding], waived: [WaivedFinding], diagnostics: [Diagnostic]) {
        (self.book, self.findings, self.waived, self.diagnostics) = (book, findings, waived, diagnostics)
    }

    /// What tells the town from others, whatever its year.
    var key: String { [book.unit.code, book.town].compactMap(\.self).joined(separator: " ") }

    var entries: [Baseline.Entry] {
        let readings = zip(diagnostics, readingFingerprints).map { diagnostic, fingerprint in
            Baseline.Entry(town: key, fingerprint: fingerprint, code: diagnostic.id, project: "", message: diagnostic.summary)
        }
        return readings + findings.map(entry)
    }

    private func entry(_ finding: Finding) -> Baseline.Entry {
        let project = book.project(numbered: finding.project)
        return Baseline.Entry(
            town: key, fingerprint: finding.fingerprint, code: finding.code,
            project: project.map { $0.code.isEmpty ? $0.name : $0.code } ?? "", message: finding.message)
    }

    /// In the order of the diagnostics; places are no part of them, as lines and tables move.
    var readingFingerprints: [String] {
        var seen: [String: Int] = [:]
        return diagnostics.map { diagnostic in
            var fingerprint = Fingerprint()
            for word in [key, diagnostic.id, Fingerprint.normalised(diagnostic.summary)] { fingerprint.add(word) }
            let count = seen[fingerprint.text, default: 0]
            seen[fingerprint.text] = count + 1
            if count > 0 { fingerprint.add("\(count)") }
            return fingerprint.text
        }
    }
}
