import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Delivery

/// What is run and called when a night is over.
@Suite struct AftermathTests {
    /// A hook that writes its surroundings into a file.
    private static let hooks = """
        hooks: { success: ["/bin/sh", "-c", "{ env; cat; } > good.txt"], failure: ["/bin/sh", "-c", "{ env; cat; } > bad.txt"] }
        """

    private func log(_ bench: borrowing NightBench) throws -> [[String: String]] {
        let folder = bench.bench.path("w/state/log")
        return try FileManager.default.contentsOfDirectory(atPath: folder).flatMap { name in
            try String(contentsOfFile: folder + "/" + name, encoding: .utf8).split(separator: "\n").map {
                try JSONDecoder().decode([String: String].self, from: Data($0.utf8))
            }
        }
    }

    @Test func hooksHearHowItWent() async throws {
        let bench = try NightBench(towns: 2, settings: "nightly: { \(Self.hooks) }")
        let first = try await bench.night()
        let good = try String(contentsOfFile: bench.bench.path("w/good.txt"), encoding: .utf8).split(separator: "\n")
        for line in ["GOALBOOK_EXIT=0", "GOALBOOK_TOWNS=2", "GOALBOOK_PUBLISHED=1", "GOALBOOK_RUN=\(first.run)"] {
            #expect(good.contains(line[...]), "\(line)")
        }
        #expect(good.contains { $0.hasPrefix("GOALBOOK_WORKSPACE=") })
        #expect(!FileManager.default.fileExists(atPath: bench.bench.path("w/bad.txt")))
        try bench.write("\u{0}", to: "东山乡.txt")
        let bad = try await bench.night(1)
        let words = try String(contentsOfFile: bench.bench.path("w/bad.txt"), encoding: .utf8)
        #expect(words.contains("GOALBOOK_EXIT=3\n") && words.hasSuffix(bad.report().joined(separator: "\n")))
    }

    @Test func hooksAlsoHearThatNothingCouldBeDone() async throws {
        let bench = try NightBench(towns: 1, settings: "nightly: { \(Self.hooks) }")
        try bench.bench.write(String(repeating: "x", count: 9_000), to: "w/state/goalbook.db")
        let night = try await bench.night()
        #expect(night.end == .publishing)
        #expect(try String(contentsOfFile: bench.bench.path("w/bad.txt"), encoding: .utf8).contains("GOALBOOK_EXIT=11\n"))
    }

    @Test func aHookThatFailsOrHangsChangesNothing() async throws {
        for (hook, seconds, words) in [
            ("[\"/bin/sh\", \"-c\", \"exit 7\"]", 60, "退出码7"), ("[\"/bin/sleep\", \"60\"]", 1, "1秒内没有结束"),
            ("[\"/nowhere\"]", 60, "不能运行"),
        ] {
            let bench = try NightBench(towns: 1, settings: "nightly: { hooks: { success: \(hook), seconds: \(seconds) } }")
            let night = try await bench.night()
            #expect(night.end == .done && night.report().isEmpty)
            let told = try log(bench).first { $0["event"] == "hook" }
            #expect(told?["level"] == "warning" && told?["trouble"]?.contains(words) == true, "\(told ?? [:])")
        }
    }

    @Test func theMonitorIsCalledAfterEachRun() async throws {
        let sink = try MailSink(MailSink.Script(greeting: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n"))
        defer { sink.stop() }
        let bench = try NightBench(towns: 1, settings: "nightly: { ping: \"http://127.0.0.1:\(sink.port)/abc/\" }")
        #expect(try await bench.night().end == .done)
        try bench.write("\u{0}", to: "东山乡.txt")
        #expect(try await bench.night(1).end == .someFailed)
        var asked: [String] { sink.commands.filter { $0.hasPrefix("GET") } }
        // The sink answers before it has read what it is asked for.
        for _ in 0..<600 where asked.count < 2 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(asked == ["GET /abc/ HTTP/1.1", "GET /abc/fail HTTP/1.1"])
    }

    @Test func theLogHasALineForEachEventWithItsRun() async throws {
        let bench = try NightBench(towns: 2)
        let first = try await bench.night()
        try bench.write("\u{0}", to: "东山乡.txt")
        let second = try await bench.night(1)
        let lines = try log(bench)
        #expect(Set(lines.map { $0["run"] ?? "" }) == [first.run, second.run])
        #expect(lines.allSatisfy { ["info", "warning", "error"].contains($0["level"]) && $0["time"]?.hasSuffix("Z") == true })
        #expect(lines.filter { $0["run"] == first.run }.map { $0["event"] } == ["begin", "town", "town", "published", "end"])
        let problem = lines.first { $0["event"] == "problem" }
        #expect(problem?["run"] == second.run && problem?["message"]?.contains("东山乡") == true)
        #expect(lines.last?["exit"] == "3")
    }
}
