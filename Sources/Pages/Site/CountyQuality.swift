internal import BookLayout
internal import Charts
import Diagnostics
import Reporting

extension CountyPage {
    /// Up to so many rows, each error is listed; beyond, the rules tell where to look.
    private static let mostListed = 200
    private static let mostRules = 15

    var quality: HTML? {
        if county.rules.isEmpty { return nil }
        let rules = county.rules.prefix(CountyPage.mostRules)
        let table = HTML.table(
            caption: rules.count < county.rules.count ? "最要紧的\(rules.count)条规则（共\(county.rules.count)条查出问题）" : "查出问题的规则",
            kind: "stack",
            head: [
                .column("规则"), .column("级别"), .column("处数", numeric: true), .column("乡镇", numeric: true), .column("最多的乡镇"),
            ].joinedMarkup,
            rows: .joined(rules) { rule in
                """
                <tr><th scope="row" class="name"><span class="code">\(rule.code)</span> \(rule.title)</th>\
                <td>\(HTML.badge(rule.severity))</td>\(HTML.figure("\(rule.findings)", "处数"))\(HTML.figure("\(rule.towns)", "乡镇"))\
                <td>\(HTML.joined(rule.worst) { place in
                    "\(link(place.folder, place.anchor, "\(place.town) \(place.findings)处")) "
                })</td></tr>

                """
            })
        return """
            <section id="quality"><h2>常见问题</h2>
            \(scores.map { .pair(chart, id: "scores-chart", table: $0) })
            \(table)
            </section>
            """
    }

    private var scores: HTML? {
        guard county.rows.count > 1 else { return nil }
        return HTML.table(
            caption: "得分分布", head: .column("得分") + .column("乡镇", numeric: true),
            rows: .joined(county.scoreBands) { band in
                """
                <tr><th scope="row">\(band.label)</th>\(HTML.figure("\(band.rows)"))</tr>

                """
            })
    }

    private var chart: Scene {
        BarChart(
            title: "得分分布", unit: "单位：乡镇数",
            bars: county.scoreBands.map { BarChart.Bar(label: $0.label, value: "\($0.rows)", amount: Double($0.rows)) }
        ).scene
    }

    var listsFaults: Bool {
        county.rows.count <= CountyPage.mostListed && county.rows.contains { !$0.faults.isEmpty }
    }

    /// Every error, one step from its very place.
    var faults: HTML? {
        guard listsFaults else { return nil }
        return """
            <section id="faults"><h2>错误在哪里</h2>
            \(HTML.joined(county.rows.filter { !$0.faults.isEmpty }) { row in
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
