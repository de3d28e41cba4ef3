internal import Diagnostics
internal import GoalModel
internal import Linting
internal import Reporting
internal import Text

/// A line a finding, as editors and scripts read them: `file:place: severity code message`.
struct FindingLines {
    let town: CheckedTown
    let level: Severity

    var text: String {
        let report = town.report
        let notes = town.diagnostics.filter { $0.severity >= level }.map { note in
            line(note.location, note.severity, "读取", note.summary, in: report)
        }
        let findings = town.findings.filter { $0.severity >= level }.map { finding in
            let place = report.place(of: finding)
            let row = [finding.project.map { "项目\($0)" }, place.row].compactMap(\.self).joined(separator: " ")
            let words = row.isEmpty ? finding.message : "\(row)：\(finding.message)"
            return line(finding.location, finding.severity, finding.code, words, in: report)
        }
        return (notes + findings).map { $0 + "\n" }.joined()
    }

    private func line(_ location: Location?, _ severity: Severity, _ code: String, _ message: String, in report: Report) -> String
    {
        let file = location?.file ?? report.book.sources.first?.path ?? report.town
        let place = location.map { ":" + FindingLines.place($0) } ?? ""
        return "\(file)\(place): \(severity.rawValue) \(code) \(message.oneLine)"
    }

    /// A line's number where lines are counted, else the cell or the table's row.
    private static func place(_ location: Location) -> String {
        if let line = location.line { return "\(line)" }
        return location.inFile.isEmpty ? "1" : location.inFile.oneLine
    }
}
