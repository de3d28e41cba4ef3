import Diagnostics
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// One file with the books of several towns.
@Suite struct TownSplittingTests {
    private static func form(_ unit: String, _ code: String, _ name: String) -> String {
        """
        \(unit)|<|<|单位：万元
        项目编码|\(code)|项目名称|\(name)
        预算规模及资金用途|预算数|12.50|其他资金
        绩效目标|1.完成\(name)
        一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据
        产出指标|数量指标|\(name)数|\(name)的数量|≥1个|台账
        """
    }

    private func parts(_ document: SourceDocument) throws -> [GoalBook] {
        let lexicon = try Lexicon.ours()
        #expect(GoalBook.reading(document, lexicon: lexicon).value.spansTowns)
        return document.towns(lexicon: lexicon).map { GoalBook.reading($0, lexicon: lexicon).value }
    }

    @Test func formsGoByTheirUnits() throws {
        let document = SourceDocument.sheets(
            """
            第一部分 部门整体绩效目标
            一、总体绩效目标
            石桥镇的总体目标。
            第二部分 预算项目绩效目标

            """ + Self.form("905001青禾县石桥镇人民政府本级", "13992324P00310010015L", "村道养护") + "\n"
                + Self.form("905002青禾县石桥镇综合服务中心", "13992324P00310010016X", "窗口服务") + "\n注：石桥镇的说明\n"
                    + """
                    第一部分 部门整体绩效目标
                    一、总体绩效目标
                    双河乡的总体目标。
                    第二部分 预算项目绩效目标

                    """ + Self.form("906001青禾县双河乡人民政府本级", "13992324P00310010023A", "河道清理"))
        let books = try parts(document)
        #expect(books.map(\.town) == ["石桥镇", "双河乡"])
        #expect(books.map(\.overallGoal) == ["石桥镇的总体目标。", "双河乡的总体目标。"])
        #expect(books.map { $0.projects.map(\.name) } == [["村道养护", "窗口服务"], ["河道清理"]])
        #expect(books.map { $0.residue.map(\.text) } == [["注：石桥镇的说明"], []])
    }

    @Test func rowsOfListsGoByTheirUnits() throws {
        let books = try parts(
            .sheets(
                """
                单位编码|单位名称|项目编码|项目名称|预算数（万元）|一级指标|二级指标|三级指标|指标值
                905001|青禾县石桥镇人民政府本级|13992324P00310010015L|村道养护|12.5|产出指标|数量指标|里程|≥1公里
                |||||产出指标|质量指标|合格率|≥95%
                906001|青禾县双河乡人民政府本级|13992324P00310010023A|河道清理|3|产出指标|数量指标|里程|≥2公里
                |||||产出指标|质量指标|合格率|≥90%
                905001|青禾县石桥镇人民政府本级|13992324P00310010016X|窗口服务|1|产出指标|数量指标|窗口|≥3个
                """))
        #expect(books.map(\.town) == ["石桥镇", "双河乡"])
        #expect(books.map { $0.projects.map(\.name) } == [["村道养护", "窗口服务"], ["河道清理"]])
        #expect(books.map { $0.projects.map(\.indicators.count) } == [[2, 1], [2]])
        #expect(books[0].projects[1].indicators[0].places[.target]?.address == "I6")
    }

    @Test func oneTownStaysWhole() throws {
        let document = SourceDocument.sheets(
            Self.form("905001青禾县石桥镇人民政府本级", "13992324P00310010015L", "村道养护") + "\n"
                + Self.form("青禾县石桥镇财政所", "13992324P00310010016X", "窗口服务"))
        let book = GoalBook.reading(document, lexicon: try .ours()).value
        #expect(!book.spansTowns && book.projects.count == 2)
    }

    /// Towns of two counties may have the same unit codes.
    @Test func regionsTellEqualCodesApart() throws {
        let books = try parts(
            .sheets(
                Self.form("905001青禾县城关镇人民政府本级", "13992324P00310010015L", "甲") + "\n"
                    + Self.form("905001白水县城关镇人民政府本级", "13992424P00310010015L", "乙")))
        #expect(books.map(\.county) == ["青禾县", "白水县"])
    }
}
