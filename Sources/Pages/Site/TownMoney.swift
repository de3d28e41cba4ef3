import Aggregation
internal import Charts
import Linting
import Reporting
internal import Tables

extension TownPage {
    var funding: HTML {
        let funding = report.funding
        let chart = ReportCharts(report).kinds().scene
        return """
            <section id="funding"><h2>资金构成</h2>\(downloads(.funding))
            <p class="lead">\(report.fundingSentence)</p>
            \(HTML.pair(chart, id: "kinds", table: parts(funding.byKind, caption: "按项目类别", label: "类别")))
            <div class="trio">
            \(parts(funding.bySource, caption: "按资金来源", label: "来源"))
            \(parts(funding.bands, caption: "按项目规模", label: "规模"))
            \(parts(funding.byAge, caption: "按设立年份", label: "年份"))
            </div>
            \(topTen)
            </section>
            """
    }

    private func parts(_ parts: [Funding.Part], caption: String, label: String) -> HTML {
        let list = TownLists(report).funding(parts).with("label") { $0.title = label }.totals([
            "label": .text("合计"), "projects": .text(""), "amountWan": .shown(report.funding.total), "percent": .text(""),
        ])
        return .table(list, caption: "\(caption)（万元）")
    }

    private var topTen: HTML? {
        let funding = report.funding
        guard funding.projects.count > 1 else { return nil }
        let list = TownLists(report).greatest.only("label", "amountWan", "percent").totals([
            "label": .text("小计"), "amountWan": .shown(funding.topTenAmount), "percent": .share(funding.topTenShare),
        ])
        let table = HTML.table(
            list.with("label") { ($0.title, $0.kind) = ("项目", "name") }, caption: "最大的\(funding.topTen.count)个项目（万元）",
            looks: ["label": { row in row.project.map { anchors.link(to: $0, "\($0) \(row.label)") } ?? "\(row.label)" }])
        return .pair(ReportCharts(report).topTen().scene, id: "greatest", table: table)
    }

    var schedule: HTML {
        let points = report.schedule.points
        let remarks = report.scheduleRemarks
        return """
            <section id="schedule"><h2>支出计划</h2>\(downloads(.plan))
            <p class="lead">\(report.scheduleSentence)\(report.nextDue ?? "")</p>
            \(HTML.when(!points.isEmpty, planned))
            \(HTML.when(!remarks.isEmpty, "<ul class=\"remarks\">\(HTML.joined(remarks) { "<li>\($0)</li>" })</ul>"))
            </section>
            """
    }

    private var planned: HTML {
        let table = HTML.table(TownLists(report).townPlan, caption: "累计计划支出（万元）")
        return .pair(ReportCharts(report).pace(), id: "pace", table: table)
    }
}
