import Foundation
import TestSupport
import Testing

/// `init`, `nightly`, `status`, `schedule` and `mail` as a user runs them.
@Suite struct NightlyCommandTests {
    private func small() throws -> String { String(decoding: try Repository.fixture("hostile/编码/utf8.txt"), as: UTF8.self) }

    @Test func aWorkspaceIsMadeOnceAndWorksAsItIs() throws {
        let bench = try Workbench()
        let made = try Program.run("init", bench.path("县"))
        #expect(made.exitCode == 0 && made.errors.isEmpty)
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.path("县")).sorted()
        #expect(names == ["actuals", "goalbook.json5", "inputs", "out", "state"])
        let again = try Program.run("init", bench.path("县"))
        #expect(again.exitCode == 2 && again.errors.contains("已经有了"))
        #expect(try Program.run("init").exitCode == 2)
        let unused = try Program.run("status", "--workspace", bench.path("县"))
        #expect(unused.exitCode == 0 && unused.output.contains("还没有运行过"))
        #expect(try Program.run("nightly", "--workspace", bench.path("县")).exitCode == 4)
        try bench.write(small(), to: "县/inputs/小村乡.txt")
        let night = try Program.run("nightly", environment: ["GOALBOOK_WORKSPACE": bench.path("县")])
        #expect(night.exitCode == 0 && night.output.isEmpty && night.errors.isEmpty)
        let results = Set(try bench.files(below: "县/out/current/").keys)
        #expect(results.isSuperset(of: ["index.html", "139901-706001-小村乡-2026/绩效目标书.pdf"]))
        let explained = try Program.run("nightly", "--explain", in: bench.folder.appending(path: "县"))
        #expect(explained.exitCode == 0 && explained.output == "没有变化，什么也不用做\n" && explained.errors.isEmpty)
        // A program that was only touched is the same.
        try FileManager.default.setAttributes(
            [.modificationDate: Date()], ofItemAtPath: Program.executable.path(percentEncoded: false))
        #expect(try Program.run("nightly", "--explain", "--workspace", bench.path("县")).output == explained.output)
    }

    @Test(arguments: [
        ["nightly", "--workspace", "/nowhere"], ["nightly", "x"], ["nightly", "--wait", "soon"],
        ["status", "--workspace", "/nowhere"],
        ["schedule"], ["schedule", "at"],
        ["schedule", "cron", "--workspace", "/nowhere"], ["mail"], ["mail", "a", "b"],
        ["mail", "--test", "a@b.cn", "--workspace", "/nowhere"], ["mail", "--retry", "--to", "a@b.cn"],
        ["mail", "/nowhere", "-o", "x"], ["mail", "/nowhere", "--dry-run", "--to", "kein"],
    ])
    func misuseIsExplained(words: [String]) throws {
        let run = try Program.run(words)
        #expect(run.exitCode == 2, "\(run)")
        #expect(run.output.isEmpty && !run.errors.isEmpty)
    }

    @Test func failuresFillAtMostTwentyLines() throws {
        let bench = try Workbench()
        _ = try Program.run("init", bench.path("w"))
        try bench.write("{ results: { kinds: [\"site\"] } }", to: "w/goalbook.json5")
        try bench.write(small(), to: "w/inputs/小村乡.txt")
        for number in 0..<30 { try bench.write("\u{0}", to: "w/inputs/坏\(number).txt") }
        let night = try Program.run("nightly", "--workspace", bench.path("w"))
        #expect(night.exitCode == 3 && night.output.isEmpty)
        let lines = night.errors.split(separator: "\n")
        #expect(lines.count == 20 && lines.last == "……另有11项，运行 goalbook status 查看全部")
        #expect(try Program.run("nightly", "--workspace", bench.path("w")).errors == night.errors)
        let status = try Program.run("status", "--workspace", bench.path("w"), environment: ["COLUMNS": "80"])
        #expect(status.exitCode == 0 && status.output.contains("完成，但有乡镇失败"))
        for number in 0..<30 { #expect(status.output.contains("· 坏\(number).txt：")) }
        for line in status.output.split(separator: "\n") where !line.hasPrefix("w（") && !line.contains(bench.path("w")) {
            let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            #expect(columns <= 80, "\(line)")
        }
    }

    @Test func statusIsForPeopleAndPrograms() throws {
        let bench = try Workbench()
        _ = try Program.run("init", bench.path("w"))
        try bench.write("{ name: \"青岚县\", results: { kinds: [\"site\"] } }", to: "w/goalbook.json5")
        try bench.write(small(), to: "w/inputs/小村乡.txt")
        #expect(try Program.run("nightly", "--workspace", bench.path("w")).exitCode == 0)
        try bench.write("\u{0}", to: "w/inputs/小村乡.txt")
        #expect(try Program.run("nightly", "--workspace", bench.path("w")).exitCode == 3)
        let text = try Program.run("status", "--workspace", bench.path("w"))
        for words in ["青岚县（", "上次运行：", "完成，但有乡镇失败", "上次全部成功：", "没有更新", "要处理", "小村乡 2026年（小村乡.txt）"] {
            #expect(text.output.contains(words), "\(words)")
        }
        let json = try Program.run("status", "--json", "--workspace", bench.path("w"))
        #expect(json.exitCode == 0)
        let status = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(status["schema"] as? String == "goalbook.status/1")
        #expect((status["last"] as? [String: Any])?["exitCode"] as? Int == 3)
        let town = try #require((status["towns"] as? [[String: Any]])?.first)
        #expect(town["state"] as? String == "stale" && (town["reason"] as? String)?.contains("小村乡.txt") == true)
        #expect((status["problems"] as? [String])?.count == 1)
    }

    @Test func schedulesArePrintedOrInstalled() throws {
        let bench = try Workbench()
        _ = try Program.run("init", bench.path("w"))
        for kind in ["cron", "systemd", "slurm"] {
            let printed = try Program.run("schedule", kind, "--workspace", bench.path("w"))
            #expect(printed.exitCode == 0 && printed.errors.isEmpty && printed.output.contains(bench.path("w")))
            #expect(!printed.output.contains("{{"))
        }
        let installed = try Program.run(
            "schedule", "systemd", "--install", "--root", bench.path("root"), "--workspace", bench.path("w"))
        #expect(
            installed.exitCode == 0 && installed.output.contains("systemctl daemon-reload && systemctl enable --now goalbook-w-"))
        let units = Set(try bench.files(below: "root").keys.filter { $0.contains(".") && !$0.hasSuffix("/") })
        #expect(units.count == 2 && units.allSatisfy { $0.hasPrefix("etc/systemd/system/goalbook-w-") })
    }

    @Test func mailsOfFinishedResultsBecomeFiles() throws {
        let bench = try Workbench()
        try bench.write(small(), to: "in/小村乡.txt")
        #expect(try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "facts,brief").exitCode == 0)
        let run = try Program.run("mail", bench.path("out"), "--dry-run", "--to", "a@example.cn", "--to", "b@example.cn")
        #expect(run.exitCode == 0 && run.output.split(separator: "\n").count == 2, "\(run.errors)")
        let files = try bench.files(below: "eml")
        let names = files.keys.filter { $0.hasSuffix(".eml") }.sorted()
        #expect(names == ["a", "b"].enumerated().map { "0\($0 + 1)-139901-706001-小村乡-2026-\($1)@example.cn.eml" })
        let mail = try #require(files.first { $0.key.hasPrefix("01-") }).value
        #expect(Header(Array(mail))["To"] == ["a@example.cn"])
        #expect(String(decoding: mail, as: UTF8.self).contains("application/pdf"))
        // The same again, in place of what was there.
        #expect(try Program.run("mail", bench.path("out"), "--dry-run", "--to", "c@example.cn").exitCode == 0)
        #expect(try bench.files(below: "eml").keys.filter { $0.hasSuffix(".eml") }.count == 1)
        #expect(try Program.run("mail", bench.path("in"), "--dry-run", "--to", "a@example.cn").exitCode == 4)
        let unsent = try Program.run("mail", bench.path("out"), "--to", "a@example.cn")
        #expect(unsent.exitCode == 2 && unsent.errors.contains("goalbook init"))
    }
}
