import Aggregation
internal import Charts
import Diagnostics
import GoalModel
import Linting
import Reporting
internal import Tables
internal import Text

extension TownPage {
    var projects: HTML {
        """
        <section id="projects"><h2>项目</h2>\(downloads(.projects, .indicators))
        \(HTML.when(!report.book.projects.isEmpty, index))
        \(HTML.joined(report.book.projects, article))
        </section>
        """
    }

    private var index: HTML {
        let list = TownLists(report).projects.with("name") { $0.title = "项目" }.totals([
            "name": .text("合计"), "budgetWan": .shown(report.funding.total),
            "score": report.quality.score.map { .points($0) } ?? .text("—"),
        ])
        return .table(
            list, caption: "全部项目（万元）", kind: "stack index",
            looks: ["name": { anchors.link(to: $0.project.number, "\($0.project.number)　\($0.project.name)") }])
    }

    private func article(_ project: Project) -> HTML {
        let notes = ProjectNotes(of: project.number, among: placed)
        return """
            <article id="\(anchors.id(of: project.number))" class="project">
            <details class="fold" open="open"><summary><h3><span class="number">项目\(project.number)</span> \(project.name)</h3></summary>
            \(list(notes.whole + notes[.title, .name], project))
            <dl class="sheet">
            \(field("预算单位", [project.unit.code ?? "", project.unit.name].joined(separator: " "), notes[.unit], project))\
            \(field("金额单位", project.unitTitle, notes[.moneyUnit], project))\
            \(field("项目编码", project.code, notes[.code], project))\
            \(field("预算数", project.raw.budget, notes[.budget], project))\
            \(field("财政资金", project.raw.fiscalFunds, notes[.fiscalFunds], project))\
            \(field("其他资金", project.raw.otherFunds, notes[.otherFunds], project))\
            \(field("资金用途", project.purpose, notes[.purpose], project, kind: "wide"))</dl>
            \(plan(project, notes))
            <h4>绩效目标</h4>
            <div class="goals">\(HTML.joined(project.goals) { "<p>\($0)</p>" })\(list(notes[.goals], project))</div>
            \(indicators(project, notes))\(unread(of: project))\(proofs(of: project))
            </details></article>

            """
    }

    private func field(
        _ title: String, _ text: String, _ found: [PlacedFinding], _ project: Project, kind: String? = nil
    ) -> HTML {
        let kinds = [kind, found.mark].compactMap(\.self).joined(separator: " ")
        return """
            <div\(HTML.when(!kinds.isEmpty, " class=\"\(kinds)\""))><dt>\(title)</dt>\
            <dd>\(text.trimmed.isEmpty ? "—" : text)\(list(found, project))</dd></div>

            """
    }

    private func list(_ found: [PlacedFinding], _ project: Project) -> HTML {
        .when(!found.isEmpty, "<ul class=\"notes\">\(HTML.joined(found) { item($0, in: project.number) })</ul>")
    }

    private func plan(_ project: Project, _ notes: ProjectNotes) -> HTML {
        let points = project.plan.points
        let found = points.indices.flatMap { notes[.plan($0)] }
        if points.isEmpty { return list(found, project) }
        let cells = points.indices.map { index in
            "<td\(notes[.plan(index)].mark.map { " class=\"\($0)\"" as HTML })>\(project.planText(index))</td>" as HTML
        }
        return """
            <div class="planned"><table class="plan"><caption>支出计划（累计）</caption>\
            <thead><tr>\(HTML.joined(points) { .head($0.by.title) })</tr></thead>\
            <tbody><tr>\(cells)</tr></tbody></table>\(PlanChart(project).scene.smallSVG(class: "spark"))</div>
            \(list(found, project))
            """
    }

    /// Tables that were not understood, as they stand.
    private func unread(of project: Project) -> HTML {
        .joined(report.book.unread.filter { $0.project == project.number }) { table in
            """
            <div class="scroll" role="group" aria-label="没有认出的绩效指标表" tabindex="0"><table>\
            <caption>没有认出的绩效指标表（照原样列出，没有计入任何数字）</caption><tbody>
            \(HTML.joined(table.rows) { row in
                "<tr>\(HTML.joined(row) { "<td\(HTML.when($0.span > 1, " colspan=\"\($0.span)\""))>\($0.text)</td>" })</tr>\n"
            })</tbody></table></div>
            <p class="proof hint">\(table.reasons.joined(separator: "；"))。\(readingLink)</p>

            """
        }
    }

    private var readingLink: HTML {
        let file = ResultFile.reading.rawValue
        return HTML.when(neighbours.contains(file), "各栏被认作什么，见<a href=\"\(file.asPathStep)\">读入对照</a>。")
    }

    private func indicators(_ project: Project, _ notes: ProjectNotes) -> HTML {
        if project.indicators.isEmpty, report.book.unread.contains(where: { $0.project == project.number }) { return .empty }
        if project.indicators.isEmpty { return "<p class=\"clear\">没有绩效指标。</p>\n" }
        return """
            <table class="indicators"><caption>绩效指标</caption>
            <thead><tr>\(HTML.joined(Indicator.Field.allCases) { .head($0.title) })</tr></thead>
            <tbody>
            \(HTML.joined(project.indicators.indices) { row(project, $0, notes.row($0 + 1)) })</tbody></table>

            """
    }

    /// Quantity times unit cost beside the budget, where the units fit.
    private func proofs(of project: Project) -> HTML {
        .joined(report.estimates.filter { $0.project == project.number }) { estimate in
            let kind = estimate.severity?.rawValue ?? (estimate.agrees ? "good" : "hint")
            return """
                <p class="proof \(kind)"><b>测算核对</b> \(estimate.text.asSentence)</p>

                """
        }
    }

    private func row(_ project: Project, _ index: Int, _ found: [PlacedFinding]) -> HTML {
        let note: HTML = """
            <tr><td colspan="6"><ul>\(HTML.joined(found) { item($0, in: project.number) })</ul></td></tr>

            """
        return """
            <tr\(HTML.when(!found.isEmpty, " class=\"marked\""))>\(HTML.joined(Indicator.Field.allCases) { field in
                let mark = found.filter { $0.spot == .row(index + 1, field) }.mark
                return "<td\(mark.map { " class=\"\($0)\"" })>\(project.indicators[index][field])</td>"
            })</tr>
            \(HTML.when(!found.isEmpty, note))
            """
    }
}
