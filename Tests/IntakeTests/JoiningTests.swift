import Foundation
import TestSupport
import Testing

/// Files of one town become one book, or a conflict that names them.
@Suite struct JoiningTests {
    private static let partOne = """
        第一部分 部门整体绩效目标
        一、总体绩效目标
        石桥镇围绕乡村建设统筹安排各项工作。
        二、工作保障措施
        （一）完善制度建设。制定预算绩效管理制度。
        """

    /// The tables as comma-separated lists.
    private static let indicators = """
        单位编码,单位名称,项目编码,项目名称,一级指标,二级指标,三级指标,指标值
        905001,青禾县石桥镇人民政府本级,13992324P00310010015L,村道养护,产出指标,数量指标,里程,≥1公里
        905001,青禾县石桥镇人民政府本级,13992324P00310010016X,窗口服务,产出指标,数量指标,窗口,≥3个
        """
    private static let plans = """
        单位编码,单位名称,项目编码,项目名称,预算数（万元）,3月底,6月底,10月底,12月底
        905001,青禾县石桥镇人民政府本级,13992324P00310010015L,村道养护,12.5,25%,50%,75%,100%
        905001,青禾县石桥镇人民政府本级,13992324P00310010016X,窗口服务,1,25%,50%,75%,100%
        """
    private static let other = """
        单位编码,单位名称,项目编码,项目名称,预算数（万元）,一级指标,二级指标,三级指标,指标值
        906001,青禾县双河乡人民政府本级,13992324P00310010023A,河道清理,3,产出指标,数量指标,里程,≥2公里
        """

    private struct Facts: Decodable {
        struct Book: Decodable {
            struct Project: Decodable {
                let name: String
                let budgetFen: Int64?
            }
            struct Source: Decodable {
                let path: String
            }
            let town: String
            let overallGoal: String
            let projects: [Project]
            let sources: [Source]
        }
        let books: [Book]
    }

    private func facts(_ files: [String: String]) throws -> (books: [Facts.Book], run: Program.Outcome) {
        let bench = try Workbench()
        for (path, text) in files { try bench.write(Array(text.utf8), to: "in/" + path) }
        let run = try Program.run("facts", bench.path("in"))
        let books = try? JSONDecoder().decode(Facts.self, from: Data(run.output.utf8)).books
        return (books ?? [], run)
    }

    @Test func filesOfOneUnitAndYearJoin() throws {
        let (books, run) = try facts(["甲/指标.csv": Self.indicators, "乙/项目.csv": Self.plans, "双河乡.csv": Self.other])
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(books.map(\.town) == ["石桥镇", "双河乡"])
        #expect(books.first?.projects.map(\.budgetFen) == [12_500_000, 1_000_000])
        #expect(books.first?.sources.map(\.path) == ["乙/项目.csv", "甲/指标.csv"])
        #expect(run.errors.contains("合为石桥镇2024年的一本目标书"))
    }

    /// Part one in words has no unit code: it joins the only unit of its subfolder.
    @Test func wordsJoinTheTablesOfTheirFolder() throws {
        let (books, run) = try facts(["石桥/文字.txt": Self.partOne, "石桥/指标.csv": Self.indicators, "双河乡.csv": Self.other])
        #expect(run.exitCode == 0, "\(run.errors)")
        let book = try #require(books.first { $0.town == "石桥镇" })
        #expect(book.overallGoal == "石桥镇围绕乡村建设统筹安排各项工作。" && book.projects.count == 2)
        #expect(books.count == 2)
    }

    @Test func wordsDoNotJoinWhereTwoUnitsAre() throws {
        let (books, run) = try facts(["县/文字.txt": Self.partOne, "县/指标.csv": Self.indicators, "县/双河乡.csv": Self.other])
        #expect(books.count == 3)
        #expect(books.allSatisfy { $0.overallGoal.isEmpty || $0.projects.isEmpty }, "\(run.errors)")
        let (top, _) = try facts(["文字.txt": Self.partOne, "指标.csv": Self.indicators])
        #expect(top.count == 2)
    }

    @Test func versionsAreAConflict() throws {
        let newer = Self.indicators.replacingOccurrences(of: "≥3个", with: "≥4个")
        let (books, run) = try facts(["旧.csv": Self.indicators, "新.csv": newer, "双河乡.csv": Self.other])
        #expect(run.exitCode == 3)
        #expect(books.map(\.town) == ["双河乡"])
        #expect(run.errors.contains("新.csv、旧.csv") && run.errors.contains("不知道以哪份为准"))
        let budgets = Self.plans.replacingOccurrences(of: ",12.5,", with: ",13,")
        let (none, second) = try facts(["一.csv": Self.plans, "二.csv": budgets, "三.csv": Self.indicators])
        #expect(none.isEmpty && second.exitCode == 4, "\(second.errors)")
        #expect(second.errors.contains("预算数前后不一致") && second.errors.contains("12.5") && second.errors.contains("E2"))
    }

    @Test func sameContentInTwoFormatsIsOneBook() throws {
        let text = try Corpus.all[0].bytes(of: "欢喜庄乡")
        let bench = try Workbench()
        try bench.write(text, to: "in/一.txt")
        // Another end of line, the same content.
        try bench.write(text.flatMap { $0 == 10 ? [13, 10] : [$0] }, to: "in/二.txt")
        let run = try Program.run("facts", bench.path("in"))
        #expect(run.exitCode == 0 && run.errors.contains("内容完全相同"), "\(run.errors)")
    }

    @Test func townsOfOneFileAreSplit() throws {
        let all = Self.indicators + "\n" + "906001,青禾县双河乡人民政府本级,13992324P00310010023A,河道清理,产出指标,数量指标,里程,≥2公里"
        let (books, run) = try facts(["全县.csv": all])
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(books.map(\.town) == ["石桥镇", "双河乡"])
        #expect(books.map(\.projects.count) == [2, 1])
    }
}
