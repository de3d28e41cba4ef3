import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Forms in layouts of other counties and other years.
@Suite struct FormLayoutTests {
    private static let head = """
        905001青禾县石桥镇人民政府本级|<|<|<|<|<|单位：万元|<
        项目编码|13992324P00310010015L|<|项目名称|村道养护|<|<|<
        预算规模及资金用途|预算数|12.50|其中：财政资金|12.50|其他资金||<
        ^|村道日常养护|<|<|<|<|<|<
        资金支出计划（%）|3月底|6月底|<|9月底|<|12月底|<
        ^|25%|50%|<|75%|<|100%|<
        绩效目标|1.村道全年畅通|<|<|<|<|<|<

        """

    /// As a sheet of a workbook, and as a table in Word.
    private func readings(_ text: String) throws -> [Warned<GoalBook>] {
        let sheet = SourceDocument.sheets(text)
        return try [sheet, sheet.asTables].map { GoalBook.reading($0, lexicon: try .ours()) }
    }

    private func targets(_ book: GoalBook) -> [[String]] {
        book.projects.map { $0.indicators.map(\.target.text) }
    }

    @Test func signValueAndUnitBelowOneHeading() throws {
        let rows = """
            一级指标|二级指标|三级指标|绩效指标描述|指标值|<|<|指标值确定依据
            ^|^|^|^|符号|值|单位（文字描述）|^
            产出指标|数量指标|养护里程|列入养护的村道|≥|32.5|公里|养护台账
            ^|质量指标|合格率|无沉陷路段占比|大于等于|95|百分比|养护规范
            ^|时效指标|完成时间|按时完成|=|12月底前|文字描述|合同
            ^|成本指标|每公里费用|日常养护|=|3000|元|合同
            """
        for reading in try readings(Self.head + rows) {
            #expect(reading.diagnostics == [], "\(reading.diagnostics)")
            #expect(targets(reading.value) == [["≥32.5公里", "≥95百分比", "12月底前", "=3000元"]])
            #expect(reading.value.projects[0].indicators.map(\.basis) == ["养护台账", "养护规范", "合同", "合同"])
            #expect(reading.value.projects[0].indicators.map(\.category) == Array(repeating: "产出指标", count: 4))
        }
    }

    /// Without merged cells a heading reaches to the next one.
    @Test func partsOfAHeadingThatIsNotMerged() throws {
        let rows = """
            一级指标|二级指标|三级指标|指标值|||评（扣）分标准
            |||符号|数值|单位|
            产出指标|数量指标|养护里程|≥|32.5|公里|每少1公里扣1分
            |质量指标|合格率|≥|95|%|
            """
        for reading in try readings(Self.head + rows) {
            #expect(reading.diagnostics.map(\.id) == ["residue"])
            #expect(targets(reading.value) == [["≥32.5公里", "≥95%"]])
            #expect(reading.value.residue.map(\.text) == ["评（扣）分标准：每少1公里扣1分"])
        }
    }

    @Test func gradesOfAStandard() throws {
        let rows = """
            一级指标|二级指标|三级指标|绩效指标描述|绩效标准|<|<|<
            ^|^|^|^|优|良|中|差
            产出指标|数量指标|养护里程|养护的村道|≥30公里|≥25公里|≥20公里|<20公里
            """
        for reading in try readings(Self.head + rows) {
            #expect(targets(reading.value) == [["≥30公里"]])
            #expect(reading.value.residue.map(\.text) == ["良：≥25公里", "中：≥20公里", "差：<20公里"])
        }
    }

    @Test func valuesOfHalfAYearAndOfTheYear() throws {
        for heading in ["半年目标值|全年目标值", "半年指标值|年度指标值"] {
            let rows = """
                一级指标|二级指标|三级指标|绩效指标描述|\(heading)|指标值确定依据|备注
                产出指标|数量指标|养护里程|养护的村道|≥16公里|≥32.5公里|养护台账|
                """
            for reading in try readings(Self.head + rows) {
                #expect(targets(reading.value) == [["≥32.5公里"]])
                #expect(reading.value.residue.count == 1 && reading.value.residue[0].text.hasSuffix("：≥16公里"))
            }
        }
    }

    @Test func remarksAndSignaturesAreNoIndicators() throws {
        let rows = """
            一级指标|二级指标|三级指标|绩效指标描述|<|指标值|<|指标值确定依据
            产出指标|数量指标|养护里程|养护的村道|<|≥16公里|<|台账
            注：1.本表一式两份；2.金额以万元为单位。|<|<|<|<|<|<|<
            填报人：张某|<|<|审核人（签字）：李某|<|<|填报日期：2024年1月5日|<
            """
        for reading in try readings(Self.head + rows) {
            #expect(reading.diagnostics.map(\.id) == ["residue"])
            #expect(targets(reading.value) == [["≥16公里"]])
            #expect(reading.value.residue.count == 4 && reading.value.residue[1].text == "填报人：张某")
        }
    }

    /// 项目支出绩效目标申报表, with the rows that it has ready for more indicators.
    private static let declaration = """
        项目名称|<|村道养护|<|<|<
        主管部门及代码|<|石桥镇|<|实施单位|青禾县石桥镇人民政府
        资金情况\\n（万元）|<|年度资金总额：|<|12.5|<
        ^|<|其中：财政拨款|<|12.5|<
        ^|<|其他资金|<|0|<
        总\\n体\\n目\\n标|年度目标|<|<|<|<
        ^|目标1：村道全年畅通|<|<|<|<
        绩\\n效\\n指\\n标|一级指标|二级指标|三级指标|<|指标值
        ^|产出指标|数量指标|指标1：养护里程|<|≥32.5公里
        ^|^|^|指标2：|<|
        ^|^|质量指标|指标1：合格率|<|≥95%
        ^|^|^|……|<|
        ^|满意度指标|服务对象满意度指标|指标1：村民满意度|<|≥90%
        填报人：张某|<|<|联系电话：0319-1234567|<|<
        """

    @Test func declarationWithUnfilledRows() throws {
        for reading in try readings(Self.declaration) {
            let project = reading.value.projects[0]
            #expect(project.name == "村道养护" && project.budget?.fen == 12_500_000 && project.moneyUnit == .wan)
            #expect(project.unit == BudgetUnit(code: nil, name: "青禾县石桥镇人民政府"))
            #expect(project.indicators.map(\.category) == ["产出指标", "产出指标", "满意度指标"])
            #expect(project.indicators.map(\.type) == ["数量指标", "质量指标", "服务对象满意度指标"])
            let trouble = try #require(reading.diagnostics.first { $0.id == "rows-unfilled" })
            #expect(trouble.summary.contains("2行") && trouble.location?.row == 10)
            #expect(reading.value.residue.map(\.text).contains("联系电话：0319-1234567"))
        }
    }

    /// Title, year and unit stand above the table; the unit has a label and no code.
    @Test func linesAboveADeclaration() throws {
        var document = SourceDocument.sheets(Self.declaration)
        let lines = ["项目支出绩效目标申报表", "（2023年度）", "填报单位（盖章）：青禾县石桥镇人民政府        金额单位：万元"]
        let tables = document.blocks.map { block -> SourceDocument.Block in
            guard case .table(let table) = block else { return block }
            return .table(.init(rows: table.rows, rowsAreCertain: true))
        }
        document.format = "docx"
        document.blocks = lines.map { .paragraph(.init(text: $0, location: Location(file: "某镇.docx"))) } + tables
        let reading = GoalBook.reading(document, lexicon: try .ours())
        #expect(!reading.diagnostics.contains { $0.severity == .error }, "\(reading.diagnostics)")
        #expect(reading.value.fiscalYear == 2023 && reading.value.town == "石桥镇" && reading.value.county == "青禾县")
        #expect(reading.value.projects.map(\.name) == ["村道养护"])
        #expect(!reading.value.residue.contains { $0.text.contains("申报表") || $0.text.contains("填报单位") })
    }

    /// A project of several years: its own year's goals, money and indicators count; the others are not lost.
    @Test func allYearsBesideThisYear() throws {
        let text = """
            项目名称|<|村道养护|<|<|<|<|<
            主管部门及代码|<|石桥镇|<|实施单位|<|青禾县石桥镇人民政府|<
            项目资金\\n（万元）|<|实施期资金总额：|<|25|年度资金总额：|<|12.5
            ^|<|其中：财政拨款|<|20|其中：财政拨款|<|10
            ^|<|其他资金|<|5|其他资金|<|2.5
            绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值
            ^|产出指标|数量指标|养护里程|≥65公里|数量指标|养护里程|≥32.5公里
            ^|满意度指标|服务对象满意度指标|村民满意度|≥90%|服务对象满意度指标|村民满意度|≥85%
            """
        for reading in try readings(text) {
            let project = reading.value.projects[0]
            #expect(project.budget?.fen == 12_500_000)
            #expect(project.fiscalFunds?.fen == 10_000_000 && project.otherFunds?.fen == 2_500_000)
            #expect(targets(reading.value) == [["≥32.5公里", "≥85%"]])
            #expect(project.indicators.map(\.type) == ["数量指标", "服务对象满意度指标"])
            let rest = reading.value.residue.map(\.text)
            #expect(rest.contains("实施期资金总额：25") && rest.contains("实施期：20") && rest.contains("实施期指标值：≥65公里"))
        }
    }

    /// 部门整体支出绩效目标表 is text of part one, and no project.
    @Test func formOfTheWholeDepartment() throws {
        let text = """
            部门整体支出绩效目标申报表|<|<|<|<|<
            部门（单位）名称|<|905001青禾县石桥镇人民政府本级|<|<|<
            年度主要任务|任务名称|主要内容|<|预算金额（万元）|其中：财政拨款
            ^|基层治理|村级组织运转|<|100|100
            ^|生态环境|垃圾清运|<|50|50
            年度总体目标|目标1：运转顺畅。\\n目标2：环境整洁。|<|<|<|<
            年度绩效指标|一级指标|二级指标|三级指标|<|指标值
            ^|产出指标|数量指标|村级组织数|<|≥30个
            ^|满意度指标|服务对象满意度指标|满意度|<|≥90%
            """
        let rows = """
            一级指标|二级指标|三级指标|绩效指标描述|<|指标值|<|指标值确定依据
            产出指标|数量指标|里程|养护的村道|<|≥16公里|<|台账
            """
        let documents = [SourceDocument.sheets(text, "村道养护绩效目标表|<|<|<|<|<|<|<\n" + Self.head + rows)]
        for document in documents + documents.map(\.asTables) {
            let book = GoalBook.reading(document, lexicon: try .ours()).value
            #expect(book.projects.map(\.name) == ["村道养护"])
            #expect(book.overallGoal == "目标1：运转顺畅。\n目标2：环境整洁。")
            #expect(book.subGoals.map(\.title) == ["基层治理", "生态环境"])
            #expect(book.subGoals.map(\.goal) == ["村级组织运转", "垃圾清运"])
            let last = try #require(book.partOne.last)
            #expect(last.paragraphs.map(\.text) == ["产出指标—数量指标—村级组织数：≥30个", "满意度指标—服务对象满意度指标—满意度：≥90%"])
            #expect(book.residue.map(\.text).filter { $0.hasSuffix("0") } == ["100", "100", "50", "50"])
            #expect(book.unit.code == "905001")
        }
    }

    @Test func quartersBesideALabelOfTheirOwn() throws {
        let text = Self.head.replacingOccurrences(of: "资金支出计划（%）|3月底|6月底|<|9月底|<|12月底|<", with: "资金支出计划|一季度|二季度|<|三季度|<|四季度|<")
            .replacingOccurrences(of: "^|25%|50%|<|75%|<|100%|<", with: "本年安排的比例|25|50|<|75|<|100|<")
        let rows = """
            一级指标|二级指标|三级指标|绩效指标描述|<|指标值|<|指标值确定依据
            产出指标|数量指标|养护里程|养护的村道|<|≥16公里|<|台账
            """
        for reading in try readings(text + rows) {
            let plan = try #require(reading.value.projects.first).plan
            #expect(plan.points.map(\.by.code) == ["03-31", "06-30", "09-30", "12-31"])
            #expect(plan.points.map(\.percent) == [25, 50, 75, 100].map { Percent($0) })
        }
    }

    @Test(arguments: ["", "|", "||"])
    func formsSideBySide(gap: String) throws {
        let rows = """
            一级指标|二级指标|三级指标|绩效指标描述|<|指标值|<|指标值确定依据
            产出指标|数量指标|里程|养护的村道|<|≥16公里|<|台账
            ^|质量指标|合格率|无沉陷路段占比|<|≥95%|<|养护规范
            """
        let left = "村道养护绩效目标表|<|<|<|<|<|<|<\n" + Self.head + rows
        let right = left.replacingOccurrences(of: "村道养护", with: "办公经费").replacingOccurrences(of: "0015L", with: "0023A")
        let both = zip(left.split(separator: "\n"), right.split(separator: "\n")).map { $0 + "|" + gap + $1 }.joined(
            separator: "\n")
        let reading = GoalBook.reading(.sheets("石桥镇2024年项目绩效目标\n" + both), lexicon: try .ours())
        #expect(reading.diagnostics.map(\.id).allSatisfy { $0 == "residue" }, "\(reading.diagnostics)")
        #expect(reading.value.projects.map(\.name) == ["村道养护", "办公经费"])
        #expect(reading.value.projects.map(\.code) == ["13992324P00310010015L", "13992324P00310010023A"])
        #expect(reading.value.projects.allSatisfy { $0.plan.points.count == 4 && $0.budget?.fen == 12_500_000 })
        #expect(targets(reading.value) == [["≥16公里", "≥95%"], ["≥16公里", "≥95%"]])
        let column = Location.letters(ofColumn: 9 + gap.count + 5)
        #expect(reading.value.projects[1].indicators[0].places[.target]?.address == column + "11")
    }

    /// A table broken off at the end of a page; the printed words between are none of the book.
    @Test func tableBrokenOverPages() throws {
        let heading = "一级指标|二级指标|三级指标|绩效指标描述|<|指标值|<|指标值确定依据\n"
        let first = Self.head + heading + "产出指标|数量指标|养护里程|养护的村道|<|≥16公里|<|台账"
        let rest = "产出指标|质量指标|合格率|无沉陷路段占比|<|≥95%|<|养护规范"
        let goesOn = "|质量指标|合格率|无沉陷路段占比|<|≥95%|<|养护规范"
        for second in [heading + rest, rest, heading + goesOn, goesOn] {
            for between in [[], ["续表"], ["（接上页）", "单位：万元"], ["续表1："]] {
                var document = SourceDocument.sheets(first)
                document.format = "docx"
                let tables = [document, SourceDocument.sheets(second)].flatMap(\.blocks).map { block -> SourceDocument.Block in
                    guard case .table(let table) = block else { return block }
                    return .table(.init(rows: table.rows, rowsAreCertain: true))
                }
                document.blocks = [tables[0]]
                document.blocks += between.map { .paragraph(.init(text: $0, location: Location(file: "某镇.docx"))) }
                document.blocks.append(tables[1])
                let reading = GoalBook.reading(document, lexicon: try .ours())
                #expect(reading.diagnostics == [], "\(reading.diagnostics)")
                #expect(targets(reading.value) == [["≥16公里", "≥95%"]])
                #expect(reading.value.projects[0].indicators.map(\.category) == ["产出指标", "产出指标"])
            }
        }
    }
}

extension SourceDocument {
    /// The same tables as in Word.
    fileprivate var asTables: SourceDocument {
        var document = self
        document.format = "docx"
        document.blocks = blocks.map { block in
            guard case .table(let table) = block else { return block }
            return .table(.init(rows: table.rows, rowsAreCertain: true))
        }
        return document
    }
}
