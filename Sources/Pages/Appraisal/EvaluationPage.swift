public import Appraisal
internal import GoalModel
import Reporting
internal import Tables

/// 绩效自评.html: totals, grades, lost points and reasons of a town.
public struct EvaluationPage {
    private let report: AppraisalReport
    private let town: TownEvaluation
    private let css: String
    private let links: [String]

    public static let fileName = "绩效自评.html"

    /// `nil` where nothing was evaluated.
    ///
    /// - Parameters:
    ///   - css: The style sheet, `Resources/site.css` and `Resources/appraisal.css`.
    ///   - links: The files beside the page.
    public init?(_ report: AppraisalReport, css: String, links: [String]) {
        guard let town = report.evaluation else { return nil }
        (self.report, self.town, self.css, self.links) = (report, town, css, links)
    }

    private var lists: EvaluationLists { EvaluationLists(report, town) }

    /// The whole file.
    public var html: String {
        AppraisalPage(
            report: report, title: "绩效自评", meta: "\(town.projects.count)个项目", figures: town.figures,
            sections: [
                ("totals", "各项目", projects), ("overall", "部门整体", overall),
                (
                    "checks", "要补要改",
                    AppraisalPage.checks(town.checks, .table(lists.checks, caption: "错误在前", kind: "stack", labelled: nil))
                ),
                ("projects", "失分和原因", details), ("notes", "怎样算", AppraisalPage.notes(town.notes)),
            ], links: links
        ).html(css: css)
    }

    private var projects: HTML {
        .table(
            lists.projects, caption: "金额为万元，合计行的得分是平均数", kind: "stack", labelled: nil,
            looks: ["name": { "<a href=\"#p\($0.number)\">\($0.number).\($0.name)</a>" }, "grade": { grade($0.grade) }])
    }

    /// The letter with the weight of a sign, so that low ones stand out without their colour, too.
    private func grade(_ grade: FormGrade?) -> HTML {
        guard let grade else { return "<span class=\"lamp lamp-grey\">○暂不评定</span>" }
        let (lamp, sign): (Lamp, String) =
            switch grade {
            case .excellent: (.green, "")
            case .good: (.blue, "")
            case .fair: (.yellow, "▽")
            case .poor: (.red, "▼")
            }
        return "<span class=\"lamp lamp-\(lamp.rawValue)\">\(sign)\(grade.rawValue)</span>"
    }

    private var overall: HTML {
        let overall = town.overall
        let total = overall.total.map { "总分\($0)分，等级\(overall.grade?.rawValue ?? "")。" } ?? "没有填报分项目标的得分，只列资金，不给总分。"
        return """
            <p class="lead">\(total)预算执行率：\(overall.execution.working)。</p>
            \(HTML.when(!overall.rows.isEmpty, .table(lists.overall, caption: "分项目标", kind: "stack", labelled: nil)))
            """
    }

    private var details: HTML { .joined(town.projects, detail) }

    private func detail(_ project: ProjectEvaluation) -> HTML {
        let open: HTML = .when(
            project.total == nil,
            """
            <p class="stale">已有\(project.sum.description)分。补好下面\(project.withheld.count)处才给总分和等级：</p>
            <ul class="remarks">\(HTML.joined(project.withheld) { "<li>\($0)</li>" })</ul>
            """)
        let table: HTML = .when(
            !project.rows.isEmpty,
            .table(
                lists.indicators(of: project), caption: "绩效指标", kind: "stack", labelled: nil,
                looks: ["points": points]))
        return """
            <article class="project" id="p\(project.number)">
            <h3><span class="number">\(project.number)</span>\(project.name) \(grade(project.grade))</h3>
            <p class="meta">\(project.total.map { "总分\($0)分。" } ?? "")\(money(project))</p>
            \(HTML.when(!project.reason.words.isEmpty, "<p class=\"why-late\"><b>执行偏差原因</b>　\(project.reason.words)</p>"))
            \(open)
            \(table)
            </article>

            """
    }

    private func money(_ project: ProjectEvaluation) -> String {
        guard project.paid != nil else { return "没有填累计支出。" }
        return "预算执行率：\(project.execution.working)。"
    }

    /// Lost points are told beside what is left.
    private func points(_ row: EvaluationLists.IndicatorRow) -> HTML {
        guard !row.row.isNotApplicable, let points = row.row.score.points else { return "—" }
        let lost = row.row.lost
        return "\(points.description)\(HTML.when(lost > .zero, " <b class=\"bad\">−\(lost.description)</b>"))"
    }
}
