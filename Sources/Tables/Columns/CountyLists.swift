internal import Aggregation
internal import Appraisal
internal import Diagnostics
package import Reporting

/// The county's lists; 汇总.xlsx and the overview page are written from them.
package struct CountyLists {
    private let county: CountyReport

    package init(_ county: CountyReport) { self.county = county }

    /// One row a town; what is the same for all has no column on the page.
    package var towns: DataList<CountyReport.Row> {
        let rows = county.rows
        let compared: Writers = rows.contains { $0.change != nil } ? [.xlsx, .html] : []
        let years = county.years.count > 1 ? county.years : []
        /// The years, where there are several, and everything.
        func totals(_ year: (CountyReport.YearTotal) -> Cell, _ all: Cell) -> [Cell] { years.map(year) + [all] }
        return DataList(
            rows,
            [
                Column(
                    "乡镇", "town", upTo: 24, totals: totals({ .text("\($0.towns)个乡镇") }, .text("\(county.towns)个乡镇"))
                ) { $0.town },
                Column(
                    "县（市、区）", "county", in: county.counties.count > 1 ? .all : .xlsx, upTo: 20,
                    totals: totals({ _ in .text("其中") }, .text("合计"))
                ) { $0.county },
                Column("年度", "year", in: years.isEmpty ? .xlsx : .all, totals: totals({ .text($0.year) }, .blank)) { $0.year },
                Column("项目", "projects", kind: "pj", totals: totals({ .count($0.projects) }, .count(county.projects))) {
                    $0.projects
                },
                Column("指标", "indicators", in: .xlsx) { $0.indicators },
                Column("预算", "budget", kind: "bu", totals: totals({ .shown($0.budget) }, .shown(county.total))) { $0.budget },
                Column("主要用途", "kind", in: .html, kind: "ki") { $0.byKind.first?.label ?? "" },
                Column("预算增减", "change", in: compared, kind: "ch") { $0.change.map { AmountDifference($0.difference) } }
                    .named("比上一份", in: .html),
                Column("得分", "score", kind: "sc") { $0.score },
                Column("错误", "errors", kind: "er", totals: totals({ _ in .blank }, .count(county.errors))) { $0.errors },
                Column("警告", "warnings", kind: "wa", totals: totals({ _ in .blank }, .count(county.warnings))) { $0.warnings },
                Column("提示", "hints", in: .xlsx) { $0.hints },
            ] + progress + [
                Column("状态", "state", in: .html, kind: "st") { $0.state.title },
                Column("结果文件夹", "folder", in: .xlsx, upTo: 50) { $0.folder },
                Column("与哪一份比", "basis", in: compared.intersection(.xlsx)) { $0.change?.basis },
                Column("得分增减", "scoreChange", in: compared.intersection(.xlsx)) {
                    $0.change?.scoreDifference.map(Difference.points)
                },
                Column("错误增减", "errorChange", in: compared.intersection(.xlsx)) {
                    $0.change.map { Difference.count($0.errorDifference) }
                },
                Column("说明", "remark", in: rows.contains { $0.remark != nil } ? .xlsx : [], upTo: 40) { $0.remark },
                Column("更新", "updated", in: county.lastUpdate == nil ? [] : .html, kind: "up") { $0.updated },
            ]
        )
        .moving("county", before: "town", in: .xlsx).moving("change", before: "scoreChange", in: .xlsx)
    }

    /// How far the towns are in their year, where anyone has told it.
    private var progress: [Column<CountyReport.Row>] {
        let towns = county.rows.compactMap(\.progress)
        let (monitored, evaluated) = (towns.contains { $0.monitoring != nil }, towns.contains { $0.evaluation?.mean != nil })
        func scored(_ row: CountyReport.Row) -> YearProgress.Evaluation? {
            row.progress.flatMap { $0.isYearOver ? $0.evaluation : nil }
        }
        let sheets: Writers = monitored ? .xlsx : []
        return [
            Column("监控", "monitoring", in: monitored ? .html : [], kind: "mo") { $0.progress?.monitoring?.cell },
            Column("监控日期", "asOf", in: sheets) { $0.progress?.monitoring?.asOf },
            Column("红灯项目", "red", in: sheets) { row in row.progress?.monitoring.map { $0.lamps[.red] ?? 0 } },
            Column("黄灯项目", "yellow", in: sheets) { row in row.progress?.monitoring.map { $0.lamps[.yellow] ?? 0 } },
            Column("落后于计划", "behind", in: sheets) { $0.progress?.monitoring?.behind },
            Column("自评均分", "mean", in: evaluated ? [.xlsx, .html] : [], kind: "me") { scored($0)?.mean }.named("自评", in: .html),
        ]
    }

    /// The money by town and kind; the rows and the columns add up to what stands beside and below them.
    package var kinds: DataList<CountyReport.Row> {
        DataList(
            county.rows,
            [
                Column("县（市、区）", "county", in: .xlsx, upTo: 20, totals: [.text("合计")]) { $0.county },
                Column("乡镇", "town", upTo: 24) { $0.town },
                Column("年度", "year", in: .xlsx) { $0.year },
                Column("合计", "total", totals: [.shown(county.total)]) { $0.budget },
            ]
                + county.byKind.map { kind in
                    Column(kind.label, kind.label, missing: "", totals: [.shown(kind.amount)]) { row in
                        row.byKind.first { $0.label == kind.label }?.amount
                    }.withoutUnit()
                }
        ).moving("total", before: nil, in: .html)
    }

    typealias Figure = (way: String, name: String, amount: ShownAmount)

    func figures(_ rows: [Figure]) -> DataList<Figure> {
        DataList(
            rows,
            [
                Column("分法", "way") { $0.way }, Column("名称", "label", upTo: 28) { $0.name },
                Column("金额", "amountWan") { $0.amount },
            ])
    }

    var failures: DataList<InputFailure> {
        DataList(
            county.failures,
            [Column("文件", "file", upTo: 40) { $0.path }, Column("原因和办法", "reason", upTo: 80) { $0.reason }])
    }
}
