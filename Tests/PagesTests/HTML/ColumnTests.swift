import Diagnostics
import Foundation
import GoalModel
import Reporting
import SourceFiles
import TestSupport
import Testing

@testable import Pages
@testable import Tables

/// A list is written once, and four writers take it.
@Suite struct ColumnTests {
    private func lists() throws -> TownLists { TownLists(try #require(try SampleReports.all.get().first)) }

    @Test func aColumnIsAddedInOneLine() throws {
        var list = try lists().projects
        list.columns.append(Column("字数（试）", "letters") { $0.project.name.count })
        let first = try #require(list.rows.first)
        let count = first.project.name.count
        let table = list.table(for: .files)
        #expect(table.csv.prefix { $0 != "\r\n" }.hasSuffix("\"字数（试）\""))
        #expect(table.csv.split(separator: "\r\n", omittingEmptySubsequences: false).contains { $0.hasSuffix(",\(count)") })
        let json = try JSONSerialization.jsonObject(with: table.json("项目", town: "甲", year: "2024年"))
        let rows = try #require((json as? [String: Any])?["rows"] as? [[String: Any]])
        #expect(rows.first?["letters"] as? Int == count)
        let sheets = [SheetList(list, name: "项目", title: "项目", colour: nil)]
        let written = try WrittenWorkbook(sheets, file: "甲", title: "甲", isMasked: true, created: nil, year: 2024)
        let document = try SourceReader.document(Array(written.bytes), path: "甲.xlsx").value
        let lines = document.blocks.flatMap { block in
            if case .table(let table) = block { table.rows.flatMap { $0.cells.map(\.text) } } else { [String]() }
        }
        #expect(lines.contains("字数（试）") && lines.contains("\(count)"))
        let page = HTML.table(list, caption: "项目").markup
        #expect(page.contains("<th scope=\"col\" class=\"n\">字数（试）</th></tr>"))
        #expect(page.contains("<td class=\"n\">\(count)</td></tr>"))
    }

    /// What is called otherwise in one output, as it has long been there.
    private static let otherwise: Set<String> = [
        "单位编码", "单位名称", "项目序号", "问题类型", "项目数", "分法", "比上一份",
    ]

    @Test func aColumnHasTheSameTitleEverywhere() throws {
        let lists = try lists()
        let county = CountyLists(CountyReport(reports: try SampleReports.all.get(), folders: [], failures: []))
        check(lists.projects)
        check(lists.indicators)
        check(lists.plan)
        check(lists.funding)
        check(lists.findings)
        check(lists.estimates)
        check(county.towns)
        check(county.kinds)
    }

    private func check<Row>(_ list: DataList<Row>) {
        #expect(Set(list.columns.map(\.key)).count == list.columns.count)
        for column in list.columns {
            let titles = [Writers.xlsx, .files, .html].filter(column.writers.contains).map { writer in
                column.title(for: writer).replacing("（万元）", with: "").replacing("（%）", with: "")
            }
            #expect(Set(titles).subtracting(Self.otherwise).isSubset(of: [column.title]), "\(titles)")
        }
        for writer in [Writers.xlsx, .files, .html] {
            #expect(Set(list.columns(for: writer).map { $0.title(for: writer) }).count == list.columns(for: writer).count)
        }
    }
}
