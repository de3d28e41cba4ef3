import Aggregation
public import Reporting

/// All towns of a run on one page.
public struct CountyPage {
    private let county: CountyReport
    private let css: String

    private let landing: String

    /// - Parameters:
    ///   - css: The style sheet, `Resources/site.css`.
    ///   - landing: The file in a town's folder that its name leads to.
    public init(county: CountyReport, css: String, landing: String = "index.html") {
        self.county = county
        self.css = css
        self.landing = landing
    }

    /// The whole file.
    public var html: String {
        HTMLPage(title: "\(county.title)预算绩效目标汇总", css: css, body: body).html
    }

    private var body: HTML {
        """
        <a class="skip" href="#main">跳到正文</a>
        <header class="top">
        <h1>\(county.title)<span> 预算绩效目标汇总</span></h1>
        <p class="meta">\(county.towns)个乡镇 · \(county.projects)个项目</p>
        <div class="figures">
        \(HTML.joined(county.figures) { figure in
            """
            <section class="figure"><h2>\(figure.label)</h2>
            <p class="value"><b>\(figure.value)</b> <span>\(figure.unit)</span></p>
            <p class="sentence">\(figure.sentence)</p></section>

            """
        })</div>
        </header>
        <main id="main">
        \(failures)
        \(towns)
        \(chart)
        \(county.likeness.map { CountyLikenessSection(likeness: $0, landing: landing).html })
        </main>
        <footer><p>\(HTML.when(!county.isMasked, "内部资料，仅供内部审核使用。"))金额单位为万元，各乡镇之和等于合计。问题供核对，以人工审核为准。</p></footer>
        """
    }

    private var towns: HTML {
        let table = HTML.table(
            caption: "各乡镇（万元）", kind: "stack",
            head: [
                .column("乡镇"), .column("县（市、区）"), .column("年度"), .column("项目", numeric: true),
                .column("预算", numeric: true), .column("得分", numeric: true), .column("错误", numeric: true),
                .column("警告", numeric: true),
            ].joinedMarkup,
            rows: .joined(county.rows, row),
            foot: """
                <th scope="row">合计</th>\(HTML.blank)\(HTML.blank)\(HTML.figure("\(county.projects)", "项目"))\
                \(HTML.figure(county.total.description, "预算"))\(HTML.blank)\(HTML.figure("\(county.errors)", "错误"))\
                \(HTML.figure("\(county.warnings)", "警告"))
                """)
        let nothing: HTML = "<p class=\"clear\">没有读到任何乡镇的绩效目标书。</p>"
        return """
            <section id="towns"><h2>各乡镇</h2>
            \(county.rows.isEmpty ? nothing : table)
            </section>
            """
    }

    /// The totals by year, where towns of several years stand together.
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

    private func row(_ row: CountyReport.Row) -> HTML {
        """
        <tr><th scope="row" class="name"><a href="\(row.folder.asRelativePath)/\(landing.asPathStep)">\(row.town)</a>\
        \(row.remark.map { "<p class=\"stale\">\($0)</p>" })</th>\
        <td class="short">\(row.county)</td><td class="short">\(row.year)</td>\(HTML.figure("\(row.projects)", "项目"))\
        \(HTML.figure(row.budget.description, "预算"))\(HTML.figure(row.score?.inTenths ?? "—", "得分"))\
        \(HTML.figure("\(row.errors)", "错误", kind: row.errors > 0 ? "n bad" : "n"))\(HTML.figure("\(row.warnings)", "警告"))</tr>

        """
    }

    private var chart: HTML? {
        guard county.rows.count > 1 else { return nil }
        let bars = county.rows.map { row in
            BarChart.Bar(
                label: county.years.count > 1 ? "\(row.town) \(row.year)" : row.town, value: row.budget.description,
                amount: Double(row.budget.hundredths))
        }
        let scene = BarChart(title: "各乡镇预算", unit: "单位：万元", bars: bars).scene
        let single: HTML = "<figure class=\"single\">\(scene.svg(id: "towns-chart"))</figure>"
        return """
            <section id="budgets"><h2>预算对比</h2>
            \(years.map { .pair(scene, id: "towns-chart", table: $0) } ?? single)
            </section>
            """
    }

    private var failures: HTML? {
        if county.failures.isEmpty { return nil }
        return """
            <section id="failures"><h2>没有完成的文件</h2>
            <ul class="list">
            \(HTML.joined(county.failures) { failure in
                """
                <li class="finding error"><p><b>\(failure.path)</b></p><p>\(failure.reason.asSentence)</p></li>

                """
            })</ul>
            </section>
            """
    }
}
