internal import Diagnostics
internal import GoalModel
internal import Linting
internal import Reporting

/// The findings of a town for a terminal: severity and rule, place, reason, remedy.
struct FindingsText {
    let report: Report
    let columns: Int

    init(_ report: Report, columns: Int) {
        self.report = report
        self.columns = columns
    }

    var text: String {
        let score = report.quality.score.map { "，得分 \($0.inTenths)" } ?? ""
        let counts = report.counts
        let waived = report.waived.isEmpty ? "" : "，\(WaivedFinding.title)\(report.waived.count)"
        let head =
            "\(report.town)（\(report.book.county ?? "县区不明")，\(report.year)）："
            + "错误\(counts.errors)，警告\(counts.warnings)，提示\(counts.hints)\(waived)\(score)"
        var lines = [TerminalText.wrap(head, columns: columns, indent: "  ")]
        for diagnostic in report.diagnostics { lines += entry(diagnostic) }
        for finding in report.findings { lines += entry(finding) }
        for waived in report.waived { lines += entry(waived) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func entry(_ diagnostic: Diagnostic) -> [String] {
        let reason = [diagnostic.summary, diagnostic.explanation].filter { !$0.isEmpty }.joined(separator: "。")
        return entry(
            "\(diagnostic.severity.title) 读取 [\(diagnostic.id)]", place: diagnostic.location.map(\.description), reason,
            diagnostic.remedy)
    }

    private func entry(_ finding: Finding) -> [String] {
        let suggestion = finding.suggestion.map { "可改为：\($0)" } ?? ""
        return entry(
            "\(finding.severity.title) \(finding.code) \(finding.title)", place: place(of: finding), finding.message,
            finding.remedy,
            suggestion)
    }

    private func entry(_ waived: WaivedFinding) -> [String] {
        let finding = waived.finding
        return entry(
            "\(WaivedFinding.title) \(finding.code) \(finding.title)", place: place(of: finding), finding.message, "",
            waived.agreement)
    }

    private func place(of finding: Finding) -> String {
        let name = finding.project.flatMap { number in report.book.projects.first { $0.number == number }?.name }
        let project = finding.project.map { "项目\($0)“\(name ?? "")”" }
        let row = finding.indicator.map { "第\($0)行指标" }
        let spot = project == nil ? finding.location : finding.location?.withoutHeading
        return [spot?.description, project, row].compactMap(\.self).joined(separator: " ")
    }

    private func entry(
        _ head: String, place: String?, _ reason: String, _ remedy: String, _ more: String = ""
    ) -> [String] {
        let parts = [place ?? "", reason, remedy.isEmpty ? "" : "改法：" + remedy, more].filter { !$0.isEmpty }
        return ["  " + head] + parts.map { TerminalText.wrap("      " + $0, columns: columns, indent: "      ") }
    }
}
