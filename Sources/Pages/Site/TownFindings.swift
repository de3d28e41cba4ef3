import Diagnostics
import GoalModel
import Linting
import Reporting
internal import Tables

extension TownPage {
    var quality: HTML {
        let losses = report.quality.losses.filter { $0.points > .zero }
        let lost = report.lostPoints
        let table = HTML.table(
            losses,
            [
                Column("规则", "rule", kind: "name", totals: lost == nil ? [] : [.text("合计失分")]) { $0.title },
                Column("处数", "findings", totals: lost == nil ? [] : [.text("")]) { $0.findings },
                Column("失分", "points", totals: lost.map { [.points($0)] } ?? []) { $0.points },
            ], caption: "失分明细（满分100分）", looks: ["rule": { "<span class=\"code\">\($0.code)</span> \($0.title)" }],
            bars: ["points": { CellBar(Int64($0.points.tenths), of: Int64(losses.map(\.points.tenths).max() ?? 0)) }])
        return """
            <section id="quality"><h2>指标质量</h2>
            <p class="lead">\(report.qualitySentence)</p>
            \(report.scoreParts.map { ScoreLine($0).html })\
            \(HTML.when(!losses.isEmpty, "<div class=\"single\">\(table)</div>"))
            </section>
            """
    }

    var findings: HTML {
        let groups = report.severityCounts.filter { severity in placed.contains { $0.finding.severity == severity.severity } }
        let nothing: HTML = "<p class=\"clear\">\(report.allClear)</p>"
        return """
            <section id="findings"><h2>问题清单</h2>\(downloads(.findings))
            <p class="lead">\(report.figures.last?.sentence ?? "")</p>
            \(HTML.when(groups.isEmpty, nothing))
            \(HTML.joined(groups, group))
            \(waived)\(diagnostics)\(residue)
            </section>
            """
    }

    /// The rules of one severity, each with its remedy and the ways to the places; what must be put right is open, the rest
    /// is folded below it.
    private func group(_ group: SeverityCount) -> HTML {
        let rules = rules.filter { $0.severity == group.severity }
        let count = rules.reduce(0) { $0 + $1.findings.count }
        return """
            <details class="group"\(HTML.when(group.severity == .error, " open=\"open\""))>
            <summary>\(HTML.badge(group.severity)) <b>\(count)处</b>，涉及\(group.projects)个项目，\(rules.count)条规则</summary>
            \(HTML.joined(rules, rule))</details>

            """
    }

    private func rule(_ rule: RuleGroup) -> HTML {
        let homeless = rule.findings.filter { $0.home == nil }
        let places = rule.findings.filter { $0.home != nil }
        return """
            <section class="of-rule \(rule.severity.rawValue)" id="\(rule.anchor)"><h3><span class="code">\(rule.code)</span> \(rule.title)\
             <span class="count">\(rule.findings.count)处</span></h3>
            \(rule.message.map { "<p>\($0.asSentence)</p>" })\
            \(HTML.when(!rule.remedy.isEmpty, "<p class=\"remedy\"><b>改法</b> \(rule.remedy.asSentence)</p>"))\
            \(HTML.when(!places.isEmpty, "<p class=\"places\">项目\(HTML.joined(places, way))</p>"))\
            \(HTML.when(!homeless.isEmpty, "<ul class=\"notes\">\(HTML.joined(homeless) { item($0, in: nil) })</ul>"))</section>

            """
    }

    /// `3-4`: the fourth row of project 3; hints are many, so that only the graver lead to their places.
    private func way(to placed: PlacedFinding) -> HTML {
        let place: HTML = "\(placed.home ?? 0)\(placed.finding.indicator.map { "-\($0)" })"
        return placed.finding.severity == .hint ? " \(place)" : " <a href=\"#\(placed.anchor)\">\(place)</a>"
    }

    /// One finding at its place.
    ///
    /// What its rule says of all its findings stands with the rule; errors say everything at their place, too.
    /// - Parameter project: whose form shows it; the address stands at the first place only.
    func item(_ placed: PlacedFinding, in project: Int?) -> HTML {
        let finding = placed.finding
        let rule = rules.first { $0.code == finding.code && $0.severity == finding.severity }
        let isError = finding.severity == .error
        let others = finding.projects.filter { $0 != project }
        let says = isError || rule?.message == nil
        let remedies = isError || finding.remedy != rule?.remedy
        // In the form the cell itself stands beside it.
        let original = project == nil ? report.original(of: finding).map { text -> HTML in "<b>原文</b> <q>\(text)</q> " } : nil
        return """
            <li\(HTML.when(placed.home == project, " id=\"\(placed.anchor)\"")) class="\(finding.severity.rawValue)">\
            <a href="#\(rule?.anchor ?? "findings")">\(finding.code)</a> \
            \(HTML.when(isError || !says, "<b>\(finding.title)</b> "))\(HTML.when(says, "\(finding.message.asSentence)"))\
            \(HTML.when(remedies && !finding.remedy.isEmpty, "<p><b>改法</b> \(finding.remedy.asSentence)</p>"))\
            \(finding.suggestion.map { "<p>\(original)<b>可改为</b> <q>\($0)</q></p>" })\
            \(HTML.when(!others.isEmpty && placed.home == project, also(others)))\
            \(isError || project == nil ? placed.place.map { "<p class=\"place\">\($0)</p>" } : nil)</li>
            """
    }

    private func also(_ projects: [Int]) -> HTML {
        "<p class=\"also\">同时涉及项目\(HTML.joined(projects) { " \(anchors.link(to: $0, "\($0)"))" })</p>"
    }

    /// What is agreed to be kept: it counts nowhere, and nobody may miss it.
    private var waived: HTML? {
        if report.waived.isEmpty { return nil }
        return """
            <details class="group"><summary>\(WaivedFinding.title) <b>\(report.waived.count)处</b></summary>
            <ul class="list">\(HTML.joined(report.waived) { waived in
                """
                <li class="finding"><p><span class="code">\(waived.finding.code)</span> <b>\(waived.finding.title)</b> \
                \(waived.finding.project.map { "\(anchors.link(to: $0, "项目\($0)")) " as HTML })\(waived.finding.message.asSentence)</p>\
                <p class="place">\(waived.agreement)</p></li>

                """
            })</ul></details>

            """
    }

    /// Text of the document that stands in no part of the book, so that nothing is dropped unseen.
    private var residue: HTML? {
        let passages = report.book.residue
        if passages.isEmpty { return nil }
        return """
            <details class="group"><summary>未归类文字 <b>\(passages.count)处</b></summary>
            <ul class="list">\(HTML.joined(passages) { passage in
                """
                <li><p>\(passage.text)</p>\(passage.location.map { "<p class=\"place\">\("\($0)")</p>" })</li>

                """
            })</ul></details>

            """
    }

    private var diagnostics: HTML? {
        let notes = report.notes
        if notes.isEmpty { return nil }
        return """
            <details class="group"><summary>读取说明 <b>\(notes.count)条</b></summary>
            <ul class="list">\(HTML.joined(notes) { note in
                """
                <li class="finding \(note.severity.rawValue)">\
                <p>\(HTML.badge(note.severity)) \(note.summary.asSentence)\
                \(note.explanation.asSentence)\(note.remedy.asSentence)</p>
                \(note.location.map { "<p class=\"place\">\("\($0)")</p>" })</li>

                """
            })</ul></details>

            """
    }
}
