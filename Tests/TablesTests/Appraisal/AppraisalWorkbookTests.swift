import Appraisal
import Foundation
import GoalModel
import Reporting
import TestSupport
import Testing

@testable import Tables

/// 监控.xlsx, 自评.xlsx and the county's workbooks as a spreadsheet program finds them.
@Suite struct AppraisalWorkbookTests {
    private func heads(_ parts: WorkbookParts, _ sheet: Int) throws -> [String] {
        let cells = try parts.cells(of: sheet)
        return (0..<24).compactMap { cells[CellName(row: 1, column: $0).relative]?.replacing("\n", with: "") }
    }

    @Test func theIndicatorsOfAnEvaluationStandInTheOrderOfTheImport() throws {
        let report = SampleAppraisal.evaluation(projects: 2, rows: 7)
        let parts = try WorkbookParts(Array(try #require(EvaluationWorkbook(report)).written().bytes))
        let indicators = try heads(parts, 3)
        let order = ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
        let first = try #require(indicators.firstIndex(of: "一级指标"))
        #expect(Array(indicators[first..<(first + order.count)]) == order)
        let money = try heads(parts, 1)
        #expect(
            Array(money[1..<8]) == ["名称", "年初预算数（万元）", "全年预算数（万元）", "全年执行数（万元）", "分值", "执行率", "得分"])
        let goals = try heads(parts, 2)
        #expect(goals.contains("预期目标") && goals.contains("实际完成情况"))
    }

    @Test func everyRowIsThereWithItsFigures() throws {
        let report = SampleAppraisal.evaluation(projects: 3, rows: 7)
        let town = try #require(report.evaluation)
        let cells = try WorkbookParts(Array(try #require(EvaluationWorkbook(report)).written().bytes)).cells(of: 3)
        let names = Set(cells.values)
        for project in report.book.projects {
            for indicator in project.indicators { #expect(names.contains(indicator.name), "\(indicator.name)") }
        }
        for row in town.projects.flatMap(\.rows) { #expect(names.contains(row.score.working), "\(row.score.working)") }
    }

    @Test func theMonitoringStandsInTheOrderOfTheImport() throws {
        let report = SampleAppraisal.monitoring(projects: 2, rows: 7)
        let parts = try WorkbookParts(Array(try #require(MonitoringWorkbook(report)).written().bytes))
        let indicators = try heads(parts, 1)
        let order = ["一级指标", "二级指标", "三级指标", "年度指标值", "当前完成值", "全年预计完成", "偏差原因", "原因说明", "完成可能性", "备注"]
        let first = try #require(indicators.firstIndex(of: "一级指标"))
        #expect(Array(indicators[first..<(first + order.count)]) == order)
        #expect(try parts.cells(of: 0).values.contains("●红"))
        let (one, two) = (try MonitoringWorkbook(report)?.written().bytes, try MonitoringWorkbook(report)?.written().bytes)
        #expect(one == two)
        #expect(MonitoringWorkbook(SampleAppraisal.evaluation(projects: 1, rows: 1)) == nil)
    }

    @Test func aCountyHasARowATown() throws {
        let county = AppraisalCounty([SampleAppraisal.monitoring(projects: 2, rows: 7)], missing: ["黑石镇2026年"])
        let workbook = CountyAppraisalWorkbook(county)
        let cells = try WorkbookParts(Array(try workbook.written().bytes)).cells(of: 0)
        #expect(workbook.fileName == "监控汇总.xlsx" && cells.values.contains("黑石镇2026年") && cells.values.contains("○未报"))
        #expect(cells.values.contains("青石镇") && cells.values.contains("1个未报"))
    }
}
