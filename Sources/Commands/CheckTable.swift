internal import Diagnostics
internal import GoalModel
internal import Linting
internal import Reporting

/// A line a town, those with the most errors first, above the findings of several towns.
struct CheckTable {
    let towns: [CheckedTown]

    var text: String {
        let rows = towns.map { town in
            let all = town.findings.map(\.severity) + town.diagnostics.map(\.severity)
            return (town: town, counts: Severity.allCases.sorted(by: >).map { severity in all.count { $0 == severity } })
        }
        let ordered = rows.sorted { ($1.counts[0], $1.counts[1]) < ($0.counts[0], $0.counts[1]) }
        let head = line("乡镇", "年度", "项目", "得分", "错误", "警告", "提示")
        let lines = ordered.map { row in
            let report = row.town.report
            let score = report.quality.score?.description ?? "—"
            return line(
                report.town, report.year, "\(report.book.projects.count)", score, "\(row.counts[0])", "\(row.counts[1])",
                "\(row.counts[2])")
        }
        return ([head] + lines).joined(separator: "\n") + "\n"
    }

    private func line(_ town: String, _ year: String, _ figures: String...) -> String {
        TerminalText.padded(town, to: 24) + TerminalText.padded(year, to: 8)
            + figures.map { " " + TerminalText.right($0, to: 7) }.joined()
    }
}
