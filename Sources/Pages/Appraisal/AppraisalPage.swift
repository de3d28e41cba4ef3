internal import Appraisal
internal import GoalModel
internal import Reporting

/// What the pages of a monitoring and of a self-evaluation have in common.
struct AppraisalPage {
    let report: AppraisalReport
    let title: String
    /// Behind the town's name, in small.
    let meta: String
    let figures: [Figure]
    /// Parts with their anchors and titles; those without content are left out.
    let sections: [(id: String, title: String, content: HTML?)]
    /// The files beside the page.
    let links: [String]

    private var town: String { report.book.town.isEmpty ? report.book.unit.name : report.book.town }

    func html(css: String) -> String {
        HTMLPage(title: "\(town) \(title)", css: css, body: body).html
    }

    private var body: HTML {
        let shown = sections.compactMap { section in section.content.map { (section.id, section.title, $0) } }
        return """
            <a class="skip" href="#main">跳到正文</a>
            <header class="top">
            <h1>\(town)<span> \(report.yearTitle)\(title)</span></h1>
            <p class="meta">\(meta)</p>
            <div class="figures">
            \(HTML.cards(figures))</div>
            </header>
            <nav aria-label="本页目录"><ul>\(HTML.joined(shown) { "<li><a href=\"#\($0.0)\">\($0.1)</a></li>" })</ul></nav>
            <main id="main">
            \(report.actuals.staleness.map { "<p class=\"stale\">\($0)</p>" })
            \(HTML.joined(shown) { "<section id=\"\($0.0)\"><h2>\($0.1)</h2>\n\($0.2)</section>\n" })
            \(HTML.when(!links.isEmpty, files))
            </main>
            <footer><p>内部资料，仅供内部审核使用。金额单位为万元。</p></footer>
            """
    }

    private var files: HTML {
        """
        <section id="files"><h2>文件</h2><p class="files">\(HTML.joined(links) { "<a href=\"\($0.asPathStep)\">\($0)</a> " })</p></section>
        """
    }

    /// Which rules were used.
    static func notes(_ notes: [String]) -> HTML {
        .when(!notes.isEmpty, "<ul class=\"remarks\">\(HTML.joined(notes) { "<li>\($0)</li>" })</ul>")
    }

    /// What is to be filled in or put right.
    static func checks(_ checks: [AppraisalCheck], _ table: HTML) -> HTML {
        checks.isEmpty ? "<p class=\"clear\">没有要补、要改的。</p>" : table
    }
}

extension HTML {
    /// A lamp as sign and word on a tinted ground.
    static func lamp(_ lamp: Lamp) -> HTML {
        "<span class=\"lamp lamp-\(lamp.rawValue)\">\(lamp.label)</span>"
    }
}
