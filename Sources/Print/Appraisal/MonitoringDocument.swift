internal import Aggregation
internal import Appraisal
internal import BookLayout
internal import GoalModel
internal import Reporting
internal import Text

/// 绩效运行监控表.pdf of a town.
struct MonitoringDocument {
    let report: AppraisalReport
    let town: TownMonitoring

    var document: AppraisalDocument {
        AppraisalDocument(
            name: "\(report.fullTownName)\(report.yearTitle)度绩效运行监控表（\(town.asOf.period)）", author: report.book.unit.name,
            subject: "绩效运行监控表", year: report.book.fiscalYear, isLandscape: true, front: front,
            forms: town.projects.compactMap { MonitoredProject($0, of: town, report)?.form }, label: 72, across: 3)
    }

    private var front: AppraisalDocument.Front {
        AppraisalDocument.Front(
            title: "\(report.fullTownName)\(report.yearTitle)度绩效运行监控汇总表（\(town.asOf.period)）", sentences: sentences,
            table: table, note: "金额单位：万元", notes: town.notes)
    }

    private var sentences: [String] {
        let lamps = Lamp.allCases.map { "\($0.label)\(town.counts[$0])个" }.joined(separator: "　")
        let rate = town.rate.map { "，执行率\($0.percent)" } ?? ""
        return [
            "截至\(town.asOf.words)，共\(town.projects.count)个项目：\(lamps)。",
            "全年预算\(ShownAmount(town.adjusted))万元，按计划应支出\(ShownAmount(town.planned))万元，实际支出\(ShownAmount(town.paid))万元\(rate)；"
                + "落后于计划的项目还差\(ShownAmount(town.behind))万元"
                + (town.wholeForecast.map { "；全年预计支出\(ShownAmount($0))万元。" } ?? "。"),
        ]
    }

    private var table: ReviewGrid {
        let projects = town.worstFirst
        let missing = "—"
        func column(_ amounts: [Money?]) -> [String] {
            zip(amounts, ShownAmount.column(amounts.map { $0 ?? .zero }).rows).map { $0 == nil ? missing : "\($1)" }
        }
        let (adjusted, planned) = (column(projects.map(\.money.adjusted)), column(projects.map(\.money.planned)))
        let (paid, forecast) = (column(projects.map(\.money.paid)), column(projects.map(\.money.forecast)))
        let rows = projects.enumerated().map { index, project -> ReviewGrid.Row in
            let rate = project.money.paid == nil ? missing : project.money.rate?.percent.description ?? missing
            return .cells([
                project.lamp.label, "\(project.number)", project.name.oneLine, adjusted[index], planned[index], paid[index], rate,
                forecast[index], project.summary,
            ])
        }
        let sum = ReviewGrid.Row.sum([
            "", "", "合计", "\(ShownAmount(town.adjusted))", "\(ShownAmount(town.planned))", "\(ShownAmount(town.paid))",
            town.rate?.percent.description ?? missing, town.wholeForecast.map { "\(ShownAmount($0))" } ?? missing, "",
        ])
        var grid = ReviewGrid(
            columns: [
                .init("灯", .center), .init("序号", .center), .init("项目", share: 1), .init("全年预算数", .trailing, isFigures: true),
                .init("计划支出", .trailing, isFigures: true), .init("实际支出", .trailing, isFigures: true),
                .init("执行率", .trailing, isFigures: true), .init("全年预计支出", .trailing, isFigures: true),
                .init("原因", share: 1.2),
            ], rows: rows + [sum], setting: TableSetting(size: 10.5, leading: 14, padding: 2))
        grid.headColumn = 2
        grid.isTinted = true
        return grid
    }
}
