import GoalModel
import Reporting
internal import Tables

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

    private var table: HTML {
        let list = CountyLists(county).towns.totals([
            "town": .text("合计"), "projects": .count(county.projects), "budget": .shown(county.total),
            "errors": .count(county.errors), "warnings": .count(county.warnings),
        ])
        return .table(
            list, caption: "各乡镇（万元）", kind: "stack towns", isKeyed: true,
            looks: [
                "town": { "\(link($0.folder, nil, "\($0.town)"))\($0.remark.map { "<p class=\"stale\">\($0)</p>" })" },
                "errors": errors,
            ])
    }

    /// The count leads to the first error at its very place.
    private func errors(_ row: CountyReport.Row) -> HTML {
        let count: HTML = "\(row.errors)"
        return (row.errors > 0 ? row.faults.first : nil).map { link(row.folder, $0.anchor, count) } ?? count
    }
}
