import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import Linting
import SourceFiles
import TestSupport
import Testing

@testable import Tables

/// The template as it is given out, filled in, read and judged.
@Suite struct FilledTemplateTests {
    @Test func readerKnowsItsSheets() throws {
        #expect(FillInTemplate.department.headings == TemplateDepartment.header)
        #expect(FillInTemplate.projects.headings == TemplateProjects.header)
        #expect(FillInTemplate.indicators.headings == TemplateIndicators.header)
        let sheets = [TemplateDepartment.sheet, TemplateProjects.sheet, TemplateIndicators.sheet]
        #expect(FillInTemplate.sheets.map(\.name) == sheets.map(\.name))
    }

    /// Adds rows below those of a sheet of the document.
    private func fill(_ document: inout SourceDocument, _ sheet: String, _ rows: [[String]]) {
        for (index, block) in document.blocks.enumerated() {
            guard case .table(var table) = block, let last = table.rows.last?.cells.first?.location, last.sheet == sheet else {
                continue
            }
            table.rows += rows.enumerated().map { offset, texts in
                SourceDocument.Row(
                    cells: texts.enumerated().map { column, text in
                        var place = last
                        place.row = (last.row ?? 0) + offset + 1
                        place.cell = column + 1
                        return SourceDocument.Cell(text: text, location: place, column: column + 1)
                    })
            }
            document.blocks[index] = .table(table)
        }
    }

    private static let rows = [
        ["产出指标", "数量指标", "发放人数", "领到补助的人数", "≥", "12", "人", "花名册"],
        ["产出指标", "质量指标", "发放准确率", "金额无误的占比", "＝", "100", "%", "规范"],
        ["产出指标", "时效指标", "完成时间", "全部发到手的时间", "定性", "12月底前", "", "计划"],
        ["成本指标", "经济成本指标", "补助总额", "全年支出", "≤", "12.5", "万元", "预算"],
        ["效益指标", "社会效益指标", "受益家庭", "得到帮助的家庭", "≥", "10", "户", "统计"],
        ["满意度指标", "服务对象满意度指标", "家庭满意度", "满意的占比", "≥", "95", "%", "问卷"],
    ]

    /// The errors of the book, by reading and by the rules, where the indicators have this code and name.
    private func errors(code: String, name: String, listed: String) throws -> [String] {
        var document = try SourceReader.document(Array(try FormTemplate.bytes()), path: "填报模板.xlsx").value
        let department = [
            ["单位编码", "", "901001"], ["单位名称", "", "巨鹿县石桥镇人民政府本级"], ["年度", "", "2024"],
            ["总体绩效目标", "", "帮助家庭，让补助及时足额发到手。"], ["分项绩效目标", "家庭帮扶", "补助按时发放。", "发放准确率100%"],
            ["工作保障措施", "明确责任", "镇长负总责。"],
        ]
        fill(&document, "部门", department)
        let project = [
            "1", listed, "四术并发症费用", "", "", "12.5", "12.5", "0", "给符合条件的家庭发补助", "25%", "50%", "75%", "100%", "家庭得到及时帮助",
        ]
        fill(&document, "项目", [project])
        fill(&document, "指标", Self.rows.map { ["1", code, name] + $0 })
        let reading = GoalBook.reading(document, lexicon: try .ours())
        let findings = Linter(tables: try LintingTables(file: Repository.resource)).findings(in: reading.value)
        return reading.diagnostics.filter { $0.severity == .error }.map(\.id)
            + findings.filter { $0.severity == .error }.map(\.code)
    }

    @Test func oneErrorForOneSlip() throws {
        let (code, slip) = ("13052924P00584012146U", "13052924POO584O12146U")
        let cases: [(code: String, name: String, listed: String, errors: [String])] = [
            (code, "四术并发症费用", code, []), ("", "四术并发症费", code, ["template-project-unknown"]),
            (slip, "四术并发症费", code, ["template-project-unknown"]), (slip, "四术并发症费用", code, ["template-code-differs"]),
            (code, "四术并发症费", code, ["template-name-differs"]), (slip, "四术并发症费用", slip, ["C01"]),
            (code, "四术并发症费用", slip, ["C01"]), (code, "", slip, ["C01"]),
            ("", "道路养护", code, ["template-project-unknown"]),
        ]
        for (code, name, listed, expected) in cases {
            let found = try errors(code: code, name: name, listed: listed)
            #expect(found == expected, "\(code) \(name)")
        }
    }

    /// Names are chosen from those in the sheet 项目.
    @Test func namesOfProjectsAreOffered() throws {
        let sheet = try WorkbookParts(Array(try FormTemplate.bytes())).text("xl/worksheets/sheet4.xml")
        let list = /<dataValidation type="list"[^>]*sqref="([A-Z]+\d+:[A-Z]+\d+)"[^>]*><formula1>(.*?)<\/formula1>/
        let lists = sheet.matches(of: list)
        let names = lists.filter { $0.2.contains("项目!") }
        #expect(names.map { String($0.1) } == ["C8:C1507"])
        #expect(Set(lists.map { String($0.1.prefix(1)) }) == ["C", "D", "E", "H", "J"])
    }
}
