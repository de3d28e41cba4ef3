import Diagnostics
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Money by other sources than 财政资金 and 其他资金.
@Suite struct FundPartTests {
    private static let head = """
        部门预算项目绩效目标表
        905001青禾县石桥镇人民政府本级|<|<|<|<|<|单位：万元|<
        项目编码|13992324P00310010015L|<|项目名称|村道养护|<|<|<

        """
    private static let rows = """

        绩效目标|1.村道全年畅通|<|<|<|<|<|<
        一级指标|二级指标|三级指标|绩效指标描述|指标值|<|<|指标值确定依据
        产出指标|数量指标|养护里程|列入养护的村道|≥32.5公里|<|<|养护台账
        """

    private func read(_ funds: String) throws -> Warned<GoalBook> {
        GoalBook.reading(SourceDocument.sheets(Self.head + funds + Self.rows), lexicon: try .ours())
    }

    private func sources(_ funds: String) throws -> [Int64?] {
        let project = try #require(try read(funds).value.projects.first)
        return [project.budget?.fen, project.fiscalFunds?.fen, project.otherFunds?.fen]
    }

    @Test func levelsOfGovernmentAreFiscal() throws {
        let funds = """
            项目资金|年度资金总额：|120.00|<|<|<|<|<
            ^|其中：中央补助|60.00|<|省级资金|30.5|<|<
            ^|市县财政资金|19.50|<|其他资金|10.00|<|<
            """
        let reading = try read(funds)
        let project = try #require(reading.value.projects.first)
        #expect(project.fiscalFunds == Money(fen: 110_000_000) && project.otherFunds == Money(fen: 10_000_000))
        #expect(project.raw.fiscalFunds == "110.00" && project.raw.otherFunds == "10.00")
        #expect(project.places[.fiscalFunds]?.address == "C5")
        #expect(reading.value.residue.map(\.text) == ["中央补助：60.00", "省级资金：30.5", "市县财政资金：19.50"])
        let remark = try #require(reading.diagnostics.first { $0.id == "funds-by-parts" })
        #expect(remark.summary.contains("中央补助60.00、省级资金30.5、市县财政资金19.50"))
        #expect(remark.explanation.contains("财政资金110.00万元、其他资金10.00万元"))
    }

    @Test(
        "Parts count only where the whole adds up",
        arguments: [
            // What is left of the year before, and what the unit collects.
            ("资金总额|120|当年财政拨款|100|上年结转资金|20||", [120, 120, 0]),
            ("资金总额|120|财政拨款|100|财政专户管理资金|15|单位资金|5", [120, 100, 20]),
            ("资金总额|120|一般公共预算拨款|90|政府性基金预算拨款|30||", [120, 120, 0]),
            // Details of what is stated already.
            ("资金总额|120|财政资金|120|其中：上年结转资金|20||", [120, 120, 0]),
            // Parts of parts, and sums that are wrong.
            ("资金总额|120|中央资金|60|地方资金|60|省级资金|40", [120, nil, 0]),
            ("资金总额|120|财政拨款|100|上年结转|10||", [120, 100, 0]),
            ("资金总额|120|中央资金|约60|省级资金|60||", [120, nil, 0]),
        ] as [(String, [Int64?])])
    func waysOfAdding(funds: String, expected: [Int64?]) throws {
        #expect(try sources("项目资金|" + funds) == expected.map { $0.map { $0 * 1_000_000 } })
    }

    /// The form for several years has a column for all of them before that of this one.
    @Test func partsOfThisYear() throws {
        let funds = """
            项目资金|实施期资金总额|300|<|年度资金总额|120|<|<
            ^|其中：中央资金|200|<|其中：中央资金|80|<|<
            ^|地方资金|100|<|地方资金|40|<|<
            """
        #expect(try sources(funds) == [120_000_000, 120_000_000, 0])
    }

    @Test func theNatureOfTheMoneyIsNoPart() throws {
        let reading = try read("项目资金|资金总额|120|财政拨款|120|资金性质|一般公共预算|")
        #expect(reading.value.projects.map(\.fiscalFunds?.fen) == [120_000_000])
        #expect(reading.value.residue.map(\.text) == ["资金性质：一般公共预算"])
    }

    @Test func columnsOfAList() throws {
        let list = """
            单位编码|单位名称|项目编码|项目名称|预算数（万元）|中央资金（万元）|省级资金（元）|自筹资金（万元）|一级指标|二级指标|三级指标|指标值
            905001|青禾县石桥镇人民政府本级|13992324P00310010015L|村道养护|120|60|500000|10|产出指标|数量指标|养护里程|≥32.5公里
            |||||60|500000|10||质量指标|合格率|≥95%
            ||13992324P00310010023A|办公经费|30|||30|产出指标|时效指标|付款时间|2024年12月31日前
            """
        let book = GoalBook.reading(SourceDocument.sheets(list), lexicon: try .ours()).value
        #expect(book.projects.map(\.fiscalFunds?.fen) == [110_000_000, nil])
        #expect(book.projects.map(\.otherFunds?.fen) == [10_000_000, 30_000_000])
        #expect(book.projects.map(\.raw.fiscalFunds) == ["110.00", ""])
    }
}
