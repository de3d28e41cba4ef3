internal import Aggregation
import Appraisal
import GoalModel
public import Reporting

/// A town's goal book on one page: three figures, the money, the plan, the quality, every finding and every project.
public struct TownPage {
    let report: Report
    let css: String
    private let script: String
    let anchors: Anchors
    let placed: [PlacedFinding]
    let rules: [RuleGroup]
    let neighbours: [String]

    /// What the page's list of files shows.
    private let links: [(path: String, title: String)]

    /// - Parameters:
    ///   - css: The style sheet, `Resources/site.css`.
    ///   - script: What folds the projects on a phone, `Resources/town.js`; the page is complete without it.
    ///   - neighbours: The files that lie beside the page, by their paths.
    ///   - links: Those of them that its list of files shows, in its order.
    public init(
        report: Report, css: String, script: String = "", beside neighbours: [String] = [],
        links: [(path: String, title: String)] = []
    ) {
        (self.neighbours, self.links, self.report, self.css, self.script) = (neighbours, links, report, css, script)
        anchors = Anchors(report.book.projects)
        placed = report.placedFindings
        rules = report.ruleGroups(placed)
    }

    /// The whole file.
    public var html: String {
        HTMLPage(title: "\(report.town) \(report.year)预算绩效目标", css: css, script: script, body: body).html
    }

    private var body: HTML {
        """
        <a class="skip" href="#main">跳到正文</a>
        \(header)
        <nav aria-label="本页目录"><ul>\(HTML.joined(contents) { id, title in "<li><a href=\"#\(id)\">\(title)</a></li>" })</ul></nav>
        <main id="main">
        \(actions)
        \(findings)
        \(year)
        \(change)
        \(trend)
        \(funding)
        \(schedule)
        \(quality)
        \(projects)
        \(partOne)
        \(files)
        </main>
        <footer><p>\(HTML.when(!report.isMasked, "内部资料，仅供内部审核使用。"))本页由预算绩效目标书自动生成，金额单位为万元，分项之和等于合计。问题供核对，以人工审核为准。</p></footer>
        """
    }

    private var contents: [(String, String)] {
        let year = report.progress.map { [("year", $0.isYearOver ? "自评" : "运行监控")] } ?? []
        let change = report.change == nil ? [] : [("change", "变化")]
        let trend = report.trend == nil ? [] : [("trend", "走势")]
        return [("todo", "要办的事"), ("findings", "问题清单")] + year + change + trend + [
            ("funding", "资金构成"), ("schedule", "支出计划"), ("quality", "指标质量"), ("projects", "项目"), ("text", "第一部分"), ("files", "文件"),
        ]
    }

    private var header: HTML {
        let book = report.book
        let facts = [
            book.county ?? "", book.unit.codeAndName,
            "\(book.projects.count)个项目",
        ]
        return """
            <header class="top">
            <p class="up"><a href="../index.html">‹ 全部乡镇</a></p>
            <h1>\(report.town)<span> \(report.year)预算绩效目标</span></h1>
            <p class="meta">\(facts.filter { !$0.isEmpty }.joined(separator: " · "))</p>
            <div class="figures">
            \(HTML.cards(report.figures))</div>
            </header>
            """
    }

    private var actions: HTML {
        let list: HTML =
            report.actions.isEmpty
            ? "<p class=\"clear\">\(report.allClear)</p>"
            : """
            <ol class="actions">
            \(HTML.joined(report.actions) { action in
                """
                <li><h3>\(action.title)\(HTML.when(action.points > .zero, gain(action)))</h3>
                <p>\(action.detail)</p>\(links(to: action.projects))</li>

                """
            })</ol>
            """
        return """
            <section id="todo"><h2>要办的事</h2>
            \(list)
            </section>
            """
    }

    private func gain(_ action: Action) -> HTML {
        " <span class=\"gain\">可得 \(action.points.description) 分</span>"
    }

    private func links(to projects: [Int]) -> HTML {
        if projects.isEmpty { return .empty }
        let shown = HTML.joined(projects.prefix(12)) { " \(anchors.link(to: $0, "\($0)"))" }
        return "<p class=\"jump\">项目\(shown)\(HTML.when(projects.count > 12, " 等\(projects.count)个"))</p>"
    }

    /// The results that lie beside this page.
    private var files: HTML {
        """
        <section id="files"><h2>文件</h2>
        <ul class="files">\(HTML.joined(links) { "<li><a href=\"\($0.asRelativePath)\">\($1)</a></li>" })</ul>
        <h3>来源</h3>
        <ul class="sources">\(HTML.joined(report.sourceSentences) { "<li>\($0)</li>" })</ul>
        </section>
        """
    }
}

extension TownPage {
    /// What changed since the book before, where there is one.
    var change: HTML? {
        report.change.map { change in
            """
            <section id="change"><h2>与\(change.basisTitle)相比</h2>
            <ul class="remarks">\(HTML.joined(change.sentences) { "<li>\($0)</li>" })</ul>
            \(HTML.when(!change.movements.isEmpty, ChangeTables.movements(of: change)))
            \(HTML.when(neighbours.contains(ResultFile.change.rawValue), all))
            </section>
            """
        }
    }

    private var all: HTML {
        "<p><a href=\"\(ResultFile.change.rawValue.asPathStep)\">支出计划、指标和问题的全部变化</a></p>"
    }
}

extension TownPage {
    /// Part one as the town wrote it, folded away.
    var partOne: HTML {
        let sections = report.book.partOne
        let nothing: HTML = "<p class=\"clear\">没有第一部分的文字。</p>"
        let text: HTML = """
            <details class="text"><summary>部门整体绩效目标（原文）</summary>
            \(HTML.joined(sections) { section in
                """
                \(HTML.when(!section.heading.text.isEmpty, "<h3>\(section.heading.text)</h3>"))
                \(HTML.joined(section.paragraphs) { "<p>\($0.text)</p>\n" })
                """
            })</details>
            """
        return """
            <section id="text"><h2>第一部分</h2>
            \(sections.isEmpty ? nothing : text)
            </section>
            """
    }
}
