import Foundation
import TestSupport
import Testing

/// `goalbook template --actuals`, `monitor` and `evaluate` as a user runs them.
@Suite struct AppraisalCommandTests {
    private static let sample = Repository.root.appending(path: "samples/柳溪镇.txt").path(percentEncoded: false)
    private static let other = Repository.root.appending(path: "samples/巨鹿镇.txt").path(percentEncoded: false)
    private static let figures = ["项目执行", "指标完成"].flatMap {
        ["--actuals", Repository.root.appending(path: "samples/执行数据-\($0).csv").path(percentEncoded: false)]
    }

    private struct Books: Decodable {
        var books: [Book]
    }

    private struct Book: Decodable {
        var town: String
        var projects: [Project]
        var counts: [String: Int]?
        var mean: Decimal?
        var checks: [Check]
    }

    private struct Project: Decodable {
        var adjustedFen: Int64?
        var paidFen: Int64?
        var ratePercent: Decimal?
        var lamp: String?
        var total: Decimal?
        var grade: String?
        var indicators: [Row]?
        var rows: [Row]?
    }

    private struct Row: Decodable {
        var lamp: String?
        var points: Decimal?
        var working: String?
    }

    private struct Check: Decodable {
        struct Place: Decodable {
            var file: String
        }

        var id: String
        var severity: String
        var message: String
        var location: Place?
    }

    private func books(_ run: Program.Outcome) throws -> [Book] {
        try JSONDecoder().decode(Books.self, from: Data(run.output.utf8)).books
    }

    @Test func theSampleShowsEveryLamp() throws {
        var seen: Set<String> = []
        for day in ["2026-06-30", "2026-10-31", "2026-12-31"] {
            let run = try Program.run(["monitor", Self.sample] + Self.figures + ["--as-of", day, "--format", "json"])
            #expect(run.exitCode == 0, "\(run.errors)")
            let book = try #require(try books(run).first)
            #expect(book.projects.count == 15 && book.counts?.values.reduce(0, +) == 15)
            seen.formUnion(book.projects.flatMap { [$0.lamp].compactMap(\.self) + ($0.indicators ?? []).compactMap(\.lamp) })
        }
        #expect(seen == ["red", "yellow", "grey", "green", "blue"])
    }

    /// 预算数 beside 预算数（调整后）: what was planned at first, and what became of it.
    @Test func theAdjustedBudgetIsTheOneThatSaysSo() throws {
        let bench = try Workbench()
        let lines = [
            "项目名称,截止日期,预算数（万元）,预算数（调整后，万元）,累计支出（万元）", "村级组织运转经费,2026-06-30,40,50,20",
        ]
        try bench.write(lines.joined(separator: "\n"), to: "执行数据.csv")
        let run = try Program.run(
            "monitor", Self.sample, "--actuals", bench.path("执行数据.csv"), "--as-of", "2026-06-30", "--format", "json")
        #expect(run.exitCode == 0, "\(run.errors)")
        let project = try #require(try books(run).first?.projects.first)
        #expect(project.adjustedFen == 500_000_00 && project.paidFen == 200_000_00 && project.ratePercent == 40)
    }

    @Test func theSampleIsScored() throws {
        let run = try Program.run(["evaluate", Self.sample] + Self.figures + ["--format", "json"])
        #expect(run.exitCode == 0, "\(run.errors)")
        let book = try #require(try books(run).first)
        #expect(book.town == "柳溪镇" && book.projects.count { $0.total == nil } == 1)
        #expect(book.projects[1].total == Decimal(string: "96.66") && book.projects[1].grade == "优")
        #expect(book.projects[1].rows?[0].working == "7×6000/6250 = 6.72")
        #expect(book.checks.contains { $0.id == "E14" && $0.location?.file == "执行数据-指标完成.csv" || $0.id == "E14" })
        let text = try Program.run(["evaluate", Self.sample] + Self.figures)
        #expect(text.output.contains("10×176.4/200 = 8.82") && text.output.contains("补好下面1处才给总分和等级"))
        let strict = try Workbench()
        try strict.write("{appraisal: {reverse: 'B', spread: 'cents'}}", to: "设定.json5")
        let other = try Program.run(["evaluate", Self.sample] + Self.figures + ["--profile", strict.path("设定.json5")])
        #expect(other.output.contains("8.33×(1−(336−320)/320) = 7.91") || other.output.contains("×(1−(336−320)/320)"))
    }

    /// Every line has at most 80 columns.
    @Test func textsFitTheTerminal() throws {
        for words in [["monitor", "--as-of", "2026-06-30"], ["evaluate"]] {
            let run = try Program.run(words + [Self.sample] + Self.figures, environment: ["COLUMNS": "80"])
            let widths = run.output.split(separator: "\n").map { line in
                line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 || [0x2014, 0x2026].contains($1.value) ? 2 : 1) }
            }
            #expect(widths.max().map { $0 <= 80 } == true)
        }
    }

    @Test func csvFilesAreReadBack() throws {
        let bench = try Workbench()
        let made = try Program.run("template", "--actuals", Self.sample, "-o", bench.path("执行数据.csv"))
        #expect(made.exitCode == 0, "\(made.errors)")
        let sheet = "执行数据-项目执行.csv"
        let text = try String(contentsOfFile: bench.path(sheet), encoding: .utf8)
        let filled = text.replacing("\"村级组织运转经费\",,45.0,,,,", with: "\"村级组织运转经费\",2026-06-30,45.0,,,12..5,")
        #expect(filled != text)
        try bench.write(filled, to: sheet)
        let run = try Program.run(
            "monitor", Self.sample, "--actuals", bench.path(""), "--as-of", "2026-06-30", "--format", "json")
        #expect(run.exitCode == 0, "\(run.errors)")
        let unreadable = try books(run).first?.checks.first { $0.id == "M02" }
        #expect(unreadable?.message.contains("“12..5”不是金额") == true && unreadable?.location?.file.contains(sheet) == true)
    }

    @Test func aWorkbookOfAnotherBookIsRefused() throws {
        let bench = try Workbench()
        let made = try Program.run("template", "--actuals", Self.sample, "-o", bench.path("执行数据.xlsx"))
        #expect(made.exitCode == 0 && made.output.isEmpty, "\(made.errors)")
        let refused = try Program.run("evaluate", Self.other, "--actuals", bench.path("执行数据.xlsx"))
        #expect(refused.exitCode == 4 && refused.output.isEmpty && refused.errors.contains("是另一本目标书（705001 2026年）的执行数据"))
        let mine = try Program.run("evaluate", Self.sample, "--actuals", bench.path("执行数据.xlsx"), "--format", "json")
        #expect(mine.exitCode == 0, "\(mine.errors)")
        #expect(try books(mine).first?.projects.allSatisfy { $0.total == nil } == true, "nothing is filled in")
        let again = try Program.run("template", "--actuals", Self.sample, "-o", bench.path("执行数据.xlsx"))
        #expect(again.exitCode == 2 && again.errors.contains("不覆盖"))
    }

    @Test func rowsOfNoBookAreTold() throws {
        let bench = try Workbench()
        try bench.write("项目编码,项目名称,截止日期,累计支出（万元）\nX9,没有的项目,2026-06-30,5\n", to: "执行数据.csv")
        let run = try Program.run(
            "monitor", Self.sample, "--actuals", bench.path("执行数据.csv"), "--as-of", "2026-06-30", "--format", "json")
        let check = try books(run).first?.checks.first
        #expect(run.exitCode == 0 && check?.id == "M01" && check?.message.contains("“X9 没有的项目”不在柳溪镇 2026年的目标书中") == true)
        try bench.write("甲,乙\n1,2\n", to: "执行数据二.csv")
        let none = try Program.run("monitor", Self.sample, "--actuals", bench.path("执行数据二.csv"), "--as-of", "2026-06-30")
        #expect(none.exitCode == 4 && none.errors.contains("不是执行数据"))
    }

    /// Actual figures among the inputs are no goal book, and change nothing.
    @Test func actualsAreNoInput() throws {
        let bench = try Workbench()
        try FileManager.default.copyItem(atPath: Self.other, toPath: bench.path("巨鹿镇.txt"))
        let before = try Program.run("facts", bench.path(""))
        try bench.write("项目编码,截止日期,累计支出\nX9,2026-06-30,5\n", to: "执行数据-项目执行.csv")
        let after = try Program.run("facts", bench.path(""))
        #expect(before.exitCode == 0 && after.exitCode == 0 && after.output == before.output && after.errors.isEmpty)
    }

    @Test func severalFilesBehindOneOption() throws {
        let files = stride(from: 1, to: Self.figures.count, by: 2).map { Self.figures[$0] }
        let run = try Program.run(["evaluate", Self.sample, "--actuals"] + files + ["--format", "json"])
        let apart = try Program.run(["evaluate", Self.sample] + Self.figures + ["--format", "json"])
        #expect(run.exitCode == 0 && run.output == apart.output, "\(run.errors)")
    }

    @Test func resultsInAFolder() throws {
        let bench = try Workbench()
        let folder = "139901-705001-柳溪镇-2026/"
        let evaluate = ["evaluate", Self.sample] + Self.figures
        let run = try Program.run(evaluate + ["-o", bench.path("结果")])
        #expect(run.exitCode == 0 && run.output.isEmpty, "\(run.errors)")
        let files = try bench.files(below: "结果")
        let town = ["绩效自评.html", "绩效自评表.pdf", "自评.xlsx"].map { folder + $0 }
        #expect(Set(files.keys) == Set(town + ["自评.json"]))
        #expect(try Program.run(evaluate + ["-o", bench.path("又一次")]).exitCode == 0)
        #expect(try bench.files(below: "又一次") == files, "not the same bytes")
    }

    @Test func aCountyInAFolder() throws {
        let bench = try Workbench()
        let other = String(Self.sample.dropLast("柳溪镇.txt".count)) + "泉坊镇.txt"
        let run = try Program.run(
            ["monitor", Self.sample, other] + Self.figures + ["--as-of", "2026-06-30", "-o", bench.path("结果")])
        #expect(run.exitCode == 0 && run.output.isEmpty, "\(run.errors)")
        let names = Set(try bench.files(below: "结果").keys)
        #expect(names.isSuperset(of: ["监控.json", "监控汇总.xlsx", "运行监控汇总.html"]))
        #expect(names.contains("139901-705001-柳溪镇-2026/绩效运行监控表.pdf"))
    }

    @Test(arguments: [
        ["monitor", "x.txt"], ["monitor", "x.txt", "--actuals", "a.csv"],
        ["monitor", "x.txt", "--actuals", "a.csv", "--as-of", "6月"],
        ["evaluate", "x.txt"], ["template", "x.txt", "-o", "a.xlsx"], ["template", "--actuals", "-o", "a.xlsx"],
        ["template", "--actuals", "x.txt", "-o", "a.docx"], ["evaluate", "x.txt", "--actuals", "a.csv", "--format", "xml"],
    ])
    func wrongUse(_ words: [String]) throws {
        let run = try Program.run(words)
        #expect(run.exitCode == 2 && run.output.isEmpty && run.errors.contains("--help"), "\(run.errors)")
    }
}
