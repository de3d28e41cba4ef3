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
    var key: String { Self.key(unitCode: book.unit.code, town: book.town) }

    private static func key(unitCode: String?, town: String) -> String {
        [unitCode, town].compactMap(\.self).joined(separator: " ")
    }

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
    public var readingFingerprints: [String] {
        Self.readingFingerprints(diagnostics.map { ($0.id, $0.summary) }, unitCode: book.unit.code, town: book.town)
    }

    /// The same of a town of which only the words are known.
    public static func readingFingerprints(
        _ readings: [(id: String, summary: String)], unitCode: String?, town: String
    ) -> [String] {
        var seen: [String: Int] = [:]
        return readings.map { reading in
            var fingerprint = Fingerprint()
            let words = [key(unitCode: unitCode, town: town), reading.id, Fingerprint.normalised(reading.summary)]
            for word in words { fingerprint.add(word) }
            let count = seen[fingerprint.text, default: 0]
            seen[fingerprint.text] = count + 1
            if count > 0 { fingerprint.add("\(count)") }
            return fingerprint.text
        }
    }
}
