import Aggregation
internal import GoalModel
import Reporting
internal import Tables
internal import Text

extension CountyPage {
    /// The most towns whose money stands in one table by kind.
    private static let mostGrid = 60
    /// Up to so many towns, kinds stand as rows and towns as columns where there are fewer towns than kinds.
    private static let mostTownColumns = 8
    private static let mostColumns = 14
    private static let mostListed = 20

    var money: HTML? {
        if county.rows.isEmpty { return nil }
        return """
            <section id="money"><h2>资金</h2>
            <div class="trio">
            \(kinds)
            \(years)\(counties)\(greatest)
            </div>
            \(grid)
            </section>
            """
    }

    private var kinds: HTML {
        let greatest = county.byKind.map(\.amount.hundredths).max() ?? 0
        return HTML.table(
            Array(zip(county.byKind, county.kindShares)),
            [
                Column("类别", "kind", totals: [.text("合计")]) { $0.0.label },
                Column("项目", "projects", totals: [.count(county.projects)]) { $0.0.projects },
                Column("金额", "amount", totals: [.shown(county.total)]) { $0.0.amount }, Column("占比", "share") { $0.1 },
            ], caption: "按项目类别（万元）", bars: ["amount": { CellBar($0.0.amount.hundredths, of: greatest) }])
    }

    /// Where there are so many towns that their own table does not show it at a glance.
    private var greatest: HTML? {
        guard county.rows.count > CountyPage.mostListed else { return nil }
        let rows = county.greatest(CountyPage.mostListed)
        let most = rows.map(\.budget.hundredths).max() ?? 0
        return HTML.table(
            rows, [Column("乡镇", "town", kind: "name", value: title), Column("预算", "budget") { $0.budget }],
            caption: "预算最多的\(rows.count)个乡镇（万元）", bars: ["budget": { CellBar($0.budget.hundredths, of: most) }])
    }

    private func title(_ row: CountyReport.Row) -> String { county.years.count > 1 ? "\(row.town) \(row.year)" : row.town }

    private var years: HTML? {
        guard county.years.count > 1 else { return nil }
        return HTML.table(
            county.years,
            [
                Column("年度", "year") { $0.year }, Column("乡镇", "towns") { $0.towns }, Column("项目", "projects") { $0.projects },
                Column("预算", "budget") { $0.budget },
            ], caption: "分年合计（万元）")
    }

    private var counties: HTML? {
        let counties = county.counties
        // Where each has a single town, the table of towns says it.
        guard counties.count > 1, counties.count < county.rows.count else { return nil }
        return HTML.table(
            counties,
            [
                Column("县（市、区）", "county") { $0.county.isEmpty ? "未写明" : $0.county }, Column("乡镇", "towns") { $0.towns },
                Column("预算", "budget") { $0.budget }, Column("最低得分", "score") { $0.lowestScore },
                Column("错误", "errors") { $0.errors },
            ], caption: "分县（市、区）合计（万元）")
    }

    /// The money of every town by kind, where all of it has room: the rows and the columns add up to what stands beside and
    /// below them.
    private var grid: HTML? {
        let (towns, kinds) = (county.rows.count, county.byKind.count)
        guard (2...CountyPage.mostGrid).contains(towns), (2...CountyPage.mostColumns).contains(kinds) else { return nil }
        if towns < kinds && towns <= CountyPage.mostTownColumns { return byKind }
        return HTML.table(
            CountyLists(county).kinds.with("town") { $0.totals = [.text("合计")] }, caption: "各乡镇、各类别（万元）", kind: "grid",
            looks: ["town": { "\(title($0))" }])
    }

    private var byKind: HTML {
        let towns = county.rows.map { row in
            Column<CountyReport.KindPart>(title(row), row.folder, missing: "", totals: [.shown(row.budget)]) { kind in
                row.byKind.first { $0.label == kind.label }?.amount
            }
        }
        return HTML.table(
            county.byKind,
            [Column("类别", "kind", totals: [.text("合计")]) { $0.label }] + towns + [
                Column("合计", "total", totals: [.shown(county.total)]) { $0.amount }
            ], caption: "各类别、各乡镇（万元）", kind: "grid")
    }
}
