import Diagnostics
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// The fill-in template as it comes back: what was mistyped is told once, at its cell.
@Suite struct TypedTemplateTests {
    private static let codes = ["13052924P00584012146U", "13022925P00JXC419912G"]

    /// The texts of the sheets, to be changed before they are read.
    private struct Filled {
        var names = ["说明", "部门", "项目", "指标"]
        var guide = "填报说明\n一、填在哪里"
        var department = """
            栏目|标题|内容|绩效指标
            单位编码||901001
            单位名称||青禾县石桥镇人民政府本级
            年度||2025
            总体绩效目标||统筹安排各项工作。
            """
        var projects = """
            序号|项目编码|项目名称|单位编码|单位名称|预算数（万元）|财政资金（万元）|其他资金（万元）|资金用途|3月底|6月底|10月底|12月底|绩效目标
            示例1|13990126P00311000101R|村道修补工程|||120|100|20|修补|10%|40%|80%|100%|修补
            1|13052924P00584012146U|四术并发症费用|||12.5|12.5|0|发放补助|25%|50%|75%|100%|按时发放
            2|13022925P00JXC419912G|村道养护工程|||3|3|0|养护村道|25%|50%|75%|100%|村道畅通
            """
        var indicators = """
            序号|项目编码|项目名称|一级指标|二级指标|三级指标|绩效指标描述|指标性质|指标值|度量单位|指标值确定依据
            示例1|13990126P00311000101R|村道修补工程|产出指标|数量指标|里程|修补的村道|≥|12|公里|计划
            1|13052924P00584012146U|四术并发症费用|产出指标|数量指标|人数|发放的人数|≥|12|人|花名册
            2||四术并发症费用|产出指标|质量指标|合格率|合格的占比|≥|95|%|规范
            3|13022925P00JXC419912G|村道养护工程|产出指标|数量指标|里程|养护的村道|≥|32.5|公里|计划
            """

        var document: SourceDocument {
            var document = SourceDocument.sheets(guide, department, projects, indicators, names: names)
            document.blocks.removeAll { if case .table(let table) = $0 { table.rows.isEmpty } else { false } }
            return document
        }
    }

    private func read(_ change: (inout Filled) -> Void) throws -> (book: GoalBook, notes: [Diagnostic]) {
        var filled = Filled()
        change(&filled)
        let reading = GoalBook.reading(filled.document, lexicon: try .ours())
        return (reading.value, reading.diagnostics)
    }

    @Test func rightOneDrawsNothing() throws {
        let (book, notes) = try read { _ in }
        #expect(notes.isEmpty, "\(notes)")
        #expect(book.projects.map(\.indicators.count) == [2, 1] && book.projects.allSatisfy(\.gaps.isEmpty))
        #expect(book.residue.isEmpty)
    }

    /// What is said speaks of the template's own cells, those that are blank, too.
    @Test func cellsAreNamed() throws {
        let (book, notes) = try read {
            $0.department.replace("年度||2025", with: "年度||2024")
            $0.department.replace("总体绩效目标||统筹安排各项工作。", with: "总体绩效目标|||\n|没有选栏目||\n工作保障措施|加强领导|成立专班。|")
            $0.projects.replace("|12.5|12.5|0|发放补助|25%|50%|75%|100%|", with: "||||发放补助|||||")
        }
        let words = notes.map { [$0.id, $0.location?.address ?? ""] }
        #expect(words.contains(["year-contradiction", "C4"]) && words.contains(["residue", "B6"]), "\(words)")
        #expect(notes.first { $0.id == "year-contradiction" }?.summary.hasPrefix("“部门”表填的是“2024年度”") == true)
        #expect(notes.first { $0.id == "residue" }?.remedy.contains("请在A6从下拉框中选") == true)
        #expect(book.partOne.first?.heading.location?.address == "C5" && book.overallGoal.isEmpty)
        let places = try #require(book.projects.first).places
        #expect(places[.budget]?.address == "F3" && places[.plan(0)]?.address == "J3" && places[.fiscalFunds]?.address == "G3")
        let blank = try read { $0.projects.replace("|25%|50%|75%|100%|", with: "|||||") }
        let plans = blank.notes.map { [$0.id, $0.location?.address ?? ""] }
        #expect(plans == [["plan-missing", "J3"]])
    }

    @Test func wrongNameIsToldOnceWithTheNearest() throws {
        let (book, notes) = try read {
            $0.indicators.replace("|13052924P00584012146U|四术并发症费用", with: "||四术并发症费")
            $0.indicators.replace("2||四术并发症费用", with: "2||")
        }
        #expect(notes.map(\.id) == ["template-project-unknown"] && notes[0].severity == .error)
        #expect(notes[0].location?.address == "C3")
        #expect(notes[0].summary == "“四术并发症费”不在“项目”表，是不是“四术并发症费用”？这样写的有2行指标")
        #expect(book.projects.map(\.name) == ["四术并发症费用", "村道养护工程"])
        #expect(book.projects.map(\.indicators.count) == [0, 1])
        #expect(book.projects.map(\.gaps) == [[.indicators], []])
        #expect(book.residue.map(\.location?.address) == ["A3", "A4"])
        #expect(book.residue.first?.text == "1 四术并发症费 产出指标 数量指标 人数 发放的人数 ≥ 12 人 花名册")
    }

    @Test(arguments: [
        ("村道养护", "村道养护工程"), ("村道管护工程", "村道养护工程"), ("四朮并发症费用", "四术并发症费用"), ("四术并发症费用补助资金", "四术并发症费用"),
    ])
    func namesThatAreNear(wrong: String, right: String) throws {
        let (_, notes) = try read { $0.indicators += "\n4||\(wrong)|成本指标|经济成本指标|总成本|全年费用|≤|3|万元|预算" }
        #expect(notes.map(\.id) == ["template-project-unknown"] && notes[0].location?.address == "C6")
        #expect(notes[0].summary.contains("是不是“\(right)”？"))
    }

    @Test func nothingNear() throws {
        let row = "\n4||河道清淤|成本指标|经济成本指标|总成本|全年费用|≤|3|万元|预算"
        let (_, notes) = try read { $0.indicators += row }
        #expect(notes.map(\.summary) == ["“河道清淤”不在“项目”表，这样写的有1行指标"])
        // Only one project is left that it can have been.
        let (book, left) = try read {
            $0.indicators.replace("3|13022925P00JXC419912G|村道养护工程", with: "3||河道清淤")
        }
        #expect(left.map(\.summary) == ["“河道清淤”不在“项目”表，是不是“村道养护工程”？这样写的有1行指标"])
        #expect(book.projects.map(\.gaps) == [[], [.indicators]])
    }

    @Test func codesAndNames() throws {
        let cases: [(code: String, name: String, id: String?, address: String, words: String, rows: Int)] = [
            ("13052924POO584O12146U", "", "template-project-unknown", "B6", "是不是“13052924P00584012146U”（四术并发症费用）", 0),
            ("13052924POO584O12146U", "四术并发症费用", "template-code-differs", "B6", "的编码是“13052924P00584012146U”", 1),
            ("13052924P00584012146U", "四术并发症费", "template-name-differs", "C6", "的项目是“四术并发症费用”", 1),
            ("13052924P00584012146U", "村道养护工程", "template-project-unclear", "C6", "名称却是“村道养护工程”", 0),
            ("１３052924p00584012146u", "四术并发症 费用", nil, "", "", 1), ("", "四术并发症费用", nil, "", "", 1),
        ]
        for (code, name, id, address, words, rows) in cases {
            let (book, notes) = try read { $0.indicators += "\n4|\(code)|\(name)|成本指标|经济成本指标|总成本|全年费用|≤|3|万元|预算" }
            #expect(notes.map(\.id) == [id].compactMap(\.self), "\(code) \(name) \(notes)")
            #expect(notes.allSatisfy { $0.location?.address == address && $0.summary.contains(words) }, "\(notes)")
            #expect(book.projects.map(\.code) == Self.codes)
            #expect(book.projects[0].indicators.count == 2 + rows && book.projects[1].indicators.count == 1)
            #expect(book.residue.count == (rows == 0 ? 1 : 0))
        }
    }

    @Test func headingsPutBack() throws {
        let (book, notes) = try read {
            $0.indicators.replace("|三级指标|", with: "|名称甲|")
            $0.projects.replace("|预算数（万元）|", with: "|12.50|")
            $0.department.replace("|标题|", with: "||")
            $0.department += "\n工作保障措施|明确责任|镇长负总责。"
        }
        #expect(notes.map(\.id) == Array(repeating: "template-heading-changed", count: 3))
        #expect(notes.map { $0.location?.inFile } == ["“部门”表 B1", "“项目”表 F1", "“指标”表 F1"])
        #expect(
            notes.map(\.summary) == ["栏目“标题”的表头空着", "栏目“预算数（万元）”改成了“12.50”", "栏目“三级指标”改成了“名称甲”"])
        #expect(book.projects.map(\.budget?.fen) == [12_500_000, 3_000_000])
        #expect(book.projects[0].indicators.map(\.name) == ["人数", "合格率"] && book.residue.isEmpty)
    }

    /// The unit of money is that of the headings beside, not the template's.
    @Test func headingOfMoneyKeepsItsUnit() throws {
        let (book, notes) = try read {
            $0.projects = $0.projects.replacing("（万元）", with: "（元）").replacing("|预算数（元）", with: "|全年的钱")
            $0.department += "\n金额单位||元"
        }
        #expect(notes.map(\.id) == ["template-heading-changed"])
        #expect(book.projects.map(\.budget?.fen) == [1_250, 300])
    }

    @Test func headingsGone() throws {
        func without(_ column: Int, _ text: String) -> String {
            text.split(separator: "\n").map { line in
                var cells = line.split(separator: "|", omittingEmptySubsequences: false)
                cells.remove(at: column)
                return cells.joined(separator: "|")
            }.joined(separator: "\n")
        }
        let (book, notes) = try read {
            $0.projects = without(5, $0.projects)
            $0.indicators = without(8, $0.indicators)
        }
        #expect(notes.map(\.summary) == ["表头里没有栏目“预算数（万元）”", "表头里没有栏目“指标值”"])
        #expect(book.projects.map(\.indicators.count) == [2, 1])
        #expect(book.projects.allSatisfy { $0.gaps.isSuperset(of: [.field(.budget), .cell(.target)]) })
        let (_, none) = try read { $0.projects = without(3, without(3, $0.projects)) }
        #expect(none.isEmpty, "what a book does without")
    }

    @Test func sheetsRenamedCopiedAndGone() throws {
        let (book, renamed) = try read { $0.names = ["说明", "部门", "项目 (2)", "Sheet2"] }
        #expect(renamed.map(\.id) == ["template-sheet-renamed", "template-sheet-renamed"])
        #expect(renamed.map { $0.location?.inFile } == ["“项目 (2)”表 A1", "“Sheet2”表 A1"])
        #expect(book.projects.map(\.indicators.count) == [2, 1])
        // A program that writes the file anew may name all of them.
        let (_, named) = try read { $0.names = ["Sheet1", "Sheet2", "Sheet3", "Sheet4"] }
        #expect(named.isEmpty)

        let (unmeasured, noIndicators) = try read { $0.indicators = "" }
        #expect(noIndicators.map(\.summary) == ["填报模板里没有“指标”表，也没有表头和它一样的表"])
        #expect(unmeasured.projects.allSatisfy { $0.gaps == [.indicators] })

        let (unpaid, noProjects) = try read { $0.projects = "" }
        #expect(noProjects.map(\.id) == ["template-sheet-missing"] && noProjects[0].summary.contains("“项目”表"))
        #expect(unpaid.projects.map(\.indicators.count) == [2, 1])
        #expect(unpaid.projects.allSatisfy { $0.gaps.contains(.field(.budget)) && $0.gaps.contains(.plan) })

        let (_, noDepartment) = try read { $0.department = "" }
        #expect(noDepartment.map(\.id) == ["template-sheet-missing"] && noDepartment[0].summary.contains("“部门”表"))

        let (_, blank) = try read { $0.projects = $0.projects.split(separator: "\n").prefix(2).joined(separator: "\n") }
        #expect(blank.map(\.id) == ["template-projects-blank"])
    }

    @Test func sheetWithoutItsHeading() throws {
        let (book, notes) = try read { $0.indicators = $0.indicators.split(separator: "\n").dropFirst().joined(separator: "\n") }
        #expect(notes.map(\.id) == ["template-heading-lost"] && notes[0].location?.inFile == "“指标”表 A1")
        #expect(book.projects.allSatisfy { $0.indicators.isEmpty && $0.gaps == [.indicators] })
        #expect(book.residue.count == 3)
    }

    /// Without the sheet that tells how to fill it in the sheets' names and headings tell; other workbooks are left alone.
    @Test func onlyTheTemplateIsChecked() throws {
        let row = "\n4||河道清淤|成本指标|经济成本指标|总成本|全年费用|≤|3|万元|预算"
        let (_, unguided) = try read {
            $0.guide = ""
            $0.indicators += row
        }
        #expect(unguided.map(\.id) == ["template-project-unknown"])
        let (book, other) = try read {
            $0.guide = ""
            $0.names = ["甲", "乙", "丙", "丁"]
            $0.indicators += row
        }
        #expect(!other.contains { $0.id.hasPrefix("template") } && book.projects.count == 3)
    }

    /// Many names that are none do not take long.
    @Test func thousandsOfWrongNames() throws {
        let (book, notes) = try read { filled in
            filled.indicators += (0..<4_000).map { "\n\($0)||不在表里的项目\($0)|成本指标|经济成本指标|总成本|全年费用|≤|3|万元|预算" }.joined()
            filled.projects += (0..<300).map { "\n\($0)||另外的项目\($0)|||3|3|0|支出|25%|50%|75%|100%|目标" }.joined()
        }
        #expect(notes.count { $0.id == "template-project-unknown" } == 4_000)
        #expect(book.projects.count == 302)
    }
}

extension String {
    fileprivate mutating func replace(_ text: String, with other: String) {
        self = replacing(text, with: other, maxReplacements: 1)
    }
}
