import Aggregation
internal import BookLayout
internal import Charts
internal import GoalModel
import Reporting
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
            caption: "按项目类别（万元）",
            head: [
                .column("类别"), .column("项目", numeric: true), .column("金额", numeric: true), .column("占比", numeric: true),
            ].joinedMarkup,
            rows: .joined(zip(county.byKind, county.kindShares)) { part, share in
                """
                <tr><th scope="row">\(part.label)</th>\(HTML.figure("\(part.projects)"))\
                \(HTML.figure(part.amount.description))\(HTML.figure(share.description))</tr>

                """
            },
            foot: """
                <th scope="row">合计</th>\(HTML.figure("\(county.projects)"))\(HTML.figure(county.total.description))\(HTML.blank)
                """)
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
            caption: "分年合计（万元）",
            head: [
                .column("年度"), .column("乡镇", numeric: true), .column("项目", numeric: true), .column("预算", numeric: true),
            ].joinedMarkup,
            rows: .joined(county.years) { year in
                """
                <tr><th scope="row">\(year.year)</th>\(HTML.figure("\(year.towns)"))\(HTML.figure("\(year.projects)"))\
                \(HTML.figure(year.budget.description))</tr>

                """
            })
    }

    private var counties: HTML? {
        let counties = county.counties
        guard counties.count > 1 else { return nil }
        return HTML.table(
            caption: "分县（市、区）合计（万元）",
            head: [
                .column("县（市、区）"), .column("乡镇", numeric: true), .column("预算", numeric: true),
                .column("最低得分", numeric: true), .column("错误", numeric: true),
            ].joinedMarkup,
            rows: .joined(counties) { one in
                """
                <tr><th scope="row">\(one.county.isEmpty ? "未写明" : one.county)</th>\(HTML.figure("\(one.towns)"))\
                \(HTML.figure(one.budget.description))\(HTML.figure(one.lowestScore?.description ?? "—"))\
                \(HTML.figure("\(one.errors)"))</tr>

                """
            })
    }

    /// Town by kind, where all of it has room: the rows add up to the towns' budgets, the columns to those of the kinds.
    private var grid: HTML? {
        let kinds = county.byKind
        guard (2...CountyPage.mostGrid).contains(county.rows.count), (2...CountyPage.mostColumns).contains(kinds.count) else {
            return nil
        }
        return HTML.table(
            caption: "各乡镇、各类别（万元）", kind: "grid",
            head: .column("乡镇") + .joined(kinds) { .column($0.label, numeric: true) } + .column("合计", numeric: true),
            rows: .joined(county.rows) { row in
                let parts = Dictionary(row.byKind.map { ($0.label, $0.amount) }, uniquingKeysWith: +)
                return """
                    <tr><th scope="row">\(row.town)\(HTML.when(county.years.count > 1, " \(row.year)"))</th>\
                    \(HTML.joined(kinds) { HTML.figure(parts[$0.label]?.description ?? "") })\
                    \(HTML.figure(row.budget.description))</tr>

                    """
            },
            foot: """
                <th scope="row">合计</th>\(HTML.joined(kinds) { HTML.figure($0.amount.description) })\
                \(HTML.figure(county.total.description))
                """)
    }
}
