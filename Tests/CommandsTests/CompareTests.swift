import Foundation
import GoalModel
import TestSupport
import Testing
import Text

/// `goalbook compare` as a user runs it, and what `build` says of changes by itself.
@Suite struct CompareTests {
    private let town = "130208-480001-欢喜庄乡-2022"

    /// The sample of 2022, and the same a year before with one target different.
    private func books() throws -> (newer: String, older: String) {
        let text = String(decoding: try Corpus.all[0].bytes(of: "欢喜庄乡"), as: UTF8.self)
        let older = text.replacing(/130208(\d\d)P/) { "130208\((Int($0.1) ?? 22) - 1)P" }.replacing("2022年", with: "2021年")
        return (text, older.replacing("征兵工作经费", with: "民兵训练经费"))
    }

    private func results(_ bench: borrowing Workbench) throws {
        let (newer, older) = try books()
        try bench.write(older, to: "old/一.txt")
        try bench.write(newer, to: "new/一.txt")
        for side in ["old", "new"] {
            #expect(try Program.run("build", bench.path(side), "-o", bench.path(side + "-out"), "--only", "facts").exitCode == 0)
        }
    }

    @Test func everyKindOfSideGivesTheSame() throws {
        let bench = try Workbench()
        try results(bench)
        let facts = "old-out/130208-480001-欢喜庄乡-2021/facts.json"
        // What someone else made of a book has no findings; they are looked for then.
        var plain = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: bench.path(facts)))) as? [String: Any])
        let books = try #require(plain["books"] as? [[String: Any]]).map {
            $0.filter { $0.key != "findings" && $0.key != "score" }
        }
        plain["books"] = books
        try bench.write(Array(JSONSerialization.data(withJSONObject: plain)), to: "plain/facts.json")
        let olds = ["old", "old/一.txt", "old-out", facts, "plain/facts.json"]
        let news = ["new", "new/一.txt", "new-out", "new-out/\(town)/facts.json", "new"]
        let texts = try zip(olds, news).map { old, new in
            let run = try Program.run("compare", bench.path(old), bench.path(new))
            #expect(run.exitCode == 0 && run.errors.isEmpty, "\(old): \(run.errors)")
            return run.output
        }
        #expect(Set(texts).count == 1)
        #expect(texts[0].contains("2021年 → 2022年") && texts[0].contains("取消") && texts[0].contains("新增"))
        for line in texts[0].split(separator: "\n") {
            #expect(line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? 1 : 2) } <= 80 || line.contains("→"), "\(line)")
        }
    }

    @Test func theSameBookHasNotChanged() throws {
        let bench = try Workbench()
        try results(bench)
        let run = try Program.run("compare", bench.path("new"), bench.path("new-out"))
        #expect(
            run.exitCode == 0 && run.output.contains("2022年：new → new-out\n") && run.output.contains("\n  没有变化。"), "\(run.output)"
        )
        // Another year in every code and text is no change.
        let newer = try books().newer
        let earlier = newer.replacing(/130208(\d\d)P/) { "130208\((Int($0.1) ?? 22) - 10)P" }
        try bench.write(earlier.replacing(/202([0-9])/) { "201\($0.1)" }, to: "year/一.txt")
        let moved = try Program.run("compare", bench.path("year"), bench.path("new"))
        #expect(moved.exitCode == 0 && moved.output.contains("2012年 → 2022年"), "\(moved.errors)")
        for word in ["指标（", "支出计划（", "金额（", "项目（", "新增", "取消"] { #expect(!moved.output.contains(word), "\(moved.output)") }
    }

    @Test func pageWorkbookAndDataAreWritten() throws {
        let bench = try Workbench()
        try results(bench)
        let run = try Program.run("compare", bench.path("old"), bench.path("new"), "-o", bench.path("diff"))
        #expect(run.exitCode == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
        let files = try bench.files(below: "diff")
        #expect(Set(files.keys) == ["变化.html", "变化.xlsx", "变化.json", "manifest.json"])
        let page = String(decoding: try #require(files["变化.html"]), as: UTF8.self)
        #expect(page.contains("征兵工作经费") && page.contains("民兵训练经费") && page.contains("Content-Security-Policy"))
        let json = try Program.run("compare", bench.path("old"), bench.path("new"), "--format", "json")
        #expect(Data(json.output.utf8) == files["变化.json"] && json.output.contains("goalbook.compare/1"))
        let html = try Program.run("compare", bench.path("old"), bench.path("new"), "--format", "html")
        #expect(Data(html.output.utf8) == files["变化.html"])
        let again = try Program.run("compare", bench.path("old-out"), bench.path("new-out"), "-o", bench.path("diff"))
        #expect(again.exitCode == 0)
        #expect(try bench.files(below: "diff") == files)
    }

    @Test func townsOfOneSideAreNamed() throws {
        let bench = try Workbench()
        try results(bench)
        try bench.write(Corpus.all[0].bytes(of: "泉坊镇"), to: "old/二.txt")
        try bench.write(Corpus.all[0].bytes(of: "清风店镇"), to: "new/三.txt")
        let run = try Program.run("compare", bench.path("old"), bench.path("new"))
        #expect(run.exitCode == 0)
        #expect(run.errors.contains("泉坊镇（2026年）只在“原来”一边") && run.errors.contains("清风店镇（2021年）只在“现在”一边"))
        try bench.write(Repository.fixture("hostile/二进制.txt"), to: "new/坏.txt")
        #expect(try Program.run("compare", bench.path("old"), bench.path("new")).exitCode == 3)
        let nothing = try Program.run("compare", bench.path("old/二.txt"), bench.path("new/三.txt"))
        #expect(nothing.exitCode == 4 && nothing.errors.contains("没有相同的乡镇"))
        let empty = try Program.run("compare", bench.path("old"), bench.path("没有"))
        #expect(empty.exitCode == 4 && empty.errors.contains("“现在”一边没有"))
        #expect(try Program.run("compare", bench.path("old")).exitCode == 2)
        #expect(try Program.run("compare", bench.path("old"), bench.path("new"), "--format", "pdf").exitCode == 2)
    }

    /// A run that holds the year before says what changed in page, workbook, brief and facts.
    @Test func aBuildTellsOfChangesByItself() throws {
        let bench = try Workbench()
        let (newer, older) = try books()
        try bench.write(older, to: "in/2021.txt")
        try bench.write(newer, to: "in/2022.txt")
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "site,workbook,facts,brief")
        #expect(run.exitCode == 0, "\(run.errors)")
        let files = try bench.files(below: "out")
        #expect(files["\(town)/变化.html"] != nil && files["130208-480001-欢喜庄乡-2021/变化.html"] == nil)
        let page = String(decoding: try #require(files["\(town)/index.html"]), as: UTF8.self)
        let link = "%E5%8F%98%E5%8C%96.html"
        #expect(page.contains(link))
        let facts = String(decoding: try #require(files["\(town)/facts.json"]), as: UTF8.self)
        #expect(facts.contains("\"basis\" : \"2021年\"") && facts.contains("\"details\" : ["))
        let brief = Array(try #require(files["\(town)/领导简报.pdf"]))
        #expect(try PDFText.read(brief).withoutSpaces.contains("与2021年相比"))
        // The roll-up shows the same changes.
        let county = try Program.run("rollup", bench.path("out"), "-o", bench.path("county"))
        #expect(county.exitCode == 0)
        #expect(try bench.files(below: "county")["汇总.xlsx"] == files["汇总.xlsx"])
    }

    /// What is hidden of one year is hidden of the other.
    @Test func oldTextsAreMasked() throws {
        let bench = try Workbench()
        let (newer, older) = try books()
        try bench.write(older.replacing("民兵训练经费", with: "慰问张某13812345678"), to: "in/2021.txt")
        try bench.write(newer, to: "in/2022.txt")
        let only = ["--only", "site,workbook,facts", "--mask"]
        let run = try Program.run(["build", bench.path("in"), "-o", bench.path("out")] + only)
        // The older book counts as failed until the number is deleted from it.
        #expect(run.exitCode == 3 && run.errors.contains("[P02]") && run.errors.contains("2021.txt"), "\(run.errors)")
        let files = try bench.files(below: "out")
        for name in ["变化.html", "facts.json", "index.html"] {
            let text = String(decoding: try #require(files["\(town)/\(name)"]), as: UTF8.self)
            #expect(!text.contains("13812345678") && text.contains("138******78"), "\(name)")
        }
    }
}
