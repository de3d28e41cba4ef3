import Aggregation
internal import Charts
import GoalModel
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
        .table(
            caption: "\(caption)（万元）",
            head: [
                .column(label), .column("项目", numeric: true), .column("金额", numeric: true), .column("占比", numeric: true),
            ].joinedMarkup,
            rows: .joined(parts) { part in
                """
                <tr><th scope="row">\(part.label)</th>\(HTML.figure("\(part.projects)"))\
                \(HTML.figure(part.amount.description))\(HTML.figure(part.share.description))</tr>

                """
            },
            foot: """
                <th scope="row">合计</th><td class="n"></td>\(HTML.figure(report.funding.total.description))<td class="n"></td>
                """)
    }

    private var topTen: HTML? {
        let funding = report.funding
        guard funding.projects.count > 1 else { return nil }
        let table = HTML.table(
            caption: "最大的\(funding.topTen.count)个项目（万元）",
            head: [.column("项目"), .column("金额", numeric: true), .column("占比", numeric: true)].joinedMarkup,
            rows: .joined(funding.topTen) { part in
                """
                <tr><th scope="row" class="name">\(anchors.link(to: part.project, "\(part.project) \(part.name)"))</th>\
                \(HTML.figure(part.amount.description))\(HTML.figure(part.share.description))</tr>

                """
            },
            foot: """
                <th scope="row">小计</th>\(HTML.figure(funding.topTenAmount.description))\
                \(HTML.figure(funding.topTenShare.description))
                """)
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
        let points = report.schedule.points
        let table = HTML.table(
            caption: "累计计划支出（万元）",
            head: [
                .column("时点"), .column("本期", numeric: true), .column("累计", numeric: true), .column("占预算", numeric: true),
                .column("均衡进度", numeric: true),
            ].joinedMarkup,
            rows: .joined(points) { point in
                """
                <tr><th scope="row">\(point.by.title)</th>\(HTML.figure(point.added.description))\
                \(HTML.figure(point.planned.description))\(HTML.figure(point.share.description))\
                \(HTML.figure(point.evenShare.description))</tr>

                """
            })
        return .pair(ReportCharts(report).pace(), id: "pace", table: table)
    }
}

extension [HTML] {
    /// The pieces one after the other.
    var joinedMarkup: HTML { .joined(self) { $0 } }
}
