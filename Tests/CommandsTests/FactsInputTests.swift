import Foundation
import TestSupport
import Testing

/// facts.json as input: `goalbook build` makes of it what it made of the original documents.
@Suite struct FactsInputTests {
    @Test(arguments: Corpus.costly)
    func factsGiveTheSameResults(corpus: Corpus) throws {
        let bench = try Workbench()
        let towns = Cases.areAll ? Corpus.towns : ["欢喜庄乡", "亮甲店镇"]
        for town in towns { try bench.write(corpus.bytes(of: town), to: "in/\(town).txt") }
        #expect(try Program.run("build", bench.path("in"), "-o", bench.path("first")).exitCode == 0)
        let first = try bench.files(below: "first")
        let facts = first.filter { $0.key.hasSuffix("/facts.json") }
        #expect(facts.count == towns.count)
        for (path, data) in facts { try bench.write(Array(data), to: "facts/" + path.replacing("/", with: "-")) }
        let run = try Program.run("build", bench.path("facts"), "-o", bench.path("second"))
        #expect(run.exitCode == 0, "\(run.errors)")
        let second = try bench.files(below: "second")
        #expect(first.count == towns.count * 19 + 5)
        for (path, data) in first where path.contains("/") { #expect(second[path] == data, "\(path) differs") }
        #expect(Set(first.keys) == Set(second.keys))
    }

    /// What `goalbook facts` prints holds several towns.
    @Test func oneFileGivesSeveralTowns() throws {
        let bench = try Workbench()
        let samples = Repository.root.appending(path: "samples").path(percentEncoded: false)
        let facts = try Program.run("facts", samples)
        try bench.write(facts.output, to: "county.json")
        #expect(try Program.run("facts", bench.path("county.json")).output == facts.output)
        let build = ["build", bench.path("county.json"), "-o", bench.path("a"), "--only", "mail,facts,site"]
        // One sample holds invented personal numbers.
        #expect(try Program.run(build).exitCode == 3)
        #expect(try Program.run("build", samples, "-o", bench.path("b"), "--only", "mail,facts,site").exitCode == 3)
        let (again, first) = (try bench.files(below: "a"), try bench.files(below: "b"))
        #expect(first.keys.count { $0.hasSuffix("/facts.json") } == 6)
        for (path, data) in first where path.contains("/") { #expect(again[path] == data, "\(path) differs") }
    }

    /// A sample with faults of every kind, whose findings all stand at their places again.
    @Test func findingsAndNoticesReturn() throws {
        let bench = try Workbench()
        for (name, text) in ["柳溪镇": "samples/柳溪镇.txt", "缺格": "Tests/Fixtures/hostile/缺格.txt"] {
            try bench.write(Array(Data(contentsOf: Repository.root.appending(path: text))), to: "in/\(name).txt")
            let facts = try Program.run("facts", bench.path("in/\(name).txt"))
            try bench.write(facts.output, to: "\(name).json")
            let (before, after) = (
                try Program.run("check", bench.path("in/\(name).txt"), "--fail-on", "never"),
                try Program.run("check", bench.path("\(name).json"), "--fail-on", "never")
            )
            #expect(before.output.contains("第") && before.output == after.output)
            #expect(try Program.run("facts", bench.path("\(name).json")).output == facts.output)
        }
    }

    private func small(_ bench: borrowing Workbench) throws -> String {
        try bench.write(Repository.fixture("hostile/编码/utf8.txt"), to: "in/小村乡.txt")
        return try Program.run("facts", bench.path("in/小村乡.txt")).output
    }

    /// Facts of versions that wrote neither places nor notices are read; that is said each time and never stored.
    @Test func olderFactsHaveNoPlaces() throws {
        let bench = try Workbench()
        var document = try #require(JSONSerialization.jsonObject(with: Data(try small(bench).utf8)) as? [String: Any])
        let books = try #require(document["books"] as? [[String: Any]])
        document["books"] = books.map { $0.filter { !["places", "diagnostics"].contains($0.key) } }
        try bench.write(Array(JSONSerialization.data(withJSONObject: document)), to: "old/facts.json")
        let check = try Program.run("check", bench.path("old/facts.json"), "--level", "hint")
        #expect(check.exitCode == 0 && check.output.contains("提示 读取 [facts-places-missing]"))
        #expect(try Program.run("build", bench.path("old/facts.json"), "-o", bench.path("a")).exitCode == 0)
        let facts = "139901-706001-小村乡-2026/facts.json"
        let first = try bench.files(below: "a")
        #expect(!String(decoding: first[facts] ?? Data(), as: UTF8.self).contains("facts-places-missing"))
        #expect(try Program.run("build", bench.path("a/" + facts), "-o", bench.path("b")).exitCode == 0)
        #expect(try bench.files(below: "b") == first)
    }

    @Test func impossibleValuesAreReported() throws {
        let bench = try Workbench()
        let text = try small(bench)
        let changes = [
            ("\"percent\" : 40", "\"percent\" : 250"), ("\"percent\" : 40", "\"percent\" : 33.33333"),
            ("\"percent\" : 40", "\"percent\" : \"25\""), ("\"by\" : \"03-31\"", "\"by\" : \"13-31\""),
            ("\"by\" : \"03-31\"", "\"by\" : \"02-30\""), ("\"budgetFen\" : ", "\"budgetFen\" : 1e30, \"was\" : "),
            ("\"budgetFen\" : ", "\"budgetFen\" : 200000000000000, \"was\" : "),
            ("\"fiscalYear\" : 2026", "\"fiscalYear\" : 20266"), ("\"moneyUnit\" : \"万元\"", "\"moneyUnit\" : \"美元\""),
            ("\n          \"number\" : 1,", "\n          \"number\" : 7,"),
        ]
        for (old, new) in changes {
            let range = try #require(text.range(of: old), "\(old)")
            try bench.write(text.replacingCharacters(in: range, with: new), to: "x.json")
            let run = try Program.run("check", bench.path("x.json"))
            #expect(run.exitCode == 1 && run.output.contains("错误 读取 [facts-value]"), "\(new): \(run.output)")
            #expect(try Program.run("build", bench.path("x.json"), "-o", bench.path("x"), "--only", "mail,facts").exitCode == 0)
        }
        let moved = text.replacing(/"0 - - (\d+)/) { "\"9 - - \($0.1)" }
        #expect(moved != text)
        try bench.write(moved, to: "x.json")
        #expect(try Program.run("check", bench.path("x.json")).output.contains("facts-places-damaged"))
    }

    @Test func otherJSONIsRefused() throws {
        let bench = try Workbench()
        let text = try small(bench)
        let nested = String(repeating: "[", count: 100_000)
        let cases = [
            (text.prefix(text.count / 2) + "", "已损坏"), ("{\"a\": 1}", "不是 goalbook 生成的"), ("[1, 2]", "不是 goalbook 生成的"),
            ("{\"schema\":\"goalbook.rollup/1\"}", "“goalbook.rollup/1”格式"),
            (text.replacing("goalbook.facts/1", with: "goalbook.facts/2"), "“goalbook.facts/2”格式"),
            ("{\"schema\":\"goalbook.facts/1\",\"books\":[]}", "没有一个乡镇"),
            ("{\"schema\":\"goalbook.facts/1\",\"books\":[{}]}", "books[0].sources 没有写"),
            (text.replacing("\"overallGoal\"", with: "\"other\""), "books[0].overallGoal 没有写"),
            (text.replacing("\"purpose\" : \"", with: "\"purpose\" : 1, \"was\" : \""), "books[0].projects[0].purpose 的类型不对"),
            ("{\"schema\":\"goalbook.facts/1\",\"books\":" + nested, "嵌套超过64层"), (nested, "嵌套超过64层"),
            ("\u{FEFF}  {\"schema\":\"goalbook.facts/1\",\"books\":[\"", "已损坏"),
            (
                "{\"schema\":\"goalbook.facts/1\",\"books\":[["
                    + String(repeating: "1,", count: Cases.number(15_000_000, quick: 4)), "超过300万个"
            ),
            ("{\"schema\":\"goalbook.facts/1\",\"books\":[" + String(repeating: "{},", count: 20_001), "超过2万个"),
        ]
        for (content, words) in cases {
            try bench.write(content, to: "x.json")
            let run = try Program.run("build", bench.path("x.json"), "-o", bench.path("out"))
            #expect(run.exitCode == 4 && run.errors.contains(words), "\(words): \(run.errors.prefix(300))")
        }
        #expect(try bench.files(below: "out").isEmpty)
    }
}
