import Aggregation
import GoalModel
import Reporting

extension CountyPage {
    /// One row a town; what is the same for all has no column.
    var towns: HTML {
        let nothing: HTML = "<p class=\"clear\">没有读到任何乡镇的绩效目标书。</p>"
        return """
            <section id="towns"><h2>各乡镇</h2>
            \(county.rows.isEmpty ? nothing : table)
            </section>
            """
    }

    private var hasCounties: Bool { county.counties.count > 1 }
    private var hasYears: Bool { county.years.count > 1 }
    private var hasChanges: Bool { county.rows.contains { $0.change != nil } }

    private var hasDates: Bool { county.lastUpdate != nil }

    private var table: HTML {
        let columns: [(key: String, title: String, isNumeric: Bool, isShown: Bool)] = [
            ("town", "乡镇", false, true), ("county", "县（市、区）", false, hasCounties), ("year", "年度", false, hasYears),
            ("projects", "项目", true, true), ("budget", "预算", true, true), ("kind", "主要用途", false, true),
            ("change", "比上一份", true, hasChanges), ("score", "得分", true, true), ("errors", "错误", true, true),
            ("warnings", "警告", true, true), ("updated", "更新", true, hasDates),
        ]
        return HTML.table(
            caption: "各乡镇（万元）", kind: "stack towns",
            head: .joined(columns.filter(\.isShown)) { column in
                """
                <th scope="col" data-key="\(column.key)"\(HTML.when(column.isNumeric, " class=\"n\""))>\(column.title)</th>
                """
            },
            rows: .joined(county.rows, row),
            foot: """
                <th scope="row">合计</th>\(HTML.when(hasCounties, HTML.blank))\(HTML.when(hasYears, HTML.blank))\
                <td class="pj">\(county.projects)</td><td class="bu">\(county.total.description)</td>\(HTML.blank)\
                \(HTML.when(hasChanges, HTML.blank))\(HTML.blank)<td class="er">\(county.errors)</td><td class="wa">\(county.warnings)</td>\
                \(HTML.when(hasDates, HTML.blank))
                """)
    }

    /// Short classes: there may be thousands of rows.
    private func row(_ row: CountyReport.Row) -> HTML {
        """
        <tr><th scope="row">\(link(row.folder, nil, "\(row.town)"))\
        \(row.remark.map { "<p class=\"stale\">\($0)</p>" })</th>\
        \(HTML.when(hasCounties, "<td>\(row.county)</td>"))\(HTML.when(hasYears, "<td>\(row.year)</td>"))\
        <td class="pj">\(row.projects)</td><td class="bu">\(row.budget.description)</td>\
        <td class="ki">\(row.byKind.first?.label ?? "")</td>\
        \(HTML.when(hasChanges, "<td class=\"ch\">\(row.change?.difference.signed ?? "—")</td>"))\
        <td class="sc">\(row.score?.description ?? "—")</td>\(errors(row))<td class="wa">\(row.warnings)</td>\
        \(HTML.when(hasDates, "<td class=\"up\">\(row.updated?.iso ?? "—")</td>"))</tr>

        """
    }

    /// The count leads to the first error at its very place.
    private func errors(_ row: CountyReport.Row) -> HTML {
        guard row.errors > 0 else { return "<td class=\"er\">0</td>" }
        let count: HTML = "\(row.errors)"
        return "<td class=\"er bad\">\(row.faults.first.map { link(row.folder, $0.anchor, count) } ?? count)</td>"
    }
}
