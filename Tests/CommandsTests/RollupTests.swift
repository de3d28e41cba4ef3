import Foundation
import TestSupport
import Testing

/// `goalbook rollup` as a user runs it.
@Suite struct RollupTests {
    private let towns = ["泉坊镇", "欢喜庄乡", "清风店镇", "亮甲店镇"]

    private func fill(_ bench: borrowing Workbench) throws {
        for town in towns { try bench.write(Corpus.all[0].bytes(of: town), to: "in/\(town).txt") }
    }

    /// What one run makes of all towns, a roll-up makes of the facts of two shards.
    @Test func twoShardsGiveTheCountyOfOneRun() throws {
        let bench = try Workbench()
        try fill(bench)
        let only = ["--only", "site,facts"]
        #expect(try Program.run(["build", bench.path("in"), "-o", bench.path("all")] + only).exitCode == 0)
        for shard in ["1", "2"] {
            let run = try Program.run(["build", bench.path("in"), "-o", bench.path("s\(shard)"), "--shard", "\(shard)/2"] + only)
            #expect(run.exitCode == 0, "\(run.errors)")
        }
        let run = try Program.run("rollup", bench.path("s1"), bench.path("s2"), "-o", bench.path("county"))
        #expect(run.exitCode == 0 && run.errors.isEmpty && run.output.isEmpty, "\(run.errors)")
        let (all, county) = (try bench.files(below: "all"), try bench.files(below: "county"))
        #expect(Set(county.keys) == ["index.html", "汇总.xlsx", "rollup.json", "manifest.json"])
        #expect(county["汇总.xlsx"] == all["汇总.xlsx"] && county["汇总.xlsx"] != nil)
        #expect(county["rollup.json"] == all["rollup.json"])
        // The pages differ in nothing but the way to the towns.
        let page = String(decoding: try #require(county["index.html"]), as: UTF8.self)
        #expect(page.contains("href=\"../s1/") && page.contains("href=\"../s2/"))
        let plain = page.replacing("../s1/", with: "").replacing("../s2/", with: "")
        #expect(Data(plain.utf8) == all["index.html"])
        for link in page.matches(of: /href="(\.\.\/[^"#]*)/) {
            let path = try #require(String(link.1).removingPercentEncoding)
            #expect(FileManager.default.fileExists(atPath: bench.path("county/" + path)), "\(path)")
        }
        let again = try Program.run("rollup", bench.path("s2"), bench.path("s1"), "-o", bench.path("county"), "--jobs", "1")
        #expect(again.exitCode == 0)
        #expect(
            try bench.files(below: "county").filter { $0.key != "manifest.json" } == county.filter { $0.key != "manifest.json" })
    }

    @Test func factsWithoutPagesAreNotLinked() throws {
        let bench = try Workbench()
        try fill(bench)
        let facts = try Program.run("facts", bench.path("in"))
        try bench.write(facts.output, to: "全县.json")
        let run = try Program.run("rollup", bench.path("全县.json"), "-o", bench.path("county"))
        #expect(run.exitCode == 0, "\(run.errors)")
        let files = try bench.files(below: "county")
        let page = String(decoding: try #require(files["index.html"]), as: UTF8.self)
        for town in towns { #expect(page.contains(town)) }
        #expect(!page.contains("href=\".") && !page.contains("index.html"))
        #expect(String(decoding: files["manifest.json"] ?? Data(), as: UTF8.self).contains("全县.json"))
    }

    @Test func brokenAndContradictingFilesAreNamedAndTheOthersGoOn() throws {
        let bench = try Workbench()
        try fill(bench)
        #expect(try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "facts").exitCode == 0)
        let files = try bench.files(below: "out").filter { $0.key.hasSuffix("/facts.json") }
        let (name, bytes) = try #require(files.first { $0.key.contains("泉坊镇") })
        try bench.write(Array(bytes), to: "同/facts.json")
        let other = String(decoding: try #require(files.first { $0.key.contains("亮甲店镇") }?.value), as: UTF8.self)
        try bench.write(other.replacing("\"hints\" : 1", with: "\"hints\" : 2"), to: "异/facts.json")
        try bench.write(Array(bytes.prefix(5_000)), to: "坏/facts.json")
        try bench.write("[]", to: "空/facts.json")
        let run = try Program.run(
            ["rollup"] + ["out", "同", "异", "坏", "空", "没有"].map { bench.path($0) } + ["-o", bench.path("county")])
        #expect(run.exitCode == 3, "\(run.errors)")
        let failures = run.errors.split(separator: "\n").filter { $0.hasPrefix("失败：") }
        #expect(failures.count == 4, "\(run.errors)")
        for word in ["坏/facts.json", "空/facts.json", "没有", "异/facts.json"] { #expect(failures.contains { $0.contains(word) }) }
        #expect(run.errors.contains("说明：") && run.errors.contains("只计一次") && run.errors.contains("内容却不同"))
        let county = try bench.files(below: "county")
        let rollup = String(decoding: try #require(county["rollup.json"]), as: UTF8.self)
        for town in ["泉坊镇", "欢喜庄乡", "清风店镇"] { #expect(rollup.contains("\"town\" : \"\(town)\"")) }
        #expect(!rollup.contains("\"town\" : \"亮甲店镇\"") && rollup.contains("坏/facts.json"))
        #expect(!name.isEmpty)
    }

    @Test func factsOfOlderVersionsAreReadInFull() throws {
        let bench = try Workbench()
        try fill(bench)
        let facts = try Program.run("facts", bench.path("in")).output
        try bench.write(facts, to: "新/facts.json")
        try bench.write(facts.replacing("\"overview\" :", with: "\"earlier\" :"), to: "旧/facts.json")
        for folder in ["新", "旧"] {
            #expect(try Program.run("rollup", bench.path(folder), "-o", bench.path("county-" + folder)).exitCode == 0)
        }
        let (new, old) = (try bench.files(below: "county-新"), try bench.files(below: "county-旧"))
        #expect(new["汇总.xlsx"] == old["汇总.xlsx"] && new["index.html"] == old["index.html"])
    }

    @Test func failuresOfTheShardsAreCarriedOn() throws {
        let bench = try Workbench()
        try fill(bench)
        try bench.write(Repository.fixture("hostile/二进制.txt"), to: "in/坏文件.txt")
        #expect(try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "facts").exitCode == 3)
        let run = try Program.run("rollup", bench.path("out"), "-o", bench.path("county"))
        #expect(run.exitCode == 3 && run.errors.contains("坏文件.txt"))
        let page = String(decoding: try bench.files(below: "county")["index.html"] ?? Data(), as: UTF8.self)
        #expect(page.contains("坏文件.txt"))
    }

    @Test func usage() throws {
        let bench = try Workbench()
        #expect(try Program.run("rollup", "-o", bench.path("x")).exitCode == 2)
        #expect(try Program.run("rollup", bench.path("x")).exitCode == 2)
        #expect(try Program.run("rollup", bench.path("没有"), "-o", bench.path("x")).exitCode == 4)
        try fill(bench)
        #expect(try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "facts").exitCode == 0)
        let files = try bench.files(below: "out")
        let facts = try #require(files.keys.first { $0.hasSuffix("/facts.json") })
        // A roll-up into the results themselves would do away with them.
        #expect(try Program.run("rollup", bench.path("out/" + facts), "-o", bench.path("out")).exitCode == 2)
        #expect(try bench.files(below: "out") == files)
        try bench.write("x", to: "fremd/brief.txt")
        #expect(try Program.run("rollup", bench.path("out"), "-o", bench.path("fremd")).exitCode == 2)
    }
}
