internal import Diagnostics
internal import GoalModel
internal import Linting
internal import Reporting

/// The findings of a town for a terminal: severity and rule, place, reason, remedy.
struct FindingsText {
    let town: CheckedTown
    let columns: Int

    private var report: Report { town.report }

    var text: String {
        let score = report.quality.score.map { "，得分 \($0)" } ?? ""
        let counts = report.counts
        let waived = report.waived.isEmpty ? "" : "，\(WaivedFinding.title)\(report.waived.count)"
        let head =
            "\(report.town)（\(report.book.county ?? "县区不明")，\(report.year)）："
            + "错误\(counts.errors)，警告\(counts.warnings)，提示\(counts.hints)\(waived)\(score)"
        var lines = [TerminalText.wrap(head, columns: columns, indent: "  ")]
        if let sentence = town.comparisonSentence {
            lines.append(TerminalText.wrap("  " + sentence, columns: columns, indent: "  "))
        }
        for diagnostic in town.diagnostics { lines += entry(diagnostic) }
        for finding in town.findings { lines += entry(finding) }
        for waived in report.waived { lines += entry(waived) }
        for fixed in town.comparison?.fixed ?? [] {
            let project = fixed.project.isEmpty ? "" : "项目\(fixed.project)："
            lines += entry("已解决 \(fixed.code)", place: nil, project + fixed.message, "")
        }
        lines += proofs
        return lines.joined(separator: "\n") + "\n" + firstFixes
    }

    /// What wins the most points, with how many.
    private var firstFixes: String {
        let fixes = report.quality.fixes.filter { $0.points > .zero }.prefix(3)
        if fixes.isEmpty { return "" }
        let words = fixes.map { "\($0.code) \($0.title)（\($0.findings)处，可得\($0.points)分）" }
        return TerminalText.wrap("  先改这些：" + words.joined(separator: "；"), columns: columns, indent: "  ") + "\n"
    }

    /// The projects whose quantity and unit cost explain the budget, a line each; the others are among the findings.
    private var proofs: [String] {
        let agreeing = report.estimates.filter(\.agrees)
        if agreeing.isEmpty { return [] }
        return ["  测算核对：\(agreeing.count)个项目的数量×单价与预算数一致"]
            + agreeing.map { TerminalText.wrap("      项目\($0.project) \($0.text)", columns: columns, indent: "        ") }
    }

    private func entry(_ diagnostic: Diagnostic) -> [String] {
        let reason = [diagnostic.summary, diagnostic.explanation].filter { !$0.isEmpty }.joined(separator: "。")
        return entry(
            "\(diagnostic.severity.title) 读取 [\(diagnostic.id)]", place: diagnostic.location.map(\.description), reason,
            diagnostic.remedy)
    }

    private func entry(_ finding: Finding) -> [String] {
        let original = report.original(of: finding).map { "原文：\($0)，" } ?? ""
        let suggestion = finding.suggestion.map { "\(original)可改为：\($0)" } ?? ""
        return entry(
            "\(finding.severity.title) \(finding.code) \(finding.title)", place: report.place(of: finding).words, finding.message,
            finding.remedy, suggestion)
    }

    private func entry(_ waived: WaivedFinding) -> [String] {
        let finding = waived.finding
        return entry(
            "\(WaivedFinding.title) \(finding.code) \(finding.title)", place: report.place(of: finding).words, finding.message,
            "", waived.agreement)
    }

    private func entry(_ head: String, place: String?, _ reason: String, _ remedy: String, _ more: String = "") -> [String] {
        let parts = [place ?? "", reason, remedy.isEmpty ? "" : "改法：" + remedy, more].filter { !$0.isEmpty }
        return ["  " + head] + parts.map { TerminalText.wrap("      " + $0, columns: columns, indent: "      ") }
    }
}
