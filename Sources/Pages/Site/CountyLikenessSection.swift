internal import GoalModel
internal import Linting
internal import Reporting

/// The county page's section on what towns have copied from each other.
struct CountyLikenessSection {
    /// How many towns and groups are shown at most.
    private static let limit = 20

    let likeness: CountyLikeness
    /// Makes words lead to the results of a folder.
    let link: (String, HTML) -> HTML

    var html: HTML {
        """
        <section id="likeness"><h2>跨乡镇雷同</h2>
        <p class="lead">\(likeness.sentence)</p>
        \(towns)
        \(groups)
        <p class="meta">\(likeness.rule.why)[\(likeness.rule.code)]</p>
        </section>
        """
    }

    private var towns: HTML? {
        let shown = likeness.mostAlike(Self.limit)
        guard !shown.isEmpty else { return nil }
        return HTML.table(
            caption: "雷同率最高的乡镇",
            head: [
                .column("乡镇"), .column("年度"), .column("指标", numeric: true), .column("雷同", numeric: true),
                .column("雷同率", numeric: true),
            ].joinedMarkup,
            rows: .joined(shown) { town in
                """
                <tr><th scope="row" class="name">\(link(town.folder, "\(town.town)"))</th>\
                <td class="short">\(town.year)</td>\(HTML.figure("\(town.rows)"))\(HTML.figure("\(town.shared)"))\
                \(HTML.figure(town.share.description))</tr>

                """
            })
    }

    private var groups: HTML? {
        guard !likeness.groups.isEmpty else { return nil }
        let rest = likeness.groups.count - Self.limit
        return """
            <h3>指标整套相同的项目</h3>
            <ul class="list">
            \(HTML.joined(likeness.groups.prefix(Self.limit)) { group in
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
