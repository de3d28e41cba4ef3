import Aggregation
import Diagnostics
import Foundation
import GoalModel
import Reporting
import TestSupport
import Testing

@testable import Tables

/// 汇总.xlsx as a spreadsheet program finds it.
@Suite struct CountyWorkbookTests {
    private func county(_ reports: [Report], failures: [InputFailure] = []) -> CountyReport {
        CountyReport(reports: reports, folders: reports.indices.map { "镇\($0)" }, failures: failures)
    }

    private func file(_ county: CountyReport, isMasked: Bool = false) throws -> WorkbookParts {
        var county = county
        county.isMasked = isMasked
        return try WorkbookParts(Array(try CountyWorkbook(county).written().bytes))
    }

    @Test func aRowATownAndTheTotalsOfThePage() throws {
        let county = county(try SampleReports.all.get())
        let file = try file(county)
        #expect(file.sheets == ["乡镇", "资金类别", "图表"])
        let cells = try file.cells(of: 0)
        for (index, row) in county.rows.enumerated() {
            #expect(cells["B\(index + 3)"] == row.town && cells["K\(index + 3)"] == row.folder)
            #expect(cells["F\(index + 3)"].flatMap(Double.init) == Double(row.budget.hundredths) / 100)
            #expect(cells["H\(index + 3)"] == "\(row.errors)")
        }
        let last = county.rows.count + (county.years.count > 1 ? county.years.count : 0) + 3
        #expect(cells["A\(last)"] == "合计")
        #expect(cells["F\(last)"].flatMap(Double.init) == Double(county.total.hundredths) / 100)
        #expect(try file.numbers(of: 0).contains("F\(last)") && !file.xml(of: 0).contains("<f>"))
        #expect(try file.text("docProps/core.xml").contains("\(county.newestYear ?? 0)-01-01T00:00:00Z"))
        #expect(
            try CountyWorkbook(county).written().bytes == CountyWorkbook(county).written().bytes
        )
    }

    /// Rows and columns add up to what stands beside and below them, whatever the amounts.
    @Test(arguments: 0..<40) func kindsAddUp(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let reports = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
            SampleFindings.report(SampleBooks.random(&generator, projects: Int.random(in: 0...12, using: &generator)))
        }
        let county = county(reports)
        for row in county.rows {
            #expect(row.byKind.map(\.amount).reduce(.zero, +) == row.budget)
            for part in row.byKind { #expect(abs(part.amount.hundredths - ShownAmount(part.amount.exact).hundredths) <= 1) }
        }
        #expect(county.byKind.map(\.amount).reduce(.zero, +).hundredths == county.total.hundredths)
        #expect(county.byKind.reduce(0) { $0 + $1.projects } == county.projects)
        let cells = try file(county).cells(of: 1)
        let last = county.rows.count + 3
        for column in 3..<(4 + county.byKind.count) {
            let figures = (3..<last).compactMap { cells[CellName(row: $0 - 1, column: column).relative].flatMap(Double.init) }
            let sum = figures.reduce(0) { $0 + ($1 * 100).rounded() }
            #expect(
                cells[CellName(row: last - 1, column: column).relative].flatMap(Double.init).map { ($0 * 100).rounded() } == sum)
        }
    }

    @Test func chartsAreNativeAndLookAtTheirFigures() throws {
        let county = county(try SampleReports.all.get())
        let file = try file(county)
        for chart in 1...2 {
            let xml = try file.text("xl/charts/chart\(chart).xml")
            #expect(xml.contains("<c:barChart>") && xml.contains("<c:f>") && xml.contains("图表") && xml.contains("!$C$"))
        }
        #expect(try file.text("xl/charts/chart1.xml").contains("!$B$3:$B$\(2 + county.byKind.count)<"))
        #expect(try file.text("xl/drawings/drawing1.xml").contains("descr="))
    }

    @Test func changesAndFailuresHaveTheirPlaceWhereThereAreAny() throws {
        var generator = SplitMix64(seed: 7)
        var report = SampleFindings.report(SampleBooks.random(&generator, projects: 5))
        var older = Edition(report)
        older.year = 2023
        older.total = .zero
        report.change = BookChange(from: older, to: Edition(report))
        let failures = [InputFailure(path: "=坏.txt", reason: "+读不了")]
        let file = try file(county([report], failures: failures), isMasked: true)
        #expect(file.sheets == ["乡镇", "资金类别", "图表", "失败"])
        let cells = try file.cells(of: 0)
        #expect(cells["L2"] == "与哪一份比" && cells["L3"] == "2023年")
        #expect(cells["M3"].flatMap(Double.init) == Double(report.funding.total.hundredths) / 100)
        let failed = try file.cells(of: 3)
        #expect(failed["A3"] == "=坏.txt" && failed["B3"] == "+读不了")
        #expect(try !file.text("xl/sharedStrings.xml").contains("内部资料"))
    }
}
