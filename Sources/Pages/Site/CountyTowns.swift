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
        var list = CountyLists(county).towns.totals([
            "town": .text("合计"), "projects": .count(county.projects), "budget": .shown(county.total),
            "errors": .count(county.errors), "warnings": .count(county.warnings),
        ])
        list.rows = county.mostUrgent
        let order = hasTroubles ? "要处理的在前" : county.errors > 0 ? "错误多的在前" : "得分低的在前"
        let caption = "各乡镇（万元，\(order)）"
        return HTML.table(
            list, caption: caption, kind: "stack towns", isKeyed: true,
            looks: [
                "town": { link($0.folder, nil, "\($0.town)") }, "errors": errors, "score": score, "state": state,
            ]) + HTML.when(county.rows.contains { look(of: $0) != nil }, "<p class=\"meta\">▼ 不足60分　▽ 60分以上、不足80分</p>")
    }

    /// Told apart by tint and sign, so that also who sees no colours finds the low ones.
    private func score(_ row: CountyReport.Row) -> HTML {
        let words = row.score?.description ?? "—"
        return look(of: row).map { "<span class=\"\($0)\">\(words)</span>" } ?? "\(words)"
    }

    /// The reason of what is in trouble stands above the table.
    private func state(_ row: CountyReport.Row) -> HTML {
        let words = row.state.title
        return row.state.isTrouble
            ? "<span class=\"badge \(row.state == .failed ? "error" : "warning")\">\(words)</span>" : "\(words)"
    }

    private func look(of row: CountyReport.Row) -> String? {
        row.score.flatMap { $0.tenths < 600 ? "low" : $0.tenths < 800 ? "middling" : nil }
    }

    /// The count leads to the first error at its very place.
    private func errors(_ row: CountyReport.Row) -> HTML {
        let count: HTML = "\(row.errors)"
        return (row.errors > 0 ? row.faults.first : nil).map { link(row.folder, $0.anchor, count) } ?? count
    }
}
