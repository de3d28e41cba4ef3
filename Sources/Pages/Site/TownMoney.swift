import Aggregation
internal import GoalModel
import Linting
import Reporting
internal import Tables

extension TownPage {
    var funding: HTML {
        let funding = report.funding
        return """
            <section id="funding"><h2>资金构成</h2>\(downloads(.funding))
            <p class="lead">\(report.fundingSentence)\(report.sourceSentence)</p>
            <div class="trio">
            \(parts(funding.byKind, caption: "按项目类别", label: "类别"))
            \(topTen)
            </div>
            <div class="trio">
            \(HTML.when(report.sourceSentence.isEmpty, parts(funding.bySource, caption: "按资金来源", label: "来源")))
            \(parts(funding.bands, caption: "按项目规模", label: "规模"))
            \(parts(funding.byAge, caption: "按设立年份", label: "年份"))
            </div>
            </section>
            """
    }

    private func parts(_ parts: [Funding.Part], caption: String, label: String) -> HTML {
        let list = TownLists(report).funding(parts).with("label") { $0.title = label }.totals([
            "label": .text("合计"), "projects": .text(""), "amountWan": .shown(report.funding.total), "percent": .text(""),
        ])
        let greatest = parts.map(\.amount.hundredths).max() ?? 0
        return .table(
            list, caption: "\(caption)（万元）", bars: ["amountWan": { CellBar($0.amount.hundredths, of: greatest) }])
    }

    private var topTen: HTML? {
        let funding = report.funding
        guard funding.projects.count > 1 else { return nil }
        let list = TownLists(report).greatest.only("label", "amountWan", "percent").totals([
            "label": .text("小计"), "amountWan": .shown(funding.topTenAmount), "percent": .share(funding.topTenShare),
        ])
        let greatest = funding.topTen.map(\.amount.hundredths).max() ?? 0
        return .table(
            list.with("label") { ($0.title, $0.kind) = ("项目", "name") }, caption: "最大的\(funding.topTen.count)个项目（万元）",
            looks: ["label": { row in row.project.map { anchors.link(to: $0, "\($0)　\(row.label)") } ?? "\(row.label)" }],
            bars: ["amountWan": { CellBar($0.amount.hundredths, of: greatest) }])
    }

    var schedule: HTML {
        let remarks = report.scheduleRemarks
        return """
            <section id="schedule"><h2>支出计划</h2>\(downloads(.plan))
            <p class="lead">\(report.scheduleSentence)\(report.nextDue ?? "")</p>
            \(HTML.when(!report.schedule.points.isEmpty, planned))
            \(HTML.when(!remarks.isEmpty, "<ul class=\"remarks\">\(HTML.joined(remarks) { "<li>\($0)</li>" })</ul>"))
            </section>
            """
    }

    /// Each date's share of the budget as a bar, with a mark where an even pace would be.
    private var planned: HTML {
        let shares = report.schedule.points.flatMap { [$0.share, $0.evenShare] }
        // A plan may go beyond the whole.
        let whole = shares.reduce(Share.whole, max)
        let table = HTML.table(
            TownLists(report).townPlan, caption: "累计计划支出（万元）",
            bars: [
                "percent": { row in
                    CellBar(row.point?.share ?? .zero, of: whole, mark: row.point?.evenShare)
                }
            ])
        return "<div class=\"single\">\(table)<p class=\"meta\">条为计划，竖线为均衡进度</p></div>"
    }
}
