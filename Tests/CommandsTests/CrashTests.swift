import Foundation
import TestSupport
import Testing

/// A crash costs the file that was being worked on; everything else is done as if that file were not there.
///
/// The debug program crashes where `GOALBOOK_CRASH_AT` says, each time that it comes there.
@Suite struct CrashTests {
    private func small() throws -> String { String(decoding: try Repository.fixture("hostile/编码/utf8.txt"), as: UTF8.self) }

    /// Two towns: 小村乡 in 好.txt, and another in 坏.txt.
    private func write(_ bench: borrowing Workbench, to folder: String) throws {
        try bench.write(small(), to: "\(folder)/好.txt")
        try bench.write(small().replacing("小村乡", with: "大村乡").replacing("706001", with: "707001"), to: "\(folder)/坏.txt")
    }

    private func crashing(at place: String, by way: String = "trap") -> [String: String] {
        ["GOALBOOK_CRASH_AT": place, "GOALBOOK_CRASH_BY": way]
    }

    @Test(arguments: ["trap", "abort", "stack"], ["reading", "making"])
    func theOthersAreBuilt(way: String, stage: String) throws {
        let bench = try Workbench()
        try write(bench, to: "in")
        let run = try Program.run(
            "build", bench.path("in"), "-o", bench.path("out"), "--only", "facts",
            environment: crashing(at: "\(stage)/坏.txt", by: way))
        #expect(run.exitCode == 3, "\(run.errors)")
        #expect(run.errors.contains("失败：坏.txt：程序在\(stage == "reading" ? "读取" : "审核和生成结果")这个文件时出错停止"), "\(run.errors)")
        let towns = try FileManager.default.contentsOfDirectory(atPath: bench.path("out")).filter { $0.hasPrefix("139901") }
        #expect(towns == ["139901-706001-小村乡-2026"])
        // Nothing half made lies about.
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: bench.folder.path(percentEncoded: false)).sorted() == [
                "in", "out",
            ])
    }

    @Test func twoCrashesCostTwoFiles() throws {
        let bench = try Workbench()
        try write(bench, to: "in")
        try bench.write(small().replacing("小村乡", with: "南村乡").replacing("706001", with: "708001"), to: "in/又坏.txt")
        let run = try Program.run(
            "facts", bench.path("in"), environment: crashing(at: "reading/坏.txt making/又坏.txt", by: "abort"))
        #expect(run.exitCode == 3 && run.output.contains("小村乡"))
        #expect(!run.output.contains("大村乡") && !run.output.contains("南村乡"))
        for name in ["坏.txt", "又坏.txt"] { #expect(run.errors.contains("失败：\(name)：程序在")) }
    }

    @Test func aFileAloneIsRefused() throws {
        let bench = try Workbench()
        try write(bench, to: "in")
        for command in ["check", "facts", "build"] {
            let words = [command, bench.path("in/坏.txt")] + (command == "build" ? ["-o", bench.path("out")] : [])
            let run = try Program.run(words, environment: crashing(at: "reading/坏.txt"))
            #expect(run.exitCode == 4 && run.output.isEmpty && run.errors.contains("失败：坏.txt：程序在读取"), "\(run)")
        }
    }

    @Test func theNightGoesOnAndSaysWhichFileItWas() throws {
        let bench = try Workbench()
        _ = try Program.run("init", bench.path("w"))
        try bench.write("{ results: { kinds: [\"site\"] } }", to: "w/goalbook.json5")
        try write(bench, to: "w/inputs")
        #expect(try Program.run("nightly", "--workspace", bench.path("w")).exitCode == 0)
        try bench.write(small().replacing("小村乡", with: "大村乡").replacing("706001", with: "707001") + "\n", to: "w/inputs/坏.txt")
        try bench.write(small() + "\n", to: "w/inputs/好.txt")
        for stage in ["reading", "making"] {
            let night = try Program.run(
                "nightly", "--workspace", bench.path("w"), environment: crashing(at: "\(stage)/坏.txt"))
            #expect(night.exitCode == 3, "\(night.errors)")
            let told = night.errors.split(separator: "\n").filter { $0.hasPrefix("失败：") }
            #expect(
                told.count == 1 && told[0].contains("大村乡") && told[0].contains("坏.txt") && told[0].contains("出错停止"),
                "\(night.errors)")
        }
        let pages = try bench.files(below: "w/out/current/")
        #expect(pages.keys.filter { $0.hasSuffix("/index.html") }.count == 2)
        let status = try Program.run("status", "--workspace", bench.path("w"))
        #expect(status.output.contains("坏.txt") && status.output.contains("出错停止"))
        #expect(try Program.run("nightly", "--workspace", bench.path("w")).exitCode == 0)
    }

    @Test func finishedResultsThatCrashAreLeftOut() throws {
        let bench = try Workbench()
        try write(bench, to: "in")
        #expect(
            try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "facts").exitCode == 0)
        for (index, folder) in ["139901-706001-小村乡-2026", "139901-707001-大村乡-2026"].enumerated() {
            try FileManager.default.moveItem(
                atPath: bench.path("out/\(folder)/facts.json"), toPath: bench.path("out/\(folder)/\(index).facts.json"))
        }
        let rollup = try Program.run(
            "rollup", bench.path("out"), "-o", bench.path("county"), environment: crashing(at: "reading/1.facts.json"))
        #expect(rollup.exitCode == 3 && rollup.errors.contains("1.facts.json：程序在读取"), "\(rollup)")
        #expect(try String(contentsOfFile: bench.path("county/index.html"), encoding: .utf8).contains("小村乡"))
    }

    @Test func aResultOfManyTownsCostsOnlyItself() throws {
        let bench = try Workbench()
        try write(bench, to: "in")
        for (name, only) in [("index.html", "facts"), ("汇总.xlsx", "facts"), ("县级合订本.pdf", "book")] {
            let run = try Program.run(
                "build", bench.path("in"), "-o", bench.path("out-\(name)"), "--only", only, "--no-proof",
                environment: crashing(at: "writing/\(name)", by: "abort"))
            #expect(run.exitCode == 3 && run.errors.contains("失败：\(name)：程序在生成它时出错停止"), "\(run.errors)")
            let made = try bench.files(below: "out-\(name)/").keys
            #expect(!made.contains(name) && made.contains("rollup.json") && made.contains("manifest.json"))
            #expect(made.count { $0.hasSuffix(only == "book" ? "/绩效目标书.pdf" : "/facts.json") } == 2, "\(made)")
        }
        let rollup = try Program.run(
            "rollup", bench.path("out-index.html"), "-o", bench.path("county"), environment: crashing(at: "writing/index.html"))
        #expect(rollup.exitCode == 3 && rollup.errors.contains("失败：index.html："), "\(rollup.errors)")
    }

    /// Killed from outside the program cannot go on; the next night tells where it was, and the one after that goes on without.
    @Test func whatTwoNightsAreKilledAtIsSetAside() throws {
        let bench = try Workbench()
        _ = try Program.run("init", bench.path("w"))
        try bench.write("{ results: { kinds: [\"site\"] } }", to: "w/goalbook.json5")
        try write(bench, to: "w/inputs")
        func night(_ environment: [String: String] = [:]) throws -> Program.Outcome {
            try Program.run("nightly", "--workspace", bench.path("w"), environment: environment)
        }
        let killing = crashing(at: "reading/坏.txt", by: "kill")
        #expect(try night(killing).exitCode != 0)
        let second = try night(killing)
        #expect(second.exitCode != 0)
        let third = try night(killing)
        #expect(third.exitCode == 3 && third.errors.contains("坏.txt：夜间运行连续两次在读取这个文件时被中止"), "\(third.errors)")
        #expect(try bench.files(below: "w/out/current/").keys.count { $0.hasSuffix("/index.html") } == 1)
        // It stays aside until it is another file.
        #expect(try night().exitCode == 3)
        try bench.write(small().replacing("小村乡", with: "大村乡").replacing("706001", with: "707001") + "\n", to: "w/inputs/坏.txt")
        #expect(try night().exitCode == 0)
        #expect(try night(crashing(at: "making/坏.txt", by: "kill")).exitCode == 0, "nothing is made anew")
        try bench.write(small() + "\n", to: "w/inputs/好.txt")
        #expect(try night(crashing(at: "making/好.txt", by: "kill")).exitCode != 0)
        let told = try night()
        let isTold = told.errors.contains("没有做完就被中止") && told.errors.contains("审核和生成结果“inputs/好.txt”")
        #expect(told.exitCode == 0 && isTold, "\(told.errors)")
        #expect(try night().errors.isEmpty)
    }

    /// One process does it all: whoever kills it has killed everything.
    @Test func noProcessIsLeftBehind() throws {
        let bench = try Workbench()
        try write(bench, to: "in")
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = ["check", bench.path("in")]
        process.environment = ProcessInfo.processInfo.environment.merging(crashing(at: "making/坏.txt")) { $1 }
        let errors = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        let identifier = process.processIdentifier
        // Over the crash and the new start it stays the same process, without children.
        let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && told.contains("失败：坏.txt"))
        #expect(kill(identifier, 0) == -1)
    }
}
