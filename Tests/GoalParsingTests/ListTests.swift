import Diagnostics
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Lists as budget systems export them: columns in any order, blank cells, units, signs apart.
@Suite struct ListTests {
    private func book(_ texts: String...) throws -> (book: GoalBook, ids: [String]) {
        let documents = texts.map { SourceDocument.sheets($0) }
        var whole = documents[0]
        whole.blocks = documents.flatMap(\.blocks)
        let reading = GoalBook.reading(whole, lexicon: try .ours())
        return (reading.value, reading.diagnostics.map(\.id))
    }

    private static let export = """
        2024年部门预算项目绩效目标导出表
        单位编码|单位名称|项目编码|项目名称|预算数（元）|年度目标|一级指标|二级指标|三级指标|指标解释|指标性质|指标值|度量单位|权重
        905001|青禾县石桥镇人民政府本级|13992324P00310010015L|村道养护|125000|村道全年畅通|产出指标|数量指标|养护里程|列入养护的村道|≥|32.5|公里|10
        |||||||质量指标|合格率|修补后无沉陷|≥|95|%|10
        ||||||满意度指标|服务对象满意度指标|村民满意度|满意的占比|定性|良以上||10
        ||13992324P00310010023A|办公经费|30000.5|保障运转|产出指标|时效指标|付款时间|按时付款|定性|2024年12月31日前||20
        合计||||155000.5
        """

    @Test func exportIsRead() throws {
        let (book, ids) = try book(Self.export)
        #expect(ids == ["list-plan-missing"])
        #expect(book.town == "石桥镇" && book.county == "青禾县" && book.unit.code == "905001" && book.fiscalYear == 2024)
        #expect(book.projects.map(\.name) == ["村道养护", "办公经费"])
        #expect(book.projects.map(\.budget?.fen) == [12_500_000, 3_000_050])
        #expect(book.projects.map(\.moneyUnit) == [.yuan, .yuan])
        #expect(book.projects.map(\.goals) == [["村道全年畅通"], ["保障运转"]])
        #expect(book.projects.map { $0.unit.name } == Array(repeating: "青禾县石桥镇人民政府本级", count: 2))
        let rows = book.projects[0].indicators
        #expect(rows.map(\.category) == ["产出指标", "产出指标", "满意度指标"])
        #expect(rows.map(\.type) == ["数量指标", "质量指标", "服务对象满意度指标"])
        #expect(rows.map(\.target.text) == ["≥32.5公里", "≥95%", "良以上"])
        #expect(rows[1].places[.target]?.address == "L4")
        #expect(rows[1].places[.target]?.description == "某镇.xlsx “表1”表 L4")
        #expect(book.projects[1].indicators.map(\.target.kind) == ["deadline"])
        #expect(book.residue.isEmpty)
    }

    @Test func columnsInAnotherOrderGiveTheSame() throws {
        let lines = Self.export.split(separator: "\n").dropFirst().map { line in
            var cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            while cells.count < 14 { cells.append("") }
            return cells
        }
        var random = SplitMix64(seed: 4)
        for _ in 0..<50 {
            let order = Array(0..<14).shuffled(using: &random)
            // A row needs its project on its left or above; totals are known by their first cell.
            let text = lines.dropLast().map { line in order.map { line[$0] }.joined(separator: "|") }.joined(separator: "\n")
            let (book, ids) = try book("2024年部门预算项目绩效目标导出表\n" + text)
            #expect(ids == ["list-plan-missing"])
            #expect(book.projects.map(\.budget?.fen) == [12_500_000, 3_000_050])
            #expect(book.projects.map(\.indicators.count) == [3, 1])
            #expect(book.projects[0].indicators.map(\.target.text) == ["≥32.5公里", "≥95%", "良以上"])
        }
    }

    @Test func signNumberAndUnitMayStandInOneColumn() throws {
        let (book, _) = try book(
            """
            项目名称|一级指标|二级指标|三级指标|指标值
            村道养护|产出指标|数量指标|养护里程|≥32.5公里
            |成本指标|经济成本指标|每公里费用|<=5000元
            """)
        #expect(book.projects[0].indicators.map(\.target.text) == ["≥32.5公里", "<=5000元"])
        #expect(book.projects[0].indicators.map(\.kind) == [.quantity, .cost])
    }

    @Test func headingOfTwoRowsIsOne() throws {
        let (book, _) = try book(
            """
            单位：万元
            序号|项目名称|预算数|资金支出计划|<|<|<|绩效指标|<|<|<
            ^|^|^|3月底|6月底|9月底|12月底|一级指标|二级指标|三级指标|指标值
            1|村道养护|12.5|20%|50%|80%|100%|产出指标|数量指标|养护里程|≥32.5公里
            ^|^|^|^|^|^|^|^|质量指标|合格率|≥95%
            """)
        #expect(book.projects.count == 1)
        #expect(book.projects[0].plan.points.map(\.by.code) == ["03-31", "06-30", "09-30", "12-31"])
        #expect(book.projects[0].plan.points.map(\.percent) == [20, 50, 80, 100].map { Percent($0) })
        #expect(book.projects[0].budget == Money(fen: 12_500_000))
        #expect(book.projects[0].indicators.map(\.type) == ["数量指标", "质量指标"])
    }

    @Test func unitsOfMoneyComeFromEachHeading() throws {
        let (book, _) = try book(
            """
            项目名称|预算数（万元）|财政资金（元）|一级指标|二级指标|三级指标|指标值
            村道养护|12.5|125000|产出指标|数量指标|养护里程|≥1公里
            """)
        #expect(book.projects[0].budget == Money(fen: 12_500_000))
        #expect(book.projects[0].fiscalFunds == Money(fen: 12_500_000))
    }

    @Test func twoSheetsCompleteEachOther() throws {
        let (book, ids) = try book(
            """
            项目编码|项目名称|预算数（万元）|资金用途|3月底|6月底|10月底|12月底
            13992324P00310010015L|村道养护|12.5|日常养护|0.25|0.5|0.75|1
            13992324P00310010023A|办公经费|3|运转|25%||75%|100%
            """,
            """
            项目编码|一级指标|二级指标|三级指标|指标值
            13992324P00310010023A|产出指标|时效指标|付款|按月
            13992324P00310010015L|产出指标|数量指标|里程|≥1公里
            """)
        #expect(book.projects.map(\.name) == ["村道养护", "办公经费"])
        #expect(book.projects.map(\.indicators.count) == [1, 1])
        #expect(book.projects[0].plan.points.map(\.percent) == [25, 50, 75, 100].map { Percent($0) })
        #expect(book.projects[1].plan.points.map(\.percent) == [Percent(25), nil, Percent(75), Percent(100)])
        #expect(!ids.contains("list-plan-missing") || book.projects.allSatisfy { !$0.plan.points.isEmpty })
    }

    @Test func contradictionsAreReportedWithBothPlaces() throws {
        let reading = GoalBook.reading(
            .sheets(
                """
                项目名称|预算数（万元）|一级指标|二级指标|三级指标|指标值
                村道养护|12.5|产出指标|数量指标|里程|≥1公里
                村道养护|13|产出指标|质量指标|合格率|≥95%
                """), lexicon: try .ours())
        let trouble = try #require(reading.diagnostics.first { $0.id == Diagnostic.differenceID })
        #expect(trouble.location?.address == "B3")
        #expect(trouble.summary.contains("12.5") && trouble.summary.contains("13") && trouble.summary.contains("B2"))
        #expect(reading.value.projects.map(\.budget) == [Money(fen: 12_500_000)])
    }

    @Test func foreignColumnsAreNamedOnce() throws {
        let (_, ids) = try book(
            """
            项目名称|预算数（万元）|评审人意见|一级指标|二级指标|三级指标|指标值
            村道养护|12.5|同意|产出指标|数量指标|里程|≥1公里
            |||||合格率|≥95%
            """)
        #expect(ids.count { $0 == "list-column-unknown" } == 1)
    }

    @Test func rowsAboveTheFirstProjectAreNotLostSilently() throws {
        let (book, ids) = try book(
            """
            项目编码|项目名称|一级指标|二级指标|三级指标|指标值
            ||产出指标|数量指标|里程|≥1公里
            |村道养护|产出指标|数量指标|里程|≥2公里
            """)
        #expect(ids.contains("list-row-lost"))
        #expect(book.projects.map(\.indicators.count) == [1])
    }

    @Test func droppedZeroIsPutBack() throws {
        let (book, ids) = try book(
            """
            附件2
            单位编码|单位名称|项目名称|一级指标|二级指标|三级指标|指标值
            61001|青禾县石桥镇人民政府本级|村道养护|产出指标|数量指标|里程|≥1公里
            61001|青禾县石桥镇人民政府本级|窗口服务|产出指标|数量指标|窗口|≥1个
            """)
        #expect(book.unit == BudgetUnit(code: "061001", name: "青禾县石桥镇人民政府本级"))
        #expect(ids.count { $0 == "unit-code-zero" } == 1)
        #expect(book.partOne.isEmpty && book.residue.map(\.text) == ["附件2"])
    }

    @Test func codeAndNameInOneCell() throws {
        let (book, _) = try book(
            """
            预算单位|项目名称|一级指标|二级指标|三级指标|指标值
            [905001]青禾县石桥镇人民政府本级|13992324P00310010015L-村道养护|产出指标|数量指标|里程|≥1公里
            """)
        #expect(book.projects.map(\.code) == ["13992324P00310010015L"])
        #expect(book.projects.map(\.name) == ["村道养护"])
        #expect(book.unit == BudgetUnit(code: "905001", name: "青禾县石桥镇人民政府本级"))
    }
}
