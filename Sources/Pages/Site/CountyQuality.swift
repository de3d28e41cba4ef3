import Reporting
internal import Tables

extension CountyPage {
    /// Up to so many rows, each error is listed; beyond, the rules tell where to look.
    private static let mostListed = 200
    private static let mostRules = 15

    var quality: HTML? {
        if county.rules.isEmpty { return nil }
        let rules = county.rules.prefix(CountyPage.mostRules)
        let table = HTML.table(
            Array(rules),
            [
                Column("规则", "rule", kind: "name") { $0.title }, Column("级别", "severity") { $0.severity },
                Column("处数", "findings") { $0.findings }, Column("乡镇", "towns") { $0.towns },
                Column("最多的乡镇", "worst") { _ in "" },
            ],
            caption: rules.count < county.rules.count ? "最要紧的\(rules.count)条规则（共\(county.rules.count)条查出问题）" : "查出问题的规则",
            kind: "stack", labelled: ["findings", "towns"],
            looks: [
                "rule": { "<span class=\"code\">\($0.code)</span> \($0.title)" },
                "worst": { rule in
                    .joined(rule.worst) { "\(link($0.folder, $0.anchor, "\($0.town) \($0.findings)处")) " }
                },
            ])
        return """
            <section id="quality"><h2>常见问题</h2>
            \(table)
            \(scores)
            </section>
            """
    }

    private var scores: HTML? {
        guard county.rows.count > 1 else { return nil }
        let most = county.scoreBands.map(\.rows).max() ?? 0
        return "<div class=\"trio\">"
            + HTML.table(
                county.scoreBands, [Column("得分", "band") { $0.label }, Column("乡镇", "towns") { $0.rows }], caption: "得分分布",
                bars: ["towns": { CellBar(Int64($0.rows), of: Int64(most)) }]) + "</div>"
    }

    var listsFaults: Bool {
        county.rows.count <= CountyPage.mostListed && county.rows.contains { !$0.faults.isEmpty }
    }

    /// Every error, one step from its very place.
    var faults: HTML? {
        guard listsFaults else { return nil }
        return """
            <section id="faults"><h2>错误在哪里</h2>
            \(HTML.joined(county.mostUrgent.filter { !$0.faults.isEmpty }) { row in
                """
                <details class="group"><summary>\(row.town)\(HTML.when(county.years.count > 1, " \(row.year)")) <b>\(row.errors)处</b></summary>
                <ul class="list faults">
                \(HTML.joined(row.faults) { item($0, of: row) })</ul>
                \(HTML.when(row.errors > row.faults.count, more(of: row)))</details>

                """
            })</section>
            """
    }

    private func item(_ fault: CountyReport.Fault, of row: CountyReport.Row) -> HTML {
        """
        <li class="finding error"><p><span class="code">\(fault.code)</span> \(link(row.folder, fault.anchor, "\(fault.title)"))\
        \(fault.project.map { " <span class=\"place\">\($0)</span>" })</p><p>\(fault.message.asSentence)</p></li>

        """
    }

    private func more(of row: CountyReport.Row) -> HTML {
        "<p class=\"jump\">\(link(row.folder, "findings", "其余\(row.errors - row.faults.count)处见乡镇的页面"))</p>"
    }
}
