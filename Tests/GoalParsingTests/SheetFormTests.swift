import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// The official form laid out on sheets, with merged cells and without, one or several a sheet.
@Suite struct SheetFormTests {
    private static let merged = """
        1.村道养护绩效目标表|<|<|<|<|<|<
        905001青禾县石桥镇人民政府本级|<|<|<|<|单位：万元|<
        项目编码|13992324P00310010015L|<|项目名称|村道养护|<|<
        预算规模及资金用途|预算数|12.50|其中：财政资金|12.50|其他资金|
        ^|村道日常养护|<|<|<|<|<
        资金支出计划（%）|3月底|6月底|<|9月底|<|12月底
        ^|25%|50%|<|75%|<|100%
        绩效目标|1.村道全年畅通\\n2.群众满意|<|<|<|<|<
        一级指标|二级指标|三级指标|绩效指标描述|<|指标值|指标值确定依据
        产出指标|数量指标|养护里程|列入养护的村道|<|≥32.5公里|养护台账
        ^|质量指标|合格率|无沉陷路段占比|<|≥95%|养护规范
        满意度指标|服务对象满意度指标|村民满意度|满意的占比|<|≥90%|入户走访
        """

    private static let loose = """
        2.办公经费绩效目标表
        905001青禾县石桥镇人民政府本级||||单位：万元
        项目编码||13992324P00310010023A||项目名称||办公经费
        预算规模及资金用途|预算数||3.00|其中：财政资金||3.00|其他资金
        ||保障机关运转
        资金支出计划（%）|3月底||6月底||10月底||12月底
        |25%||50%||75%||100%
        绩效目标||1.保障运转
        一级指标|二级指标|三级指标|绩效指标描述||指标值|指标值确定依据
        产出指标|时效指标|付款时间|按时付款||12月底前|合同
        |成本指标|办公费|全年费用||≤3万元
        """

    private func check(_ book: GoalBook) {
        #expect(book.projects.map(\.name) == ["村道养护", "办公经费"])
        #expect(book.projects.map(\.code) == ["13992324P00310010015L", "13992324P00310010023A"])
        #expect(book.projects.map(\.budget?.fen) == [12_500_000, 3_000_000])
        #expect(book.projects.map(\.purpose) == ["村道日常养护", "保障机关运转"])
        #expect(book.projects.map(\.goals) == [["1.村道全年畅通", "2.群众满意"], ["1.保障运转"]])
        #expect(
            book.projects.map { $0.plan.points.map(\.by.code) } == [
                ["03-31", "06-30", "09-30", "12-31"], ["03-31", "06-30", "10-31", "12-31"],
            ])
        #expect(book.projects.allSatisfy { $0.plan.points.map(\.percent) == [25, 50, 75, 100].map { Percent($0) } })
        #expect(book.projects[0].indicators.map(\.category) == ["产出指标", "产出指标", "满意度指标"])
        #expect(book.projects[0].indicators.map(\.target.text) == ["≥32.5公里", "≥95%", "≥90%"])
        #expect(book.projects[0].indicators.map(\.basis) == ["养护台账", "养护规范", "入户走访"])
        #expect(book.projects[1].indicators.map(\.target.text) == ["12月底前", "≤3万元"])
        #expect(book.projects[1].indicators.map(\.description) == ["按时付款", "全年费用"])
        #expect(book.town == "石桥镇" && book.fiscalYear == 2024)
        #expect(book.residue.isEmpty, "\(book.residue)")
    }

    @Test func formsOnSheetsOfTheirOwn() throws {
        let reading = GoalBook.reading(.sheets(Self.merged, Self.loose), lexicon: try .ours())
        #expect(reading.diagnostics == [], "\(reading.diagnostics)")
        check(reading.value)
        #expect(reading.value.projects[1].places[.code]?.description == "某镇.xlsx “表2”表 C3")
    }

    @Test func formsBelowEachOther() throws {
        for gap in ["\n", "\n\n", "\n注：本表由财政所填报\n"] {
            let reading = GoalBook.reading(.sheets(Self.merged + gap + Self.loose), lexicon: try .ours())
            if gap.count > 2 {
                #expect(reading.value.residue.map(\.text) == ["注：本表由财政所填报"])
                var book = reading.value
                book.residue = []
                check(book)
            } else {
                #expect(reading.diagnostics == [], "\(reading.diagnostics)")
                check(reading.value)
            }
        }
    }

    @Test func formsWithoutTitlesBelowEachOther() throws {
        let bare = [Self.merged, Self.loose].map { $0.split(separator: "\n").dropFirst().joined(separator: "\n") }
        let reading = GoalBook.reading(.sheets(bare.joined(separator: "\n")), lexicon: try .ours())
        #expect(reading.diagnostics == [], "\(reading.diagnostics)")
        check(reading.value)
    }

    /// In Word all forms can be rows of one table, their titles with them.
    @Test func formsAndTitlesInOneTable() throws {
        var document = SourceDocument.sheets(Self.merged + "\n" + Self.loose)
        document.blocks = document.blocks.map { block in
            guard case .table(let table) = block else { return block }
            return .table(.init(rows: table.rows, rowsAreCertain: true))
        }
        let reading = GoalBook.reading(document, lexicon: try .ours())
        #expect(reading.diagnostics == [], "\(reading.diagnostics)")
        check(reading.value)
        #expect(reading.value.projects.map { $0.places[.title]?.row } == [1, 13])
    }

    @Test func wholeBookOnOneSheet() throws {
        let head = """
            青禾县石桥镇2024年部门预算绩效目标
            第一部分 部门整体绩效目标
            一、总体绩效目标
            石桥镇围绕乡村建设统筹安排各项工作。
            二、工作保障措施
            （一）完善制度建设。制定预算绩效管理制度。
            第二部分 预算项目绩效目标

            """
        let reading = GoalBook.reading(.sheets(head + Self.merged + "\n" + Self.loose), lexicon: try .ours())
        #expect(reading.diagnostics == [], "\(reading.diagnostics)")
        check(reading.value)
        #expect(reading.value.overallGoal == "石桥镇围绕乡村建设统筹安排各项工作。")
        #expect(reading.value.safeguards.map(\.title) == ["完善制度建设"])
    }

    /// Each form has its own unit of money, and a cell may name another.
    @Test func yuanInsideABookInWan() throws {
        let yuan = Self.loose.replacingOccurrences(of: "单位：万元", with: "单位：元").replacingOccurrences(of: "3.00", with: "30,000.00")
        let book = GoalBook.reading(.sheets(Self.merged, yuan), lexicon: try .ours()).value
        #expect(book.projects.map(\.budget?.fen) == [12_500_000, 3_000_000])
        let cell = Self.merged.replacingOccurrences(of: "预算数|12.50", with: "预算数|１２５，０００元")
        #expect(GoalBook.reading(.sheets(cell), lexicon: try .ours()).value.projects[0].budget?.fen == 12_500_000)
    }

    /// The tree of 财预〔2021〕101号, signs of two letters, full-width digits.
    @Test func otherTreeAndOtherSigns() throws {
        let rows = Self.merged.replacingOccurrences(
            of: "产出指标|数量指标|养护里程|列入养护的村道|<|≥32.5公里", with: "成本指标|经济成本指标|养护里程|列入养护的村道|<|<=３２．５万元")
        let book = GoalBook.reading(.sheets(rows), lexicon: try .ours()).value
        #expect(book.projects[0].indicators[0].kind == .cost)
        #expect(book.projects[0].indicators[0].target.quantity == Target.Quantity(comparator: .atMost, number: 32.5, unit: "万元"))
    }

    @Test func templateSheetsAreRead() throws {
        let reading = GoalBook.reading(
            .sheets(
                """
                填报说明
                1.先填部门
                """,
                """
                栏目|标题|内容|绩效指标
                单位编码||905001
                单位名称||青禾县石桥镇人民政府本级
                年度||2026
                金额单位||万元
                总体绩效目标||统筹安排各项工作。
                分项绩效目标|基层治理|村级组织运转顺畅。|经费按时到位率95%以上。
                示例：分项绩效目标|某项|某目标|某指标
                分项绩效目标
                工作保障措施|完善制度|制定管理制度。
                经费|人员类|年初安排100.00万元，支出进度为3月底25%、6月底50%、10月底75%、12月底100%。
                """,
                """
                序号|项目编码|项目名称|单位编码|单位名称|预算数（万元）|财政资金（万元）|其他资金（万元）|资金用途|3月底|6月底|10月底|12月底|绩效目标
                示例1|13992326P00310010015L|某项目|905001|某单位|1|1|0|某用途|25%|50%|75%|100%|某目标
                1||村道养护|||12.5|12.5||日常养护|25%|50%|75%|100%|1.畅通\\n2.满意
                """,
                """
                序号|项目编码|项目名称|一级指标|二级指标|三级指标|绩效指标描述|指标性质|指标值|度量单位|指标值确定依据
                示例1||某项目|产出指标|数量指标|某数|某描述|≥|1|个|某依据
                1||村道养护|产出指标|数量指标|里程|列入养护的村道|≥|32.5|公里|台账
                """), lexicon: try .ours())
        let book = reading.value
        #expect(reading.diagnostics == [], "\(reading.diagnostics)")
        #expect(book.unit == BudgetUnit(code: "905001", name: "青禾县石桥镇人民政府本级") && book.fiscalYear == 2026)
        #expect(book.overallGoal == "统筹安排各项工作。" && book.residue.isEmpty)
        #expect(book.subGoals.map(\.title) == ["基层治理"] && book.subGoals.map(\.indicator) == ["经费按时到位率95%以上。"])
        #expect(book.safeguards.map(\.title) == ["完善制度"] && book.safeguards.map(\.text) == ["制定管理制度。"])
        #expect(book.expenseClasses.map(\.name) == ["人员类"] && book.expenseClasses.map(\.amount?.fen) == [100_000_000])
        #expect(book.projects.map(\.name) == ["村道养护"] && book.projects.map(\.goals) == [["1.畅通", "2.满意"]])
        #expect(book.projects[0].unit.code == "905001" && book.projects[0].moneyUnit == .wan)
        #expect(book.projects[0].indicators.map(\.target.text) == ["≥32.5公里"])
        #expect(book.subGoals.first?.location?.address == "C7")
    }
}
