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
        let head = "\(form.place.file) \(reviewed.shownName)：\(counts.joined(separator: "，"))\(total)\(grade)"
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
        let lines = ReviewedForms(forms).sentences
        return lines.map { TerminalText.wrap($0, columns: columns, indent: "  ") }.joined(separator: "\n") + "\n"
    }
}
