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
        let groups = report.findingGroups
        let nothing: HTML = "<p class=\"clear\">\(report.allClear)</p>"
        return """
            <section id="findings"><h2>问题清单</h2>
            \(HTML.when(groups.isEmpty, nothing))
            \(HTML.joined(groups, group))
            \(diagnostics)\(residue)
            </section>
            """
    }

    private func group(_ group: FindingGroup) -> HTML {
        """
        <details class="group"\(HTML.when(group.severity == .error, " open=\"open\""))>
        <summary>\(HTML.badge(group.severity.title, kind: group.severity.rawValue)) <b>\(group.count)处</b></summary>
        \(HTML.joined(group.projects) { project, findings in
            """
            <section class="of-project"><h3>\(heading(of: project))</h3>
            <ul class="list">
            \(HTML.joined(findings) { item($0, withPlace: true) })</ul></section>

            """
        })</details>

        """
    }

    private func heading(of project: Int?) -> HTML {
        guard let number = project else { return "全书" }
        let name = report.book.projects.first { $0.number == number }?.name ?? ""
        return anchors.link(to: number, "项目\(number) \(name)")
    }

    /// One finding with place, reason and remedy.
    func item(_ finding: Finding, withPlace: Bool) -> HTML {
        let others = finding.projects.filter { $0 != finding.project }
        let places = [
            finding.indicator.map { "指标第\($0)行" },
            (finding.project == nil ? finding.location : finding.location?.withoutHeading).map { "\($0)" },
        ].compactMap(\.self)
        let original = report.original(of: finding).map { text -> HTML in "<b>原文</b> <q>\(text)</q> " } ?? .empty
        let also: HTML = "<p class=\"also\">同时涉及项目\(HTML.joined(others) { " \(anchors.link(to: $0, "\($0)"))" })</p>"
        return """
            <li class="finding \(finding.severity.rawValue)"><p>\(HTML.badge(finding.severity.title, kind: finding.severity.rawValue)) \
            <span class="code">\(finding.code)</span> <b>\(finding.title)</b></p>
            <p>\(finding.message.asSentence)</p>
            \(HTML.when(!finding.remedy.isEmpty, "<p class=\"remedy\"><b>改法</b> \(finding.remedy.asSentence)</p>"))\
            \(finding.suggestion.map { "<p class=\"remedy\">\(original)<b>可改为</b> <q>\($0)</q></p>" })\
            \(HTML.when(withPlace && !others.isEmpty, also))\
            \(HTML.when(withPlace && !places.isEmpty, "<p class=\"place\">\(places.joined(separator: " · "))</p>"))</li>

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
                <p>\(HTML.badge(note.severity.title, kind: note.severity.rawValue)) \(note.summary.asSentence)\
                \(note.explanation.asSentence)\(note.remedy.asSentence)</p>
                \(note.location.map { "<p class=\"place\">\("\($0)")</p>" })</li>

                """
            })</ul></details>

            """
    }
}
