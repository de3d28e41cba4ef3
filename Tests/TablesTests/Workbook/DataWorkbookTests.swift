import Aggregation
import Diagnostics
import Foundation
import GoalModel
import Linting
import Reporting
import SourceFiles
import TestSupport
import Testing

@testable import Tables

/// 数据.xlsx as a spreadsheet program finds it.
@Suite struct DataWorkbookTests {
    private func file(_ report: Report) throws -> WorkbookParts {
        try WorkbookParts(Array(try DataWorkbook(report).written().bytes))
    }

    /// The cells of one list, a row each, by the words of the head.
    private func list(_ file: WorkbookParts, _ sheet: Int) throws -> [[String: String]] {
        let cells = try file.cells(of: sheet)
        let heads = (0..<20).compactMap { column in
            cells[CellName(row: 1, column: column).relative].map { (column, $0.replacing("\n", with: "")) }
        }
        let last = cells.keys.compactMap { Int($0.drop { $0.isLetter }) }.max() ?? 0
        guard last > 2 else { return [] }
        return (2..<last).map { row in
            Dictionary(
                heads.compactMap { column, head in cells[CellName(row: row, column: column).relative].map { (head, $0) } }
            ) { first, _ in first }
        }
    }

    @Test func sameBytesEachTimeAndTheBooksDate() throws {
        let report = try #require(try SampleReports.all.get().first)
        let bytes = try DataWorkbook(report).written().bytes
        #expect(try bytes == DataWorkbook(report).written().bytes)
        let core = try WorkbookParts(Array(bytes)).text("docProps/core.xml")
        #expect(core.contains("\(report.book.fiscalYear ?? 0)-01-01T00:00:00Z"))
        let given = try DataWorkbook(report).written(created: Date(timeIntervalSince1970: 1_000_000_000)).bytes
        #expect(try WorkbookParts(Array(given)).text("docProps/core.xml").contains("2001-09-09T01:46:40Z"))
    }

    @Test func everyYearHasItsFirstDay() throws {
        for year in [1970, 1999, 2000, 2023, 2024, 2025, 2100] {
            let file = try WrittenWorkbook([], file: "甲", title: "甲", isMasked: true, created: nil, year: year)
            let core = try WorkbookParts(Array(file.bytes)).text("docProps/core.xml")
            #expect(core.contains(year == 1970 ? "1970-01-01T00:00:01Z" : "\(year)-01-01T00:00:00Z"), "\(year)")
        }
    }

    @Test func everyProjectWithItsNumbers() throws {
        for report in try SampleReports.all.get() {
            let file = try file(report)
            #expect(file.sheets.prefix(6) == ["项目", "指标", "支出计划", "资金", "问题", "测算"])
            let rows = try list(file, 0)
            #expect(rows.count == report.book.projects.count + 1)
            for (row, project) in zip(rows, report.book.projects) {
                #expect(row["项目编码"] ?? "" == project.code)
                #expect(row["预算数（万元）"].flatMap(Double.init) == project.budget.map { Double($0.fen) / 1_000_000 })
                #expect(row["项目名称"] ?? "" == project.name)
            }
            #expect(rows.last?["预算数（万元）"].flatMap(Double.init) == Double(report.funding.total.exact.fen) / 1_000_000)
            let indicators = try list(file, 1)
            let all = report.book.projects.flatMap { $0.indicators }
            #expect(indicators.map { $0["指标值"] ?? "" } == all.map(\.target.text))
            let findings = try list(file, 4)
            #expect(findings.count == report.findings.count + report.diagnostics.count)
            #expect(findings.suffix(report.findings.count).map { $0["问题"] } == report.findings.map(\.message))
        }
    }

    /// Codes stay text, so that no digit is lost; amounts and shares are numbers.
    @Test func codesAreTextAndFiguresAreNumbers() throws {
        let report = try #require(try SampleReports.all.get().first { !$0.book.projects.isEmpty })
        let file = try file(report)
        let numbers = try file.numbers(of: 0)
        let last = report.book.projects.count + 2
        let heads = try file.cells(of: 0)
        for (column, head) in [("O", "项目编码"), ("P", "单位编码"), ("D", "预算数\n（万元）")] { #expect(heads["\(column)2"] == head) }
        for row in 3...last { #expect(!numbers.contains("O\(row)") && !numbers.contains("P\(row)")) }
        for column in ["A", "D", "G", "J", "K"] { #expect(numbers.contains("\(column)3"), "\(column)") }
        let plan = try file.cells(of: 2)
        let point = try #require(report.book.projects[0].plan.points.first)
        let share = try #require(point.percent)
        #expect(try file.numbers(of: 2).contains("D3"))
        #expect(plan["D3"].flatMap(Double.init) == Double(share.tenThousandths) / 1_000_000)
        #expect(plan["D2"] == point.by.title)
    }

    @Test func fundingAgreesWithTheReport() throws {
        for report in try SampleReports.all.get() {
            let rows = try list(file(report), 3)
            for (way, parts) in [("资金来源", report.funding.bySource), ("项目类别", report.funding.byKind)] {
                let mine = rows.filter { $0["分法"] == way }
                #expect(mine.map { $0["名称"] } == parts.map(\.label))
                let sum = mine.compactMap { $0["金额（万元）"].flatMap(Double.init) }.reduce(0) { $0 + ($1 * 100).rounded() }
                #expect(sum == Double(report.funding.total.hundredths))
            }
        }
    }

    @Test func sheetsArePreparedForWorkAndPaper() throws {
        let report = try #require(try SampleReports.all.get().first)
        let file = try file(report)
        for sheet in 0..<6 {
            let xml = try file.xml(of: sheet)
            #expect(
                sheet == 5
                    || xml.contains("<autoFilter ref=\"A2:") && xml.contains("ySplit=\"2\"") && xml.contains("state=\"frozen\""))
            #expect(
                xml.contains("paperSize=\"9\"") && xml.contains("orientation=\"landscape\"") && xml.contains("fitToHeight=\"0\""))
            #expect(xml.contains("内部资料，仅供内部审核使用"))
            #expect(try file.cells(of: sheet)["A1"]?.contains("内部资料") == true)
        }
        #expect(try file.text("xl/workbook.xml").matches(of: /Print_Titles/).count == 6)
        // Codes and fingerprints stand behind what is printed; the plan and the funding are printed in full or without them.
        let areas = try file.text("xl/workbook.xml").matches(of: #/Print_Area"[^>]*>([^<]*)</#).map { String($0.1) }
        #expect(areas.count == 5 && areas.contains { $0.hasPrefix("'项目'!$A$1:$N$") }, "\(areas)")
        var open = report
        open.isMasked = true
        let masked = try self.file(open)
        for sheet in 0..<6 { #expect(try !masked.xml(of: sheet).contains("内部资料")) }
        #expect(try !masked.text("xl/sharedStrings.xml").contains("内部资料"))
    }

    @Test func aBookWithoutProjectsHasItsSheets() throws {
        let file = try file(SampleFindings.report(SampleBooks.book([])))
        #expect(file.sheets.prefix(6) == ["项目", "指标", "支出计划", "资金", "问题", "测算"])
        #expect(try !file.xml(of: 0).contains("<autoFilter"))
    }
}
