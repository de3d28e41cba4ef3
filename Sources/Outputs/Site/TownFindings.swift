import Diagnostics
import GoalModel
import Linting
import Reporting

extension TownPage {
    var quality: HTML {
        let losses = report.quality.losses.filter { $0.points > 0 }
        let table = HTML.table(
            caption: "失分明细（满分100分）",
            head: [
                .column("规则"), .column("处数", numeric: true), .column("失分", numeric: true),
            ].joinedMarkup,
            rows: .joined(losses) { loss in
                """
                <tr><th scope="row" class="name"><span class="code">\(loss.code)</span> \(loss.title)</th>\(HTML.figure("\(loss.findings)"))\
                \(HTML.figure(loss.points.inTenths))</tr>

                """
            },
            foot: report.lostPoints.map { lost in
                """
                <th scope="row">合计失分</th><td class="n"></td>\(HTML.figure(lost.inTenths))
                """
            })
        let dimensions = HTML.table(
            caption: "按审核内容（满分100分）",
            head: [
                .column("审核内容"), .column("处数", numeric: true), .column("失分", numeric: true),
            ].joinedMarkup,
            rows: .joined(report.quality.dimensions) { dimension in
                """
                <tr><th scope="row">\(dimension.criterion.rawValue)</th>\(HTML.figure("\(dimension.findings)"))\
                \(HTML.figure(dimension.points.inTenths))</tr>

                """
            })
        return """
            <section id="quality"><h2>指标质量</h2>
            <p class="lead">\(report.figures.dropFirst().first?.sentence ?? "")\(report.qualitySentence)</p>
            \(report.lostPoints.map { _ in HTML.pair(Charts(report).dimensions().scene, id: "dimensions", table: dimensions) })\
            \(HTML.when(!losses.isEmpty, table))
            </section>
            """
    }

    var findings: HTML {
        let groups = report.severityCounts.filter { severity in placed.contains { $0.finding.severity == severity.severity } }
        let nothing: HTML = "<p class=\"clear\">\(report.allClear)</p>"
        return """
            <section id="findings"><h2>问题清单</h2>\(downloads(.findings))
            <p class="lead">\(report.figures.last?.sentence ?? "")</p>
            \(groups.isEmpty ? nothing : severities)
            \(HTML.joined(groups, group))
            \(waived)\(diagnostics)\(residue)
            </section>
            """
    }

    private var severities: HTML {
        let table = HTML.table(
            caption: "按级别",
            head: [
                .column("级别"), .column("处数", numeric: true), .column("涉及项目", numeric: true),
            ].joinedMarkup,
            rows: .joined(report.severityCounts) { row in
                """
                <tr><th scope="row">\(HTML.badge(row.severity))</th>\(HTML.figure("\(row.count)"))\
                \(HTML.figure("\(row.projects)"))</tr>

                """
            })
        return .pair(Charts(report).severities().scene, id: "severities", table: table)
    }

    /// The findings of one severity, each a line that leads to its place.
    private func group(_ group: SeverityCount) -> HTML {
        let found = placed.filter { $0.finding.severity == group.severity }
        let byProject = Dictionary(grouping: found, by: \.finding.project)
        return """
            <details class="group"\(HTML.when(group.severity == .error, " open=\"open\""))>
            <summary>\(HTML.badge(group.severity)) <b>\(found.count)处</b></summary>
            \(HTML.joined(byProject.keys.sorted { ($0 ?? .min) < ($1 ?? .min) }) { project in
                """
                <section class="of-project"><h3>\(heading(of: project))</h3>
                <ul class="list">
                \(HTML.joined(byProject[project] ?? [], line))</ul></section>

                """
            })</details>

            """
    }

    private func heading(of project: Int?) -> HTML {
        guard let number = project else { return "全书" }
        let name = report.book.projects.first { $0.number == number }?.name ?? ""
        return anchors.link(to: number, "项目\(number) \(name)")
    }

    /// One finding in the list: what, where, and the way to the place where the remedy stands.
    private func line(_ placed: PlacedFinding) -> HTML {
        // What stands in no project's form has no other place than this.
        guard placed.home != nil else { return item(placed, in: nil) }
        let finding = placed.finding
        let places = [finding.indicator.map { "指标第\($0)行" }, placed.place].compactMap(\.self).joined(separator: " · ")
        return """
            <li class="finding \(finding.severity.rawValue)"><p><span class="code">\(finding.code)</span> \
            <a href="#\(placed.anchor)"><b>\(finding.title)</b></a> \(finding.message.asSentence)</p>\
            \(HTML.when(!places.isEmpty, "<p class=\"place\">\(places)</p>"))</li>

            """
    }

    /// One finding at its place, with reason and remedy.
    ///
    /// - Parameter project: whose form shows it; the address stands at the first place only.
    func item(_ placed: PlacedFinding, in project: Int?) -> HTML {
        let finding = placed.finding
        let isHome = placed.home == project
        let others = finding.projects.filter { $0 != project }
        let also: HTML = "<p class=\"also\">同时涉及项目\(HTML.joined(others) { " \(anchors.link(to: $0, "\($0)"))" })</p>"
        let place = project == nil ? placed.place : nil
        // In the form the cell itself stands beside it.
        let original = project == nil ? report.original(of: finding).map { text -> HTML in "<b>原文</b> <q>\(text)</q> " } : nil
        return """
            <li\(HTML.when(isHome, " id=\"\(placed.anchor)\"")) class="finding \(finding.severity.rawValue)">\
            <p>\(HTML.badge(finding.severity)) <span class="code">\(finding.code)</span> <b>\(finding.title)</b> \
            \(finding.message.asSentence)</p>\
            \(HTML.when(!finding.remedy.isEmpty, "<p class=\"remedy\"><b>改法</b> \(finding.remedy.asSentence)</p>"))\
            \(finding.suggestion.map { "<p class=\"remedy\">\(original)<b>可改为</b> <q>\($0)</q></p>" })\
            \(HTML.when(!others.isEmpty, also))\
            \(place.map { "<p class=\"place\">\($0)</p>" })</li>

            """
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
        let notes = report.diagnostics
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
