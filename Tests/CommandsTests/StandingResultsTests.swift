import Foundation
import TestSupport
import Testing

/// What people change in results, or put into them, outlives the next run.
@Suite struct StandingResultsTests {
    private static let town = "139901-706001-小村乡-2026"

    private func build(_ bench: borrowing Workbench) throws -> Program.Outcome {
        try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "facts,workbook")
    }

    private func bench() throws -> Workbench {
        let bench = try Workbench()
        try bench.write(try Repository.fixture("hostile/编码/utf8.txt"), to: "in/小村乡.txt")
        return bench
    }

    @Test func filesOfPeopleStay() throws {
        let bench = try bench()
        #expect(try build(bench).exitCode == 0)
        let fresh = try bench.files(below: "out")
        try bench.write("论文", to: "out/论文.docx")
        try bench.write("回执", to: "out/\(Self.town)/回执/一.pdf")
        try bench.write("我的", to: "out/\(Self.town)/facts.json")
        try bench.write("PK", to: "out/\(Self.town)/审核意见表.xlsx")
        let run = try build(bench)
        #expect(run.exitCode == 3 && run.errors.contains("论文.docx") && run.errors.contains("（改动过）"), "\(run.errors)")
        let files = try bench.files(below: "out")
        #expect(files["论文.docx"] == Data("论文".utf8) && files["\(Self.town)/回执/一.pdf"] == Data("回执".utf8))
        #expect(files["\(Self.town)/facts（改动过）.json"] == Data("我的".utf8))
        #expect(files["\(Self.town)/审核意见表（未读入）.xlsx"] == Data("PK".utf8))
        // The overview says what could not be read.
        for (path, bytes) in fresh where path.contains("/") { #expect(files[path] == bytes, "\(path)") }
        // The laid-aside sheet is still to be put right, and the rest is nobody's trouble.
        #expect(try build(bench).errors.contains("审核意见表（未读入）.xlsx"))
        let second = try bench.files(below: "out")
        #expect(Set(second.keys) == Set(files.keys))
        #expect(try build(bench).exitCode == 3)
        #expect(try bench.files(below: "out") == second)
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.path("")).sorted() == ["in", "out"])
    }

    @Test func aTownThatIsNotInTheRunStaysAsItIs() throws {
        let bench = try bench()
        try bench.write(Corpus.all[0].bytes(of: "欢喜庄乡"), to: "in/欢喜庄乡.txt")
        #expect(try build(bench).exitCode == 0)
        let before = try bench.files(below: "out").filter { $0.key.contains("欢喜庄乡") }
        try FileManager.default.removeItem(atPath: bench.path("in/欢喜庄乡.txt"))
        let run = try build(bench)
        #expect(run.exitCode == 0 && run.errors.contains("没有更新"), "\(run.errors)")
        let after = try bench.files(below: "out")
        #expect(after.filter { $0.key.contains("欢喜庄乡") } == before)
        for page in ["index.html", "rollup.json"] {
            let text = String(decoding: after[page] ?? Data(), as: UTF8.self)
            #expect(text.contains("欢喜庄乡") && text.contains("没有更新"), "\(page)")
        }
        #expect(try build(bench).exitCode == 0)
        #expect(try bench.files(below: "out") == after)
    }

    @Test func whatAKilledRunSwappedOutIsNotLost() throws {
        let bench = try bench()
        #expect(try build(bench).exitCode == 0)
        let left = bench.path(".out.goalbook-new-00000000")
        try FileManager.default.copyItem(atPath: bench.path("out"), toPath: left)
        try bench.write("论文", to: ".out.goalbook-new-00000000/论文.docx")
        // An earlier version's, and perhaps at work on another machine.
        try bench.write("half", to: ".out.goalbook-4194000/a")
        let run = try build(bench)
        #expect(run.exitCode == 0 && run.errors.contains("论文.docx"), "\(run.errors)")
        #expect(try bench.files(below: "out")["论文.docx"] == Data("论文".utf8))
        #expect(!FileManager.default.fileExists(atPath: left))
        #expect(FileManager.default.fileExists(atPath: bench.path(".out.goalbook-4194000/a")))
    }

    @Test func resultsOfTownsAreNotReplacedByAnOverview() throws {
        let bench = try bench()
        #expect(try build(bench).exitCode == 0)
        try FileManager.default.copyItem(atPath: bench.path("out"), toPath: bench.path("other"))
        let run = try Program.run("rollup", bench.path("out"), "-o", bench.path("other"))
        #expect(run.exitCode == 2 && run.errors.contains("换一个文件夹"))
    }
}
