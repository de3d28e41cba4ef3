internal import Linting
internal import Reporting
internal import Tables

/// The county page's section on what towns have copied from each other.
struct CountySimilaritySection {
    /// How many towns and groups are shown at most.
    private static let limit = 20

    let similarity: CountySimilarity
    /// Makes words lead to the results of a folder.
    let link: (String, HTML) -> HTML

    var html: HTML {
        """
        <section id="likeness"><h2>跨乡镇雷同</h2>
        <p class="lead">\(similarity.sentence)</p>
        \(towns)
        \(groups)
        <p class="meta">\(similarity.rule.why)[\(similarity.rule.code)]</p>
        </section>
        """
    }

    private var towns: HTML? {
        let shown = similarity.mostAlike(Self.limit)
        guard !shown.isEmpty else { return nil }
        return HTML.table(
            shown,
            [
                Column("乡镇", "town", kind: "name") { $0.town }, Column("年度", "year", kind: "short") { $0.year },
                Column("指标", "indicators") { $0.rows }, Column("雷同", "shared") { $0.shared },
                Column("雷同率", "share") { $0.share },
            ], caption: "雷同率最高的乡镇", looks: ["town": { link($0.folder, "\($0.town)") }])
    }

    private var groups: HTML? {
        guard !similarity.groups.isEmpty else { return nil }
        let rest = similarity.groups.count - Self.limit
        return """
            <h3>指标整套相同的项目</h3>
            <ul class="list">
            \(HTML.joined(similarity.groups.prefix(Self.limit)) { group in
                """
                <li><p>\(group.rows)条指标完全相同：\(HTML.joined(group.members.prefix(Self.limit)) { member in
                    "<span>\(member.town) \(member.year) \(member.words)；</span>"
                })\(HTML.when(group.members.count > Self.limit, "等"))</p></li>

                """
            })</ul>
            \(HTML.when(rest > 0, "<p class=\"meta\">另有\(rest)组，见 rollup.json。</p>"))
            """
    }
}
