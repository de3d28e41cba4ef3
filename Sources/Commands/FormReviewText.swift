internal import Appraisal
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Text

/// The findings in filled self-evaluation forms for a terminal: severity and check, place, working, reason, remedy.
struct FormReviewText {
    let forms: [ReviewedForm]
    let columns: Int

    var text: String {
        (forms.map(entry) + [summary]).joined(separator: "\n")
    }

    private func entry(_ reviewed: ReviewedForm) -> String {
        let form = reviewed.form
        let counts = Severity.allCases.sorted(by: >).map { severity in
            "\(severity.title)\(reviewed.findings.count { $0.severity == severity })"
        }
        let total = (form.total?.score ?? form.statedScores.first).map { "，总分\($0.isBlank ? "空着" : $0.text)" } ?? ""
        let grade = form.grade.map { "（\($0.text)）" } ?? ""
        let name = form.shownName.isEmpty ? "没有名称的自评表" : form.shownName.oneLine
        let head = "\(form.place.file) \(name)：\(counts.joined(separator: "，"))\(total)\(grade)"
        var lines = [TerminalText.wrap(head, columns: columns, indent: "  ")]
        for finding in reviewed.findings {
            lines.append("  \(finding.severity.title) \(finding.check.id) \(finding.check.title)")
            let parts = ["\(finding.location)", finding.message, "理由：" + finding.check.reason, "改法：" + finding.check.remedy]
            lines += parts.map { TerminalText.wrap("      " + $0, columns: columns, indent: "      ") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How many forms have what, and how the totals are spread.
    private var summary: String {
        let faulty = forms.count { form in form.findings.contains { $0.severity == .error } }
        let totals = forms.compactMap(\.form.totalNumber)
        var counts: [String: Int] = [:]
        for finding in forms.flatMap(\.findings) { counts[finding.check.id, default: 0] += 1 }
        let told = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)处" }.joined(separator: "，")
        var lines = ["共\(forms.count)份自评表，\(faulty)份有错误" + (told.isEmpty ? "" : "：\(told)")]
        if !totals.isEmpty { lines.append("总分100分的\(totals.count { $0 == 100 })份，占有总分的\(totals.count)份") }
        return lines.map { TerminalText.wrap($0, columns: columns, indent: "  ") }.joined(separator: "\n") + "\n"
    }
}
