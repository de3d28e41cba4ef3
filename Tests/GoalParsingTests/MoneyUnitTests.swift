import Diagnostics
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// The unit of money wherever a document states it; one that nobody knows leaves the amount without a sum.
@Suite struct MoneyUnitTests {
    private func form(unit: String, labels: (String, String, String) = ("预算数", "财政资金", "其他资金"), _ amounts: [String]) -> String {
        """
        1.沟渠清理绩效目标表
        905001青禾县石桥镇人民政府本级|<|<|<|<|<|\(unit)|<
        项目编码|13992324P00310010015L|<|项目名称|沟渠清理|<|<|<
        预算规模及资金用途|\(labels.0)|\(amounts[0])|\(labels.1)|\(amounts[1])|\(labels.2)|\(amounts[2])|<
        一级指标|二级指标|三级指标|绩效指标描述|指标值|<|<|指标值确定依据
        产出指标|数量指标|清理长度|列入清理的沟渠|≥32.5公里|<|<|清理台账
        """
    }

    private func read(_ text: String) throws -> (project: Project, diagnostics: [Diagnostic]) {
        let reading = GoalBook.reading(.sheets(text), lexicon: try .ours())
        let wanted = reading.diagnostics.filter { $0.id.hasPrefix("money") || $0.id.hasPrefix("amount") }
        return (try #require(reading.value.projects.first), wanted)
    }

    @Test(
        arguments: [
            ("单位： 元", 100), ("单位：\u{3000}元", 100), ("单 位：元", 100), ("单位 ：元", 100), ("单位：人民币 元", 100), ("单位：元（人民币）", 100),
            ("金额：元", 100),
            ("币种：人民币 单位：元", 100), ("单位：千元", 100_000), ("单位：百元", 10_000), ("单位：百万元", 100_000_000), ("单位：亿元", 10_000_000_000),
            ("单位：万元", 1_000_000), ("（千元）", 100_000), ("以元为单位", 100), ("（以万元为单位）", 1_000_000), ("金额以元计", 100),
            ("注：本表金额单位均为千元。", 100_000), ("单位以百元计", 10_000), ("本表数据均以 元 为计量单位", 100),
        ] as [(String, Int64)])
    func unitLine(line: String, fen: Int64) throws {
        let (project, diagnostics) = try read(form(unit: line, ["1,250", "1200", "50"]))
        #expect([project.budget, project.fiscalFunds, project.otherFunds].map { $0?.fen } == [1250 * fen, 1200 * fen, 50 * fen])
        #expect(project.moneyUnit.fen == fen && project.raw.budget == "1,250" && diagnostics.isEmpty)
        #expect(project.places[.moneyUnit] != nil)
    }

    /// As our own books print it.
    @Test(arguments: [" ", "\u{3000}", ""])
    func unitCodeAndNameApart(blank: String) throws {
        let text = form(unit: "单位：万元", ["12.5", "12.5", ""]).replacing("905001青禾县", with: "905001\(blank)青禾县")
        #expect(try read(text).project.unit == BudgetUnit(code: "905001", name: "青禾县石桥镇人民政府本级"))
    }

    @Test(arguments: ["单位：美元", "单位：万美元", "单位：斤", "金额单位：元/人", "币种：港币 单位：元"])
    func unknownUnit(line: String) throws {
        let (project, diagnostics) = try read(form(unit: line, ["1250", "1200", "5千元"]))
        #expect(project.budget == nil && project.fiscalFunds == nil && project.otherFunds?.fen == 500_000)
        #expect(diagnostics.map(\.id) == ["money-unit-unknown", "money-unit-unknown"])
        #expect(diagnostics.allSatisfy { $0.severity == .error } && diagnostics.map(\.location?.address) == ["C4", "E4"])
        #expect(project.unitTitle != "万元" && project.raw.budget == "1250")
    }

    /// Prose that speaks of 元 says nothing of the table, neither above it nor in a paragraph of part one.
    @Test(arguments: [
        "以元为单位的老账要在三季度前清理完毕，各村分别报送清单", "资金以万元为单位安排到村，由村统筹使用，年底前全部付清", "以5万元为起点", "所有项目均为万元以上的小型工程",
    ])
    func proseIsNoStatement(line: String) throws {
        let text = "一、总体绩效目标\n\(line)\n第二部分\n\(line)\n" + form(unit: "", ["12.5", "12.5", ""])
        let reading = GoalBook.reading(.sheets(text), lexicon: try .ours())
        #expect(reading.value.projects.map(\.moneyUnit) == [.wan])
        #expect(reading.diagnostics.contains { $0.id == "money-unit-missing" }, "\(reading.diagnostics)")
    }

    @Test func unitsOfLabels() throws {
        let (project, diagnostics) = try read(
            form(unit: "单位：万元", labels: ("预算数（千元）", "财政资金/元", "其他资金【元】"), ["12.5", "12000", "0.05万元"]))
        #expect(project.budget?.fen == 1_250_000 && project.fiscalFunds?.fen == 1_200_000 && project.otherFunds?.fen == 50_000)
        #expect(
            project.moneyUnit == .wan && project.raw.budget == "12.5千元" && project.raw.otherFunds == "0.05万元"
                && diagnostics.isEmpty)
        let unknown = try read(form(unit: "单位：万元", labels: ("预算数（万美元）", "财政资金", "其他资金"), ["5", "5", "0"]))
        #expect(unknown.project.budget == nil && unknown.project.fiscalFunds?.fen == 5_000_000)
        #expect(unknown.diagnostics.map(\.location?.address) == ["C4"])
    }

    @Test(arguments: ["65\\n86", "38\u{3000}68", "58.00\\n65", "1234,567", "-12", "约60", "10⁴"])
    func unreadableAmount(text: String) throws {
        let document = try read(form(unit: "单位：万元", [text, "5", "0"]))
        #expect(document.project.budget == nil)
        #expect(
            document.diagnostics.map(\.id) == ["amount-unreadable"] && document.diagnostics.map(\.location?.address) == ["C4"])
    }

    private static let head = "单位编码|单位名称|项目编码|项目名称|"
    private static let row = "905001|青禾县石桥镇人民政府本级|13992324P00310010015L|沟渠清理|"

    @Test(
        arguments: [
            ("", "预算数（千元）|一级指标|二级指标|三级指标|指标值", "12.5|产出指标|数量指标|长度|≥5米", 1_250_000),
            ("", "预算金额元|一级指标|二级指标|三级指标|指标值", "12.5|产出指标|数量指标|长度|≥5米", 1_250),
            ("", "预算数|金额单位|一级指标|二级指标|三级指标|指标值", "12.5|百万元|产出指标|数量指标|长度|≥5米", 1_250_000_000),
            ("2024年项目清单（单位：元）\n", "预算数|一级指标|二级指标|三级指标|指标值", "12.5|产出指标|数量指标|长度|≥5米", 1_250),
            ("2024年项目清单||单位： 千元\n", "预算数|一级指标|二级指标|三级指标|指标值", "12.5|产出指标|数量指标|长度|≥5米", 1_250_000),
            ("单位：万元\n", "预算数（元）|一级指标|二级指标|三级指标|指标值", "12.5|产出指标|数量指标|长度|≥5米", 1_250),
        ] as [(String, String, String, Int64)])
    func lists(lead: String, heading: String, row: String, fen: Int64) throws {
        let (project, diagnostics) = try read(lead + Self.head + heading + "\n" + Self.row + row)
        #expect(project.budget?.fen == fen && diagnostics.isEmpty, "\(diagnostics)")
    }

    @Test func unknownUnitsOfLists() throws {
        for (heading, row) in [("预算数（万美元）", "12.5"), ("预算数|金额单位", "12.5|港币")] {
            let rest = "|一级指标|二级指标|三级指标|指标值\n" + Self.row + row + "|产出指标|数量指标|长度|≥5米"
            let (project, diagnostics) = try read(Self.head + heading + rest)
            #expect(
                project.budget == nil && diagnostics.map(\.id) == ["money-unit-unknown"]
                    && diagnostics[0].location?.address == "E2")
        }
    }
}
