import Diagnostics
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// What a form asks for and nobody filled in leaves its place behind, so that rules can ask for it.
@Suite struct EmptyCellTests {
    private func read(_ text: String) throws -> Warned<GoalBook> {
        GoalBook.reading(.sheets(text), lexicon: try .ours())
    }

    private func form(purpose: String = "日常养护", goals: String = "村道畅通", row: String = "产出指标|质量指标|合格率|验收合格的占比|≥95%|规程") -> String {
        """
        1.沟渠清理绩效目标表
        905001青禾县石桥镇人民政府本级|<|<|单位：万元
        项目编码|13992324P00310010015L|项目名称|沟渠清理
        预算规模及资金用途|预算数|12.5|其中：财政资金|12.5|其他资金|0
        |\(purpose)
        资金支出计划（%）|3月底|6月底|10月底|12月底
        |25%|50%|80%|100%
        绩效目标|\(goals)
        一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据
        产出指标|数量指标|清理长度|列入清理的沟渠|≥32.5公里|清理台账
        \(row)
        """
    }

    @Test func placesOfEmptyCells() throws {
        let whole = try #require(try read(form()).value.projects.first)
        #expect(whole.purpose == "日常养护" && whole.goals == ["村道畅通"])
        let empty = try #require(try read(form(purpose: "", goals: "")).value.projects.first)
        #expect(empty.purpose.isEmpty && empty.places[.purpose]?.row == 4)
        #expect(empty.goals.isEmpty && empty.places[.goals]?.row == 8)
    }

    /// A row that the form has ready, with its sign and unit perhaps, is none that somebody left half empty.
    @Test(arguments: ["效益指标|经济效益指标", "|时效指标", "效益指标|社会效益指标||||", "效益指标|生态效益指标|指标1："])
    func preparedRows(row: String) throws {
        let reading = try read(form(row: row))
        #expect(reading.value.projects.map(\.indicators.count) == [1])
        #expect(reading.diagnostics.map(\.id) == ["rows-unfilled"], "\(reading.diagnostics)")
    }

    @Test func preparedRowsOfAList() throws {
        let reading = try read(
            """
            项目名称|预算数（万元）|6月底|12月底|一级指标|二级指标|三级指标|指标性质|指标值|度量单位
            村道养护|12.5|50%|100%|产出指标|数量指标|里程|≥|1|公里
            村道养护|12.5|50%|100%|效益指标|社会效益指标||≥||%
            """)
        #expect(reading.value.projects.map(\.indicators.count) == [1])
    }

    /// A column that a form has none of has no cell that could be empty.
    @Test func cellsOfColumns() throws {
        let rows = try #require(try read(form(row: "产出指标|质量指标|合格率|验收合格的占比|≥95%|")).value.projects.first?.indicators)
        #expect(rows.map(\.basis) == ["清理台账", ""])
        let others: [Indicator.Field] = [.category, .type, .name, .description, .target]
        #expect(rows.allSatisfy { row in others.allSatisfy { row.places[$0] != row.places[.basis] } })
    }

    /// A document that has a first part in its headings and nothing below them.
    @Test(arguments: ["第一部分 部门整体绩效目标\n第二部分 预算项目绩效目标\n", "第二部分 预算项目绩效目标\n", "第一部分\n"])
    func emptyPartOne(head: String) throws {
        let book = try read(head + form()).value
        #expect(book.partOne.count == 1 && book.partOne.allSatisfy { $0.paragraphs.isEmpty && $0.heading.location?.row == 1 })
        #expect(try read(form()).value.partOne.isEmpty)
        let written = try read("第一部分\n一、总体绩效目标\n统筹安排各项工作。\n第二部分\n" + form()).value
        #expect(written.overallGoal == "统筹安排各项工作。" && written.partOne.map(\.heading.text) == ["一、总体绩效目标"])
    }
}
