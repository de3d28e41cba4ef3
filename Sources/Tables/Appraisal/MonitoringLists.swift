internal import Aggregation
package import Appraisal
internal import Diagnostics
internal import GoalModel
internal import Reporting

/// The lists of a town's monitoring; 监控.xlsx and the page are written from them.
package struct MonitoringLists {
    private let report: AppraisalReport
    private let town: TownMonitoring

    package init(_ report: AppraisalReport, _ town: TownMonitoring) { (self.report, self.town) = (report, town) }

    /// A row a project, by lamp, the worst first.
    package var projects: DataList<ProjectMonitoring> {
        DataList(
            town.worstFirst,
            [
                Column("灯", "lamp", totals: [.text("合计")]) { $0.lamp },
                Column("序号", "number", in: .xlsx) { $0.number },
                Column("项目名称", "name", upTo: 30, totals: [.text("\(town.projects.count)个项目")]) { $0.name }
                    .named("项目", in: .html),
                Column("年初预算数", "initial", in: .xlsx) { $0.initial },
                Column("全年预算数", "adjusted", in: .xlsx, totals: [.exact(town.adjusted)]) { $0.money.adjusted },
                Column("计划支出", "planned", in: .xlsx, totals: [.exact(town.planned)]) { $0.money.planned },
                Column("实际支出", "paid", in: .xlsx, totals: [.exact(town.paid)]) { $0.money.paid },
                Column("全年预算", "adjustedWan", in: .html, totals: [.shown(ShownAmount(town.adjusted))]) {
                    ShownAmount($0.money.adjusted)
                },
                Column("计划支出", "plannedWan", in: .html, totals: [.shown(ShownAmount(town.planned))]) {
                    $0.money.planned.map(ShownAmount.init)
                },
                Column("实际支出", "paidWan", in: .html, totals: [.shown(ShownAmount(town.paid))]) {
                    $0.money.paid.map(ShownAmount.init)
                },
                Column("执行率", "rate", totals: [town.rate?.percent.cell ?? .blank]) {
                    $0.money.paid == nil ? nil : $0.money.rate?.percent
                },
                Column("应达到", "standard") { $0.money.standard?.percent },
                Column("进度比", "value", in: .xlsx, totals: [town.value?.percent.cell ?? .blank]) { $0.money.value?.percent },
                Column("全年预计支出", "forecast", totals: [town.wholeForecast.map { .shown(ShownAmount($0)) } ?? .blank]) {
                    $0.money.forecast.map(ShownAmount.init)
                }.named("全年预计", in: .html),
                Column("落后", "behind", in: .xlsx, totals: [.exact(town.behind)]) { $0.money.behind },
                Column("支出灯", "moneyLamp", in: .xlsx) { $0.money.lamp },
                Column("原因", "summary", in: .html) { $0.summary },
                Column("偏差原因", "reason", in: .xlsx, upTo: 36) { $0.reason.words },
                Column("调整原因", "adjustmentReason", in: .xlsx, upTo: 24) { $0.adjustmentReason },
                Column("总体目标完成情况", "goalDone", in: .xlsx, upTo: 30) { $0.goalDone },
                Column("数据日期", "figuresOf", in: .xlsx) { $0.figuresOf },
                Column("项目编码", "code", in: .xlsx, upTo: 24) { Code($0.code) }.unprinted(),
            ])
    }

    package struct IndicatorRow {
        let project: ProjectMonitoring
        package let row: IndicatorMonitoring
        let indicator: Indicator
    }

    private func rows(of project: ProjectMonitoring) -> [IndicatorRow] {
        let indicators = report.project(project.number)?.indicators ?? []
        return zip(project.indicators, indicators).map { IndicatorRow(project: project, row: $0, indicator: $1) }
    }

    /// In the order of the national import: 一级 二级 三级 年度指标值 当前完成值 全年预计完成 偏差原因 原因说明 完成可能性 备注.
    package var indicators: DataList<IndicatorRow> { list(town.projects.flatMap(rows)) }

    package func indicators(of project: ProjectMonitoring) -> DataList<IndicatorRow> { list(rows(of: project)) }

    private func list(_ rows: [IndicatorRow]) -> DataList<IndicatorRow> {
        DataList(
            rows,
            [
                Column("序号", "project", in: .xlsx) { $0.project.number },
                Column("项目名称", "name", in: .xlsx, upTo: 22) { $0.project.name },
                Column("行", "row", in: .xlsx) { $0.row.row },
                Column("一级指标", "category", in: .xlsx) { $0.indicator.category },
                Column("二级指标", "type", in: .xlsx) { $0.indicator.type },
                Column("三级指标", "indicator", upTo: 20) { $0.indicator.name }.named("指标", in: .html),
                Column("年度指标值", "target", upTo: 18) { $0.row.target }.named("指标值", in: .html),
                Column("当前完成值", "actual", upTo: 18) {
                    $0.row.actual.isEmpty && $0.row.isNotApplicable ? "不适用" : $0.row.actual
                }.named("完成值", in: .html),
                Column("全年预计完成", "forecast", upTo: 18) { $0.row.forecast }.named("全年预计", in: .html),
                Column("偏差原因", "reasonCategory", in: .xlsx) { $0.row.reason.category },
                Column("原因说明", "reason", upTo: 30) { $0.row.reason.wordsWithoutCategory },
                Column("完成可能性", "likelihood") { $0.row.likelihood?.rawValue },
                Column("备注", "remark", in: .xlsx) { $0.row.shortfall.map { "还差\($0)" } },
                Column("灯", "lamp") { $0.row.isNotApplicable ? nil : $0.row.lamp },
                Column("进度比", "value") { $0.row.value?.percent },
                Column("项目编码", "code", in: .xlsx, upTo: 24) { Code($0.project.code) }.unprinted(),
            ]
        ).moving("lamp", before: "indicator", in: .html)
    }

    package var checks: DataList<AppraisalCheck> { .checks(town.checks, of: report) }
}

extension DataList<AppraisalCheck> {
    /// What is to be filled in or put right, the gravest first.
    static func checks(_ checks: [AppraisalCheck], of report: AppraisalReport) -> DataList {
        let names = Dictionary(report.book.projects.map { ($0.number, $0.name) }) { first, _ in first }
        return DataList(
            checks.greatestFirst(by: \.severity),
            [
                Column("级别", "severity") { $0.severity },
                Column("编号", "code", kind: "short") { Code($0.code.rawValue) },
                Column("项目", "project", upTo: 22) { check in check.project.map { "\($0).\(names[$0] ?? "")" } },
                Column("行", "row") { $0.row },
                Column("要补、要改的", "message", upTo: 50) { $0.message },
                Column("位置", "place", upTo: 36) { $0.location.map { "\($0)" } },
            ])
    }
}
