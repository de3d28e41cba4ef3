internal import Aggregation
public import Reporting
internal import Tables

/// The changes of one town or several, as a page: money, projects, plans, indicators, findings.
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
            Array(comparison.enumerated()),
            [
                Column("乡镇", "town", kind: "name") { $0.element.title },
                Column("原来", "older") { $0.element.change.olderTotal }, Column("现在", "newer") { $0.element.change.newerTotal },
                Column("增减", "difference") { AmountDifference($0.element.change.difference) },
                Column("新增项目", "added") { $0.element.change.added.count },
                Column("取消项目", "dropped") { $0.element.change.dropped.count },
                Column("改好问题", "fixed") { $0.element.change.findings.fixed.count },
                Column("新出现问题", "new") { $0.element.change.findings.new.count },
            ], caption: "各乡镇（万元）", kind: "stack", labelled: nil,
            looks: ["town": { "<a href=\"#t\($0.offset + 1)\">\($0.element.title)</a>" }])
    }

    private func section(_ town: Comparison.Town, number: Int) -> HTML {
        let change = town.change
        let details = change.details
        let nothing: HTML = "<p class=\"clear\">\(change.nothing)</p>"
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

/// Changes as tables of a page.
enum ChangeTables {
    /// The projects whose money changed, the greatest difference first.
    static func movements(of change: BookChange) -> HTML {
        .table(
            ChangeLists([(nil, change)]).money, caption: "有变动的项目（万元）", kind: "stack", labelled: nil)
    }

    /// What differs of one kind; nothing where nothing does.
    ///
    /// What is the same change in several places has one row; how it was changed stands in a column only where rows differ in
    /// it.
    static func details(_ details: [ChangeDetail], of subject: ChangeDetail.Subject) -> HTML {
        guard let kind = details.first?.kind else { return .empty }
        let isOne = details.allSatisfy { $0.kind == kind }
        var columns: [Column<ChangeGroup>] = [
            Column("项目", "project", kind: "name") { $0.project },
            Column("内容", "item", kind: subject == .finding ? "short" : nil) { $0.item },
            Column("变化", "kind", kind: "short") { $0.kind.rawValue },
            Column("原来", "older") { $0.older }, Column("现在", "newer") { $0.newer },
        ]
        if isOne { columns.removeAll { $0.key == "kind" } }
        if details.allSatisfy(\.item.isEmpty) { columns.removeAll { $0.key == "item" } }
        let groups = ChangeGroup.groups(details)
        if groups.allSatisfy(\.older.isEmpty) { columns.removeAll { $0.key == "older" } }
        if groups.allSatisfy(\.newer.isEmpty) { columns.removeAll { $0.key == "newer" } }
        return .table(
            groups, columns,
            caption: "\(subject.rawValue)（\(details.count)处\(isOne ? "，\(details.count > 1 ? "都是" : "")\(kind.rawValue)" : "")）",
            kind: "stack changes", labelled: nil,
            looks: [
                "project": places, "older": { marked($0.texts.older, "del") }, "newer": { marked($0.texts.newer, "ins") },
            ])
    }

    /// The project, or how many there are, with all of them below.
    private static func places(_ group: ChangeGroup) -> HTML {
        if group.places.count == 1 { return HTML(text: group.project) }
        return """
            <details><summary>\(group.project)</summary><ul>\(HTML.joined(group.places) { place in
                "<li>\([place.project, place.item].filter { !$0.isEmpty }.joined(separator: "："))</li>"
            })</ul></details>
            """
    }

    /// What only this version has stands out, by colour and by a line; lines stay lines.
    private static func marked(_ pieces: [ChangedText.Piece], _ element: HTML) -> HTML {
        if pieces.allSatisfy(\.text.isEmpty) { return "—" }
        return .joined(pieces) { $0.isOwn ? "<\(element)>\($0.text)</\(element)>" : HTML(text: $0.text) }
    }
}
