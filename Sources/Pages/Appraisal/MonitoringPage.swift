public import Appraisal
internal import Charts
internal import GoalModel
import Reporting
internal import Tables

/// 运行监控.html: plan against paid, lamps and reasons of a town.
public struct MonitoringPage {
    private let report: AppraisalReport
    private let town: TownMonitoring
    private let css: String
    private let links: [String]

    public static let fileName = "运行监控.html"

    /// `nil` where nothing was monitored.
    ///
    /// - Parameters:
    ///   - css: The style sheet, `Resources/site.css` and `Resources/appraisal.css`.
    ///   - links: The files beside the page.
    public init?(_ report: AppraisalReport, css: String, links: [String]) {
        guard let town = report.monitoring else { return nil }
        (self.report, self.town, self.css, self.links) = (report, town, css, links)
    }

    private var lists: MonitoringLists { MonitoringLists(report, town) }

    /// The whole file.
    public var html: String {
        AppraisalPage(
            report: report, title: "绩效运行监控", meta: "截至\(town.asOf.words) · \(town.projects.count)个项目 · \(town.lampWords)",
            figures: town.figures,
            sections: [
                ("money", "计划与实际", chart), ("lamps", "各项目", projects),
                (
                    "checks", "要补要改",
                    AppraisalPage.checks(town.checks, .table(lists.checks, caption: "错误在前", kind: "stack", labelled: nil))
                ),
                ("projects", "项目明细", details), ("notes", "怎样算", AppraisalPage.notes(town.notes)),
            ], links: links
        ).html(css: css)
    }

    private var chart: HTML { PaidChart(town).scene.smallSVG(class: "paid") }

    private var projects: HTML {
        """
        \(filter)
        <p class="meta">条是执行率，竖线是计划应达到的。</p>
        \(HTML.table(
            lists.projects, caption: "红灯在前（万元）", kind: "stack lamps",
            labelled: ["adjustedWan", "plannedWan", "paidWan", "rate", "standard", "forecast", "summary"], namesRows: false,
            looks: ["lamp": { .lamp($0.lamp) }, "name": { "<a href=\"#p\($0.number)\">\($0.number).\($0.name)</a>" }],
            bars: ["rate": bar]))
        """
    }

    private func bar(_ project: ProjectMonitoring) -> CellBar {
        let rate = project.money.paid == nil ? nil : project.money.rate
        return CellBar(rate?.percent.share ?? .zero, mark: project.money.standard?.percent.share)
    }

    /// Radio buttons whose choice the style sheet follows; without any all projects are shown.
    private var filter: HTML {
        let lamps = Lamp.allCases.filter { town.counts[$0] > 0 }
        return """
            <fieldset class="filter"><legend>只看</legend>
            <input type="radio" name="lamp" id="lamp-all" checked=""/><label for="lamp-all">全部\(town.projects.count)</label>
            \(HTML.joined(lamps) { lamp in
                """
                <input type="radio" name="lamp" id="lamp-\(lamp.rawValue)"/><label for="lamp-\(lamp.rawValue)">\(lamp.label)\(town.counts[lamp])</label>

                """
            })</fieldset>
            """
    }

    private var details: HTML { .joined(town.projects, detail) }

    private func detail(_ project: ProjectMonitoring) -> HTML {
        let reason: HTML = .when(!project.reason.words.isEmpty, "<p class=\"why-late\"><b>偏差原因</b>　\(project.reason.words)</p>")
        let adjusted: HTML = .when(
            !project.adjustmentReason.isEmpty, "<p class=\"why-late\"><b>调整原因</b>　\(project.adjustmentReason)</p>")
        let done: HTML = .when(!project.goalDone.isEmpty, "<p class=\"why-late\"><b>完成情况</b>　\(project.goalDone)</p>")
        let table: HTML = .when(
            !project.indicators.isEmpty,
            .table(
                lists.indicators(of: project), caption: "绩效指标", kind: "stack", labelled: nil, namesRows: false,
                looks: ["lamp": { $0.row.isNotApplicable ? "不适用" : .lamp($0.row.lamp) }]))
        return """
            <article class="project is-\(project.lamp.rawValue)" id="p\(project.number)">
            <h3><span class="number">\(project.number)</span>\(project.name) \(HTML.lamp(project.lamp))</h3>
            <p class="meta">支出\(HTML.lamp(project.money.lamp))　\(money(project))</p>
            \(reason)\(adjusted)\(done)
            \(table)
            </article>

            """
    }

    private func money(_ project: ProjectMonitoring) -> String {
        let money = project.money
        let unit = report.project(project.number)?.moneyUnit ?? .wan
        func words(_ amount: Money?) -> String { amount.map { $0.words(in: unit) + unit.rawValue } ?? "没有填" }
        let rate = money.paid == nil ? "" : money.rate.map { "，执行率\($0.percent)" } ?? ""
        let standard = money.standard.map { "，计划应达到\($0.percent)" } ?? "，没有支出计划"
        return "全年预算\(words(money.adjusted))，支出\(words(money.paid))\(rate)\(standard)"
    }
}

extension RoundedPercent {
    /// To a tenth of a per cent, for drawing.
    fileprivate var share: Share { Share(tenths: hundredths / 10) }
}
