import Reporting
internal import Tables

extension CountyPage {
    /// Up to so many rows, each error is listed; beyond, the rules tell where to look.
    private static let mostListed = 200
    private static let mostRules = 15

    var quality: HTML? {
        if county.rules.isEmpty { return nil }
        let rules = county.rules.prefix(CountyPage.mostRules)
        let table = HTML.table(
            Array(rules),
            [
                Column("规则", "rule", kind: "name") { $0.title }, Column("级别", "severity") { $0.severity },
                Column("处数", "findings") { $0.findings }, Column("乡镇", "towns") { $0.towns },
                Column("最多的乡镇", "worst") { _ in "" },
            ],
            caption: rules.count < county.rules.count ? "最要紧的\(rules.count)条规则（共\(county.rules.count)条查出问题）" : "查出问题的规则",
            kind: "stack", labelled: ["findings", "towns"],
            looks: [
                "rule": { "<span class=\"code\">\($0.code)</span> \($0.title)" },
                "worst": { rule in
                    .joined(rule.worst) { "\(link($0.folder, $0.anchor, "\($0.town) \($0.findings)处")) " }
                },
            ])
        return """
            <section id="quality"><h2>常见问题</h2>
            \(table)
            \(scores)
            </section>
            """
    }

    private var scores: HTML? {
        guard county.rows.count > 1 else { return nil }
        let most = county.scoreBands.map(\.rows).max() ?? 0
        return "<div class=\"trio\">"
            + HTML.table(
                county.scoreBands, [Column("得分", "band") { $0.label }, Column("乡镇", "towns") { $0.rows }], caption: "得分分布",
                bars: ["towns": { CellBar(Int64($0.rows), of: Int64(most)) }]) + "</div>"
    }

    var listsFaults: Bool {
        county.rows.count <= CountyPage.mostListed && county.rows.contains { !$0.faults.isEmpty }
    }

    /// The errors by rule and project, one step from the first of each rule.
    var faults: HTML? {
        guard listsFaults else { return nil }
        return """
            <section id="faults"><h2>错误在哪里</h2>
            \(HTML.joined(county.mostUrgent.filter { !$0.faults.isEmpty }) { row in
                """
                <details class="group"><summary>\(row.town)\(HTML.when(county.years.count > 1, " \(row.year)")) <b>\(row.errors)处</b></summary>
                \(list(FaultGroup.all(of: row), of: row))</details>

                """
            })</section>
            """
    }

    private func list(_ groups: [FaultGroup], of row: CountyReport.Row) -> HTML {
        let shown = groups.prefix(CountyPage.mostGroups)
        let rest = row.errors - shown.reduce(0) { $0 + $1.count }
        return """
            <ul class="list faults">
            \(HTML.joined(shown) { group in
                """
                <li><span class="code">\(group.code)</span> \(link(row.folder, group.anchor, "\(group.title)")) \(group.places)</li>

                """
            })</ul>
            \(HTML.when(rest > 0, "<p class=\"jump\">\(link(row.folder, "findings", "其余\(rest)处见乡镇的页面"))</p>"))
            """
    }

    /// More rules of a town are told by its own page.
    private static let mostGroups = 5
}

/// The errors of one rule in a town.
private struct FaultGroup {
    let code: String
    let title: String
    /// Of the first.
    let anchor: String
    private(set) var count = 0
    /// The projects in the order of the book, each with how many; `nil` for the book as a whole.
    private var projects: [(name: String?, count: Int)] = []

    private init(_ fault: CountyReport.Fault) {
        (code, title, anchor) = (fault.code, fault.title, fault.anchor)
    }

    /// The rules with the most errors first.
    static func all(of row: CountyReport.Row) -> [FaultGroup] {
        var groups: [FaultGroup] = []
        // Where not all errors are known here, more may be in the last of the projects.
        let last = row.errors > row.faults.count ? row.faults.last?.project : nil
        let known = row.faults.filter { $0.project != last || last == nil }
        for fault in known.isEmpty ? row.faults : known {
            let place = groups.firstIndex { $0.code == fault.code } ?? groups.count
            if place == groups.count { groups.append(FaultGroup(fault)) }
            groups[place].take(fault)
        }
        return groups.greatestFirst(by: \.count)
    }

    private mutating func take(_ fault: CountyReport.Fault) {
        count += 1
        // 项目3 of 项目3 网格员补贴.
        let name = fault.project.map { String($0.prefix { !$0.isWhitespace }) }
        if let last = projects.indices.last, projects[last].name == name {
            projects[last].count += 1
        } else {
            projects.append((name, 1))
        }
    }

    /// `项目1：6处，项目3：1处`.
    var places: String {
        projects.map { ($0.name.map { $0 + "：" } ?? "") + "\($0.count)处" }.joined(separator: "，")
    }
}
