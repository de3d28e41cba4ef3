internal import Aggregation
package import Appraisal
internal import GoalModel
internal import Reporting

/// The lists of a town's self-evaluation; 自评.xlsx and the page are written from them.
package struct EvaluationLists {
    private let report: AppraisalReport
    private let town: TownEvaluation

    package init(_ report: AppraisalReport, _ town: TownEvaluation) { (self.report, self.town) = (report, town) }

    /// A row a project in the order of the book.
    package var projects: DataList<ProjectEvaluation> {
        DataList(
            town.projects,
            [
                Column("序号", "number", in: .xlsx, totals: [.text("合计")]) { $0.number },
                Column("项目名称", "name", upTo: 30, totals: [.text("\(town.projects.count)个项目")]) { $0.name }
                    .named("项目", in: .html),
                Column("全年预算数", "adjusted", in: .xlsx, totals: [.exact(town.adjusted)]) { $0.adjusted },
                Column("支出", "paid", in: .xlsx, totals: [.exact(town.paid)]) { $0.paid },
                Column("全年预算", "adjustedWan", in: .html, totals: [.shown(ShownAmount(town.adjusted))]) {
                    ShownAmount($0.adjusted)
                },
                Column("支出", "paidWan", in: .html, totals: [.shown(ShownAmount(town.paid))]) { $0.paid.map(ShownAmount.init) },
                Column("执行率", "rate", totals: [town.rate?.percent.cell ?? .blank]) {
                    $0.paid == nil ? nil : $0.execution.percent
                },
                Column("得分", "total", totals: [town.mean?.cell ?? .blank]) { $0.total },
                Column("等级", "grade") { Code($0.grade?.rawValue) },
                Column("失分最多的指标", "weakest", upTo: 24) { weakest(of: $0) },
                Column("失分", "lost") { $0.weakest?.lost },
                Column("待补内容", "withheld", in: .xlsx, upTo: 36) { $0.withheld.joined(separator: "\n") },
                Column("数据日期", "figuresOf", in: .xlsx) { $0.figuresOf },
                Column("项目编码", "code", in: .xlsx, upTo: 24) { Code($0.code) }.unprinted(),
            ])
    }

    private func weakest(of project: ProjectEvaluation) -> String? {
        project.weakest.map { row in
            let indicators = report.project(project.number)?.indicators ?? []
            return indicators.indices.contains(row.row - 1) ? indicators[row.row - 1].name : "第\(row.row)行"
        }
    }

    /// In the order of the national import: 名称 年初 全年预算 全年执行 分值 执行率 得分.
    package var money: DataList<ProjectEvaluation> {
        DataList(
            town.projects,
            [
                Column("序号", "number") { $0.number },
                Column("名称", "name", upTo: 30) { $0.name },
                Column("年初预算数", "initial") { $0.initial },
                Column("全年预算数", "adjusted") { $0.adjusted },
                Column("全年执行数", "paid") { $0.paid },
                Column("分值", "weight") { $0.execution.weight },
                Column("执行率", "rate") { $0.paid == nil ? nil : $0.execution.percent },
                Column("得分", "points") { $0.paid == nil ? nil : $0.execution.points },
                Column("计算", "working", upTo: 28) { $0.paid == nil ? nil : $0.execution.working },
                Column("当年财政拨款", "fiscal") { part(0, of: $0) },
                Column("上年结转资金", "carried") { part(1, of: $0) },
                Column("其他资金", "other") { part(2, of: $0) },
                Column("执行偏差原因", "reason", upTo: 30) { $0.reason.words },
                Column("调整原因", "adjustmentReason", upTo: 24) { $0.adjustmentReason },
                Column("项目编码", "code", upTo: 24) { Code($0.code) }.unprinted(),
            ])
    }

    private func part(_ index: Int, of project: ProjectEvaluation) -> Money? {
        project.parts.indices.contains(index) ? project.parts[index] : nil
    }

    /// 预期目标 beside 实际完成情况.
    package var goals: DataList<ProjectEvaluation> {
        DataList(
            town.projects,
            [
                Column("序号", "number") { $0.number },
                Column("项目名称", "name", upTo: 30) { $0.name },
                Column("预期目标", "goals", upTo: 44) { report.project($0.number)?.goals.joined(separator: "\n") },
                Column("实际完成情况", "goalDone", upTo: 44) { $0.goalDone },
                Column("项目编码", "code", upTo: 24) { Code($0.code) }.unprinted(),
            ])
    }

    package struct IndicatorRow {
        let project: ProjectEvaluation
        package let row: RowEvaluation
        let indicator: Indicator
    }

    private func rows(of project: ProjectEvaluation) -> [IndicatorRow] {
        let indicators = report.project(project.number)?.indicators ?? []
        return zip(project.rows, indicators).map { IndicatorRow(project: project, row: $0, indicator: $1) }
    }

    /// In the order of the national import: 一级 二级 三级 指标值 实际完成值 分值 得分 偏差原因.
    package var indicators: DataList<IndicatorRow> { list(town.projects.flatMap(rows)) }

    package func indicators(of project: ProjectEvaluation) -> DataList<IndicatorRow> { list(rows(of: project)) }

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
                Column("指标值", "target", upTo: 18) { $0.row.target },
                Column("实际完成值", "actual", upTo: 18) {
                    $0.row.actual.isEmpty && $0.row.isNotApplicable ? "不适用" : $0.row.actual
                }.named("完成值", in: .html),
                Column("分值", "weight") { $0.row.isNotApplicable ? nil : $0.row.score.weight },
                Column("得分", "points") { $0.row.isNotApplicable ? nil : $0.row.score.points },
                Column("偏差原因分析及改进措施", "reason", upTo: 30) { $0.row.reason.words }.named("原因", in: .html),
                Column("计算", "working", upTo: 28) { $0.row.score.working },
                Column("项目编码", "code", in: .xlsx, upTo: 24) { Code($0.project.code) }.unprinted(),
            ]
        ).moving("reason", before: nil, in: .html)
    }

    package var overall: DataList<OverallEvaluation.Row> {
        DataList(
            town.overall.rows,
            [
                Column("分项目标", "title", upTo: 24, totals: town.overall.total == nil ? [] : [.text("总分（加预算执行率）")]) { $0.title },
                Column("年度目标", "target", upTo: 40) { $0.target },
                Column("实际完成情况", "actual", upTo: 40) { $0.actual },
                Column("分值", "weight", totals: town.overall.total == nil ? [] : [town.overall.weight?.cell ?? .blank]) {
                    $0.weight
                },
                Column("得分", "points", totals: town.overall.total.map { [$0.cell] } ?? []) { $0.points },
                Column("原因", "reason", upTo: 30) { $0.reason },
            ])
    }

    package var checks: DataList<AppraisalCheck> { .checks(town.checks, of: report) }
}
