import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Lists with headings of several rows, sums, remarks and gaps, as towns hand them in.
@Suite struct ListLayoutTests {
    private func read(_ text: String) throws -> (book: GoalBook, ids: [String]) {
        let reading = GoalBook.reading(.sheets(text), lexicon: try .ours())
        return (reading.value, reading.diagnostics.map(\.id))
    }

    private static let rows = """
        905001|青禾县石桥镇人民政府本级|13992324P00310010015L|村道养护|12.5|12.5|村道全年畅通|产出指标|数量指标|养护里程|≥|32.5|公里
        ^|^|^|^|^|^|^|^|质量指标|合格率|≥|95|%
        ^|^|^|^|^|^|^|满意度指标|服务对象满意度指标|村民满意度|≥|90|%
        ^|^|13992324P00310010023A|办公经费|3|3|保障运转|产出指标|时效指标|付款时间|定性|12月底前|
        """

    private func check(_ book: GoalBook) {
        #expect(book.projects.map(\.name) == ["村道养护", "办公经费"])
        #expect(book.projects.map(\.budget?.fen) == [12_500_000, 3_000_000])
        #expect(book.projects.map(\.fiscalFunds?.fen) == [12_500_000, 3_000_000])
        #expect(book.projects.allSatisfy { $0.moneyUnit == .wan && $0.unit.code == "905001" })
        #expect(book.projects.map(\.goals) == [["村道全年畅通"], ["保障运转"]])
        #expect(book.projects.map { $0.indicators.map(\.target.text) } == [["≥32.5公里", "≥95%", "≥90%"], ["12月底前"]])
        #expect(book.projects[0].indicators.map(\.category) == ["产出指标", "产出指标", "满意度指标"])
    }

    @Test func headingOfThreeRows() throws {
        let heading = """
            单位信息|<|项目信息|<|<|<|绩效目标|绩效指标|<|<|指标值|<|<
            单位编码|单位名称|项目编码|项目名称|预算数（万元）|<|^|一级指标|二级指标|三级指标|计算符号|指标值|单位
            ^|^|^|^|合计|其中：财政拨款|^|^|^|^|^|^|^

            """
        let (book, ids) = try read("2024年项目绩效目标导出表\n" + heading + Self.rows)
        check(book)
        #expect(ids == ["list-plan-missing"])
        // Each printed page repeats the heading.
        let lines = Self.rows.replacingOccurrences(of: "^|^|13992324P00310010023A", with: "905001||13992324P00310010023A")
            .split(separator: "\n")
        check(try read(heading + lines[..<3].joined(separator: "\n") + "\n" + heading + lines[3]).book)
    }

    /// As CSV has them: two rows of a heading and no merged cells.
    @Test func headingOfTwoRowsWithoutMergedCells() throws {
        let heading = """
            单位编码|单位名称|项目编码|项目名称|预算数（万元）||绩效目标|一级指标|二级指标|三级指标|指标值||
            ||||合计|财政拨款|||||符号|数值|度量单位

            """
        let (book, ids) = try read(heading + Self.rows.replacingOccurrences(of: "^", with: ""))
        check(book)
        #expect(ids == ["list-plan-missing"])
    }

    /// Only the groups have words of their own: 单位 above 编码 and 名称.
    @Test func headingWhoseRowsMakeWordsTogether() throws {
        let heading = """
            单位|<|项目|<|预算数（万元）|<|绩效目标|绩效指标|<|<|指标值|<|<
            编码|名称|编码|名称|合计|财政资金||一级指标|二级指标|三级指标|符号|值|单位

            """
        for text in [heading, heading.replacingOccurrences(of: "<", with: "")] {
            let (book, ids) = try read(text + Self.rows)
            check(book)
            #expect(ids == ["list-plan-missing"])
        }
    }

    @Test func headingsWithBlanksAndLineBreaks() throws {
        let heading =
            "单 位\\n编 码|单位\\n名称|项目\\n编码|项 目 名 称|预 算 数\\n（万元）|财政\\n资金|绩效\\n目标|一级\\n指标|二级\\n指标|三级\\n指标|指标\\n性质|指 标 值|度量\\n单位\n"
        check(try read(heading + Self.rows).book)
    }

    @Test func sumsAreNoProjects() throws {
        let heading = "单位编码|单位名称|项目编码|项目名称|预算数（万元）|财政资金|绩效目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位\n"
        for sum in ["小计||||15.5|15.5", "905001|青禾县石桥镇人民政府本级 小计|||15.5|15.5", "|石桥镇小计：|||15.5", "|||合 计|15.5", "总计|<|<|<|15.5"] {
            let (book, ids) = try read(heading + Self.rows + "\n" + sum)
            check(book)
            #expect(ids == ["list-plan-missing"], "\(sum)")
        }
    }

    @Test func remarksBelowAreNotLost() throws {
        let heading = "单位编码|单位名称|项目编码|项目名称|预算数（万元）|财政资金|绩效目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位\n"
        let foot = """

            填表人：张某|||||||||审核人：李某||
            说明：1.本表一式两份。
            """
        let (book, ids) = try read(heading + Self.rows + foot)
        check(book)
        #expect(ids == ["list-plan-missing", "residue"])
        #expect(book.residue.map(\.text) == ["填表人：张某", "审核人：李某", "说明：1.本表一式两份。"])
    }

    @Test func valuesOfHalfAYearAreNamed() throws {
        let (book, ids) = try read(
            """
            项目名称|预算数（万元）|一级指标|二级指标|三级指标|半年目标值|全年目标值
            村道养护|12.5|产出指标|数量指标|里程|≥1公里|≥2公里
            """)
        #expect(book.projects[0].indicators.map(\.target.text) == ["≥2公里"])
        #expect(ids.contains("list-column-unknown"))
    }

    /// What the template's sheet says of unit and year is believed or refused, never passed over.
    @Test func wrongIdentityOfTheTemplate() throws {
        let cases: [(code: String, year: String, ids: [String])] = [
            ("905001", "2026", []), ("９０５００１", "2026年度", []), ("48001", "2026", ["unit-code-invalid"]),
            ("ABC", "2026", ["unit-code-invalid"]), ("9050011", "2026", ["unit-code-invalid"]),
            ("905001", "20222", ["fiscal-year-invalid"]), ("905001", "26", ["fiscal-year-invalid"]),
        ]
        for (code, year, ids) in cases {
            let reading = GoalBook.reading(
                .sheets(
                    "栏目|标题|内容\n年度||\(year)\n单位编码||\(code)\n单位名称||青禾县石桥镇人民政府本级\n总体绩效目标||统筹安排各项工作。",
                    "项目名称|预算数（万元）|6月底|12月底|一级指标|二级指标|三级指标|指标值\n村道养护|12.5|50%|100%|产出指标|数量指标|里程|≥1公里"),
                lexicon: try .ours())
            let found = reading.diagnostics.filter { Diagnostic.identityIDs.contains($0.id) }
            #expect(
                found.map(\.id) == ids && found.allSatisfy { $0.severity == .error && $0.location?.sheet != nil },
                "\(code) \(year)")
            #expect((reading.value.unit.code == nil) == ids.contains("unit-code-invalid"))
            #expect((reading.value.fiscalYear == nil) == ids.contains("fiscal-year-invalid"))
        }
    }

    /// The template lets the department choose a unit of money; its headings name one, too.
    @Test func unitOfMoneyChosenAgainstTheHeading() throws {
        for (unit, ids) in [("元", ["money-unit-differs"]), ("万元", [])] {
            let reading = GoalBook.reading(
                .sheets(
                    "栏目|标题|内容\n单位编码||905001\n单位名称||青禾县石桥镇人民政府本级\n金额单位||\(unit)\n年度||2026",
                    """
                    项目名称|预算数（万元）|6月底|12月底|一级指标|二级指标|三级指标|指标值
                    村道养护|12.5|50%|100%|产出指标|数量指标|里程|≥1公里
                    """), lexicon: try .ours())
            #expect(reading.diagnostics.map(\.id) == ids)
            #expect(reading.value.projects.map(\.budget?.fen) == [12_500_000])
            if let trouble = reading.diagnostics.first {
                #expect(trouble.location?.address == "C4" && trouble.summary.contains("B2"))
            }
        }
    }

    /// Above a list in Word stand its title and the unit of money.
    @Test func listInADocument() throws {
        var document = SourceDocument.sheets(
            """
            序号|项目名称|预算数|一级指标|二级指标|三级指标|指标值
            1|村道养护|125000|产出指标|数量指标|里程|≥1公里
            """)
        document.format = "docx"
        let tables = document.blocks.map { block -> SourceDocument.Block in
            guard case .table(let table) = block else { return block }
            return .table(.init(rows: table.rows, rowsAreCertain: true))
        }
        let lines = ["青禾县石桥镇2024年部门预算项目绩效目标清单", "编制单位：905001青禾县石桥镇人民政府本级    单位：元"]
        document.blocks = lines.map { .paragraph(.init(text: $0, location: Location(file: "某镇.docx"))) } + tables
        let reading = GoalBook.reading(document, lexicon: try .ours())
        #expect(reading.diagnostics.map(\.id) == ["list-plan-missing"])
        #expect(reading.value.fiscalYear == 2024 && reading.value.unit.code == "905001")
        #expect(reading.value.projects.map(\.budget?.fen) == [12_500_000] && reading.value.residue.isEmpty)
    }
}
