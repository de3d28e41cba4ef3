import Aggregation
internal import BookLayout
internal import Charts
internal import GoalModel
import Reporting
internal import Tables
internal import Text

extension CountyPage {
    /// The most towns whose money stands in one table by kind, and whose bars stand in one chart.
    private static let mostBars = 20
    private static let mostColumns = 14
    private static let mostGrid = 60

    var money: HTML? {
        if county.rows.isEmpty { return nil }
        return """
            <section id="money"><h2>资金</h2>
            \(kinds)
            \(HTML.when(county.rows.count > 1, budgets))
            \(grid)
            </section>
            """
    }

    private var kinds: HTML {
        let bars = zip(county.byKind, county.kindShares).map { part, share in
            BarChart.Bar(label: part.label.oneLine, value: part.amount.description, amount: Double(part.amount.hundredths))
        }
        let table = HTML.table(
            Array(zip(county.byKind, county.kindShares)),
            [
                Column("类别", "kind", totals: [.text("合计")]) { $0.0.label },
                Column("项目", "projects", totals: [.count(county.projects)]) { $0.0.projects },
                Column("金额", "amount", totals: [.shown(county.total)]) { $0.0.amount }, Column("占比", "share") { $0.1 },
            ], caption: "按项目类别（万元）")
        let scene = BarChart(title: "各类项目预算", unit: "单位：万元", bars: bars).scene
        return .pair(scene, id: "kinds-chart", table: table)
    }

    /// The greatest budgets as bars, and beside them the totals by year or county where there are several.
    private var budgets: HTML {
        let rows = county.greatest(CountyPage.mostBars)
        let bars = rows.map { row in
            BarChart.Bar(
                label: (county.years.count > 1 ? "\(row.town) \(row.year)" : row.town).oneLine, value: row.budget.description,
                amount: Double(row.budget.hundredths))
        }
        let isAll = rows.count == county.rows.count
        let scene = BarChart(title: isAll ? "各乡镇预算" : "预算最多的\(rows.count)个乡镇", unit: "单位：万元", bars: bars).scene
        let tables = [years, counties].compactMap(\.self)
        return tables.isEmpty
            ? .figure(scene, id: "towns-chart") : .pair(scene, id: "towns-chart", table: "<div class=\"pile\">\(tables)</div>")
    }

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
        guard counties.count > 1 else { return nil }
        return HTML.table(
            counties,
            [
                Column("县（市、区）", "county") { $0.county.isEmpty ? "未写明" : $0.county }, Column("乡镇", "towns") { $0.towns },
                Column("预算", "budget") { $0.budget }, Column("最低得分", "score") { $0.lowestScore },
                Column("错误", "errors") { $0.errors },
            ], caption: "分县（市、区）合计（万元）")
    }

    /// Town by kind, where all of it has room: the rows add up to the towns' budgets, the columns to those of the kinds.
    private var grid: HTML? {
        let hasRoom =
            (2...CountyPage.mostGrid).contains(county.rows.count) && (2...CountyPage.mostColumns).contains(county.byKind.count)
        guard hasRoom else { return nil }
        return HTML.table(
            CountyLists(county).kinds.with("town") { $0.totals = [.text("合计")] }, caption: "各乡镇、各类别（万元）", kind: "grid",
            looks: ["town": { "\($0.town)\(HTML.when(county.years.count > 1, " \($0.year)"))" }])
    }
}
