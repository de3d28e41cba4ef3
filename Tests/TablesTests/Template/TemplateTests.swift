import Foundation
import GoalModel
import Linting
import TestSupport
import Testing

@testable import Tables

/// 填报模板.xlsx as a spreadsheet program finds it.
@Suite struct TemplateTests {
    private func file() throws -> WorkbookParts {
        try WorkbookParts(Array(try FormTemplate.bytes()))
    }

    @Test func sameBytesEachTime() throws {
        #expect(try FormTemplate.bytes() == FormTemplate.bytes())
        #expect(try file().text("docProps/core.xml").contains("2026-01-01T00:00:00Z"))
    }

    @Test func sheetsAndHeadings() throws {
        let file = try file()
        #expect(file.sheets == ["说明", "部门", "项目", "指标"])
        #expect(try !file.text("xl/workbook.xml").contains("hidden"))
        #expect(try file.cells(of: 0)["A1"] == "填报说明")
        let headings = [
            "栏目 标题 内容 绩效指标",
            "序号 项目编码 项目名称 单位编码 单位名称 预算数（万元） 财政资金（万元） 其他资金（万元） 资金用途 3月底 6月底 10月底 12月底 绩效目标",
            "序号 项目编码 项目名称 一级指标 二级指标 三级指标 绩效指标描述 指标性质 指标值 度量单位 指标值确定依据",
        ]
        for (index, heading) in headings.enumerated() {
            let words = heading.split(separator: " ").map(String.init)
            let cells = try file.cells(of: index + 1)
            for (column, word) in words.enumerated() {
                #expect(cells[CellName(row: 0, column: column).relative] == word)
            }
            #expect(cells[CellName(row: 0, column: words.count).relative] == nil)
        }
    }

    @Test func departmentIsPrepared() throws {
        let cells = try file().cells(of: 1)
        let sections = (2...60).compactMap { cells["A\($0)"] }
        for section in TemplateDepartment.sections { #expect(sections.contains(section)) }
        #expect(sections.count { $0 == "分项绩效目标" } == 6 && sections.count { $0 == "工作保障措施" } == 5)
        for section in ["总体绩效目标", "分项绩效目标", "工作保障措施", "经费"] { #expect(sections.contains("示例：" + section)) }
        let classes = (2...60).filter { cells["A\($0)"] == "经费" }.compactMap { cells["B\($0)"] }
        #expect(classes == ["人员类", "日常公用类"])
        #expect((2...60).contains { cells["A\($0)"] == "金额单位" && cells["C\($0)"] == "万元" })
    }

    @Test func examplesAreMarkedAndWhole() throws {
        let file = try file()
        for (sheet, columns, rows) in [(2, 14, 2), (3, 9, 6)] {
            let cells = try file.cells(of: sheet)
            for row in 2..<(2 + rows) {
                #expect(cells["A\(row)"]?.hasPrefix("示例") == true)
                let filled = (0..<20).count { cells[CellName(row: row - 1, column: $0).relative] != nil }
                #expect(filled >= columns)
            }
            #expect(cells["A\(2 + rows)"] == nil, "the first row to fill in is empty")
        }
        let codes = try file.cells(of: 2)
        #expect(codes["B2"]?.count == 21 && codes["B3"]?.count == 21)
        #expect(codes["J2"] == "0.1" && codes["F2"] == "120")
        // The budget's parts add up in every example.
        for row in 2...3 {
            let money = ["F", "G", "H"].compactMap { codes["\($0)\(row)"].flatMap { Double($0) } }
            #expect(money.count == 3 && money[0] == money[1] + money[2])
        }
    }

    @Test func checksCoverThePreparedRows() throws {
        let file = try file()
        let projects = try file.text("xl/worksheets/sheet3.xml")
        for column in ["A", "B", "F", "J", "N"] { #expect(projects.contains("sqref=\"\(column)4:\(column)203\"")) }
        #expect(projects.contains("<formula1>21</formula1>"))
        #expect(projects.contains("<formula1>AND(ISNUMBER($M4),$M4&gt;=0,$M4&lt;=1,$M4&gt;=MAX($J4:$L4))</formula1>"))
        #expect(projects.contains("<formula>AND(COUNT($F4:$G4)=2,ROUND($F4-$G4-N($H4),6)&lt;&gt;0)</formula>"))
        let indicators = try file.text("xl/worksheets/sheet4.xml")
        #expect(indicators.contains("sqref=\"K8:K1507\""))
        #expect(indicators.contains("OFFSET(项目!$C$4,0,0,MAX(1,COUNTA(项目!$C$4:$C$203)),1)"))
        for list in [TemplateIndicators.categories, TemplateIndicators.types, TemplateIndicators.units] {
            #expect(indicators.contains("<formula1>\"\(list.joined(separator: ","))\"</formula1>"))
        }
        #expect(indicators.contains("<formula1>\"≥,≤,＝,&gt;,&lt;,定性\"</formula1>"))
        #expect(try file.text("xl/worksheets/sheet2.xml").contains("<formula1>\"万元,元,千元,百元,百万元,亿元\"</formula1>"))
        for sheet in 2...4 {
            let text = try file.text("xl/worksheets/sheet\(sheet).xml")
            for list in text.matches(of: /<formula1>"(.*?)"<\/formula1>/) { #expect(list.1.count <= 255) }
            for prompt in text.matches(of: /prompt="(.*?)"/) { #expect((1...255).contains(prompt.1.count)) }
            #expect(text.contains("<pane ") && text.contains("state=\"frozen\""))
            #expect(text.contains("paperSize=\"9\"") && text.contains("orientation=\"landscape\""))
            #expect(text.contains("<pageSetUpPr fitToPage=\"1\"/>"))
        }
        #expect(try file.text("xl/workbook.xml").contains("_xlnm.Print_Titles"))
    }

    /// What the drop-down offers is what the rules take for a unit.
    @Test func unitsAreUnits() throws {
        let units = try UnitTable(json5: Repository.resource("units.json5"))
        for unit in TemplateIndicators.units { #expect(units.isUnit(unit) || units.isPercent(unit), "\(unit)") }
    }

    /// What the format does not allow is an error, and nothing is overrun.
    @Test func impossibleSheetsAreRefused() throws {
        let column = Sheet.Column(width: 10, style: CellStyle())
        func check(_ condition: CellCheck.Condition) -> CellCheck {
            CellCheck(
                range: CellRange(rows: 0...9, columns: 0...0), condition: condition, answer: .refused, title: "甲", message: "乙")
        }
        var long = Sheet(name: "长", columns: [column])
        long.checks = [check(.list(Array(repeating: "指标指标指标", count: 40)))]
        var comma = Sheet(name: "逗", columns: [column])
        comma.checks = [check(.list(["a,b"]))]
        var full = Sheet(name: "满", columns: [column])
        full.checks = [check(.list(Array(repeating: "指标指标", count: 51)))]
        for sheet in [long, comma] {
            let file = try WorkbookFile(title: "试", created: 0)
            #expect(throws: WorkbookError.self) { try file.add(sheet) }
        }
        let file = try WorkbookFile(title: "试", created: 1)
        try file.add(full)
        #expect(try file.finish().count > 1_000)
        #expect(throws: WorkbookError.self) { try file.finish() }
    }
}
