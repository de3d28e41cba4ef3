import Aggregation
import Diagnostics
import GoalModel
import Linting
import Reporting

extension TownPage {
    var projects: HTML {
        """
        <section id="projects"><h2>项目</h2>
        \(HTML.when(!report.book.projects.isEmpty, index))
        \(HTML.joined(report.book.projects, article))
        </section>
        """
    }

    private var index: HTML {
        let scores = Dictionary(report.quality.projects.map { ($0.project, $0.score) }, uniquingKeysWith: { first, _ in first })
        return .table(
            caption: "全部项目（万元）", kind: "stack",
            head: [
                .column("项目"), .column("类别"), .column("预算", numeric: true), .column("占比", numeric: true),
                .column("得分", numeric: true), .column("问题", numeric: true),
            ].joinedMarkup,
            rows: .joined(report.funding.projects) { part in
                let found = report.findings.count { $0.project == part.project && $0.severity > .hint }
                return """
                    <tr><th scope="row" class="name">\(anchors.link(to: part.project, "\(part.project) \(part.name)"))</th>\
                    <td class="short">\(part.kind)</td>\(HTML.figure(part.amount.description, "预算"))\
                    \(HTML.figure(part.share.inTenths + "%", "占"))\
                    \(HTML.figure(scores[part.project]?.inTenths ?? "—", "得分"))\(HTML.figure("\(found)", "问题"))</tr>

                    """
            },
            foot: """
                <th scope="row">合计</th>\(HTML.blank)\(HTML.figure(report.funding.total.description, "预算"))\(HTML.blank)\
                \(HTML.figure(report.quality.score?.inTenths ?? "—", "得分"))\(HTML.blank)
                """)
    }

    private func article(_ project: Project) -> HTML {
        let notes = ProjectNotes(project, report.findings)
        return """
            <article id="\(anchors.id(of: project.number))" class="project">
            <h3><span class="number">项目\(project.number)</span> \(project.name)</h3>
            \(list(notes.whole))
            <dl class="sheet">
            \(field("预算单位", [project.unit.code ?? "", project.unit.name].joined(separator: " "), notes[.unit]))\
            \(field("金额单位", project.moneyUnit.rawValue, notes[.moneyUnit]))\
            \(field("项目编码", project.code, notes[.code], kind: "code"))\
            \(field("预算数", project.raw.budget, notes[.budget]))\
            \(field("财政资金", project.raw.fiscalFunds, notes[.fiscalFunds]))\
            \(field("其他资金", project.raw.otherFunds, notes[.otherFunds]))\
            \(field("资金用途", project.purpose, notes[.purpose], kind: "wide"))</dl>
            \(plan(project, notes))
            <h4>绩效目标</h4>
            <div class="goals">\(HTML.joined(project.goals) { "<p>\($0)</p>" })\(list(notes[.goals]))</div>
            \(indicators(project, notes))
            </article>

            """
    }

    private func field(_ title: String, _ text: String, _ found: [Finding], kind: String = "") -> HTML {
        """
        <div class="\(kind)"><dt>\(title)</dt><dd>\(text.trimmed.isEmpty ? "—" : text)\(list(found))</dd></div>

        """
    }

    private func list(_ found: [Finding]) -> HTML {
        .when(!found.isEmpty, "<ul class=\"list notes\">\(HTML.joined(found) { item($0, withPlace: false) })</ul>")
    }

    private func plan(_ project: Project, _ notes: ProjectNotes) -> HTML {
        let points = project.plan.points
        let found = points.indices.flatMap { notes[.plan($0)] }
        let cells = points.indices.map { index in
            let raw = index < project.raw.plan.count ? project.raw.plan[index] : ""
            return HTML.figure(points[index].percent.map { "\($0)" } ?? (raw.isEmpty ? "空" : raw))
        }
        let table = HTML.table(
            caption: "资金支出计划（累计）", kind: "plan", head: .joined(points) { .column($0.by.title, numeric: true) },
            rows: "<tr>\(cells)</tr>\n")
        return points.isEmpty ? list(found) : table + list(found)
    }

    private func indicators(_ project: Project, _ notes: ProjectNotes) -> HTML {
        if project.indicators.isEmpty { return "<p class=\"clear\">没有绩效指标。</p>\n" }
        return """
            <table class="indicators" role="table"><caption>绩效指标</caption>
            <thead role="rowgroup"><tr role="row">\(HTML.joined(Indicator.Field.allCases) { field in
                "<th scope=\"col\" role=\"columnheader\">\(field.title)</th>"
            })</tr></thead>
            <tbody role="rowgroup">
            \(HTML.joined(project.indicators.indices) { row(project.indicators[$0], notes.row($0 + 1)) })</tbody></table>

            """
    }

    private func row(_ indicator: Indicator, _ found: [Finding]) -> HTML {
        let note: HTML = """
            <tr role="row" class="note"><td role="cell" colspan="6">\(list(found))</td></tr>

            """
        return """
            <tr role="row"\(HTML.when(!found.isEmpty, " class=\"marked\""))>\(HTML.joined(Indicator.Field.allCases) { field in
                """
                <td role="cell" class="\(field.rawValue)" data-label="\(field.title)">\(indicator[field])</td>
                """
            })</tr>
            \(HTML.when(!found.isEmpty, note))
            """
    }
}

/// A project's findings, each at the row or the field that it concerns.
private struct ProjectNotes {
    private var rows: [Int: [Finding]] = [:]
    private var fields: [Project.Field: [Finding]] = [:]
    /// Findings of no row and no field.
    private(set) var whole: [Finding] = []

    private static let placed: [Project.Field] = [.unit, .moneyUnit, .code, .budget, .fiscalFunds, .otherFunds, .purpose, .goals]

    init(_ project: Project, _ findings: [Finding]) {
        let candidates = project.plan.points.indices.map { Project.Field.plan($0) } + ProjectNotes.placed
        for finding in findings where finding.project == project.number || finding.projects.contains(project.number) {
            if finding.project == project.number, let row = finding.indicator, project.indicators.indices.contains(row - 1) {
                rows[row, default: []].append(finding)
            } else if let place = finding.location, let field = candidates.first(where: { project.places[$0] == place }) {
                fields[field, default: []].append(finding)
            } else {
                whole.append(finding)
            }
        }
    }

    subscript(field: Project.Field) -> [Finding] { fields[field] ?? [] }

    func row(_ number: Int) -> [Finding] { rows[number] ?? [] }
}
