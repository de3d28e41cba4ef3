internal import Aggregation
public import Reporting

/// What changed in one town or several, as a page: money, projects, plans, indicators, findings.
public struct ComparePage {
    private let title: String
    private let comparison: [Comparison.Town]
    private let onlyOlder: [String]
    private let onlyNewer: [String]
    private let css: String
    private let isMasked: Bool
    /// The town's own page, where this one lies beside it.
    private let home: String?

    /// The page of a comparison that somebody asked for.
    public init(_ comparison: Comparison, css: String) {
        title = comparison.towns.count == 1 ? comparison.towns[0].title : "\(comparison.towns.count)个乡镇的变化"
        self.comparison = comparison.towns
        onlyOlder = comparison.onlyOlder
        onlyNewer = comparison.onlyNewer
        self.css = css
        isMasked = false
        home = nil
    }

    /// The page beside a town's own; `nil` where there is nothing to compare with.
    public init?(_ report: Report, css: String, home: String?) {
        guard let change = report.change else { return nil }
        let town = Comparison.Town(name: report.town, change: change)
        title = town.title
        comparison = [town]
        onlyOlder = []
        onlyNewer = []
        self.css = css
        isMasked = report.isMasked
        self.home = home
    }

    /// The whole file.
    public var html: String {
        HTMLPage(title: title + "预算绩效目标变化", css: css, body: body).html
    }

    private var body: HTML {
        """
        <a class="skip" href="#main">跳到正文</a>
        <header class="top">
        \(home.map { "<p class=\"up\"><a href=\"\($0.asPathStep)\">‹ 乡镇页面</a></p>" })
        <h1>\(title)<span> 预算绩效目标变化</span></h1>
        \(HTML.when(comparison.count > 1, overview))
        </header>
        <main id="main">
        \(HTML.joined(Array(comparison.enumerated())) { index, town in section(town, number: index + 1) })
        \(alone("只在原来一边的乡镇", onlyOlder))
        \(alone("只在现在一边的乡镇", onlyNewer))
        </main>
        <footer><p>\(HTML.when(!isMasked, "内部资料，仅供内部审核使用。"))金额单位为万元。项目按编码认，编码不同时按名称认；只有年度不同的文字不算变化。</p></footer>
        """
    }

    /// One row a town, leading to its section.
    private var overview: HTML {
        .table(
            caption: "各乡镇（万元）", kind: "stack",
            head: [
                .column("乡镇"), .column("原来", numeric: true), .column("现在", numeric: true), .column("增减", numeric: true),
                .column("新增项目", numeric: true), .column("取消项目", numeric: true), .column("改好问题", numeric: true),
                .column("新出现问题", numeric: true),
            ].joinedMarkup,
            rows: .joined(Array(comparison.enumerated())) { index, town in
                let change = town.change
                return """
                    <tr><th scope="row" class="name"><a href="#t\(index + 1)">\(town.title)</a></th>\
                    \(HTML.figure(change.olderTotal.description, "原来"))\(HTML.figure(change.newerTotal.description, "现在"))\
                    \(HTML.figure(change.difference.signed, "增减"))\(HTML.figure("\(change.added.count)", "新增项目"))\
                    \(HTML.figure("\(change.dropped.count)", "取消项目"))\
                    \(HTML.figure("\(change.findings.fixed.count)", "改好问题"))\
                    \(HTML.figure("\(change.findings.new.count)", "新出现问题"))</tr>

                    """
            })
    }

    private func section(_ town: Comparison.Town, number: Int) -> HTML {
        let change = town.change
        let details = change.details
        let nothing: HTML = "<p class=\"clear\">除年度以外没有变化。</p>"
        return """
            <section id="t\(number)"><h2>\(HTML.when(comparison.count > 1, "\(town.title)，"))与\(change.basisTitle)相比</h2>
            <ul class="remarks">\(HTML.joined(change.sentences) { "<li>\($0)</li>" })</ul>
            \(HTML.when(details.isEmpty && change.movements.isEmpty, nothing))
            \(HTML.when(!change.movements.isEmpty, ChangeTables.movements(of: change)))
            \(HTML.joined([ChangeDetail.Subject.project, .money, .plan, .indicator, .finding]) { subject in
                ChangeTables.details(details.filter { $0.subject == subject && !isInMovements($0) }, of: subject)
            })
            \(HTML.when(!change.findings.remaining.isEmpty, "<p>仍有问题\(change.findings.remaining.count)处，见问题清单。</p>"))
            </section>

            """
    }

    /// New and dropped projects stand with their money in the first table.
    private func isInMovements(_ detail: ChangeDetail) -> Bool { detail.subject == .project && detail.item.isEmpty }

    private func alone(_ title: String, _ towns: [String]) -> HTML? {
        if towns.isEmpty { return nil }
        return """
            <section><h2>\(title)</h2><ul class="list">\(HTML.joined(towns) { "<li>\($0)</li>" })</ul></section>

            """
    }
}
