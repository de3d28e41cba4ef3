import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Delivery

/// What runs leave behind that were killed, and what keeps a run from working.
@Suite struct RecoveryTests {
    @Test func leftoversOfKilledRunsGo() async throws {
        let bench = try NightBench(towns: 1)
        _ = try await bench.night()
        let current = try FileManager.default.destinationOfSymbolicLink(atPath: bench.current)
        for left in ["out/runs/.new-20260302-120000/a", "out/runs/.old-20260301-023000/b", "out/runs/20260302-130000/c"] {
            try bench.bench.write("half", to: "w/" + left)
        }
        try FileManager.default.createSymbolicLink(
            atPath: bench.bench.path("w/out/.new-20260302-120000"), withDestinationPath: "runs/nowhere")
        // Whole, and ready to be shown, when the machine stopped.
        try bench.database().run("INSERT INTO runs (id, started, outcome) VALUES ('20260302-130000', 1, 'ready')")
        #expect(try await bench.night(1).end == .done)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: bench.current) == current)
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.bench.path("w/out")).sorted() == ["current", "runs"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.bench.path("w/out/runs")) == ["20260302-023000"])
        #expect(try bench.database().runs(limit: 9).map(\.outcome) == [.unchanged, .interrupted, .published])
    }

    @Test func whatWasShownCountsAsPublished() async throws {
        let bench = try NightBench(towns: 1)
        _ = try await bench.night()
        try bench.database().run("UPDATE runs SET outcome = 'ready', finished = NULL, exit_code = NULL")
        #expect(try await bench.night(1).reasons.isEmpty)
        #expect(try bench.database().runs(limit: 9).map(\.outcome) == [.unchanged, .published])
    }

    @Test func resultsThatWereRemovedByHandAreMadeAgain() async throws {
        let bench = try NightBench(towns: 2)
        _ = try await bench.night()
        try FileManager.default.removeItem(atPath: bench.current + "/\(NightBench.folder(0))/index.html")
        let night = try await bench.night(1)
        #expect(night.reasons.contains("东山乡 2026年：结果文件不全") && night.rebuilt == 1)
        #expect(try bench.page(0).contains("东山乡"))
    }

    @Test func onlyOneRunsAtATime() async throws {
        let bench = try NightBench(towns: 1)
        let lock = try RunLock(try bench.workspace.lockFile, waiting: 0, now: NightBench.firstNight)
        let second = try await bench.night()
        #expect(second.end == .held && second.end.rawValue == 10 && second.run.isEmpty)
        #expect(second.report().count == 1)
        for words in ["进程\(getpid())", "2026年3月2日 02:30", "--wait"] { #expect(second.report()[0].contains(words)) }
        #expect(try WorkspaceStatus(bench.workspace).running?.process == getpid())
        lock.release()
        #expect(try await bench.night().end == .done)
        #expect(try WorkspaceStatus(bench.workspace).running == nil)
    }

    @Test func waitingLasts() async throws {
        let bench = try NightBench(towns: 1)
        let file = try bench.workspace.lockFile
        let holder = Process()
        holder.executableURL = URL(filePath: "/usr/bin/flock")
        // Held until the test has seen it, and a second more.
        let script = "while [ ! -e \"$1\" ]; do sleep 0.05; done; sleep 1"
        let seen = bench.bench.path("seen")
        holder.arguments = [file.path(percentEncoded: false), "/bin/sh", "-c", script, "sh", seen]
        try holder.run()
        while RunLock.isFree(file), holder.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        #expect(try await bench.night().end == .held)
        try Data().write(to: URL(filePath: seen))
        #expect(try await bench.run().run(waiting: 30).end == .done)
        holder.waitUntilExit()
    }

    @Test func aDatabaseUnderLockIsTold() async throws {
        let bench = try NightBench(towns: 1)
        _ = try await bench.night()
        try bench.town(0, amount: "1.00")
        let files = bench.files()
        let other = try bench.database()
        try other.execute("BEGIN EXCLUSIVE")
        let night = try await bench.night(1)
        try other.execute("ROLLBACK")
        #expect(night.end == .publishing && night.end.rawValue == 11)
        #expect(night.report().count == 1 && night.report()[0].contains("锁住") && night.report()[0].hasSuffix("原有结果没有改动"))
        #expect(bench.files() == files)
        #expect(try await bench.night(2).rebuilt == 1)
    }

    @Test func aDamagedDatabaseIsTold() async throws {
        let bench = try NightBench(towns: 1)
        _ = try await bench.night()
        let files = bench.files()
        try bench.bench.write(String(repeating: "x", count: 9_000), to: "w/state/goalbook.db")
        let night = try await bench.night(1)
        #expect(night.end == .publishing && night.report()[0].contains("已损坏"), "\(night.report())")
        #expect(bench.files() == files)
    }

    @Test func anOlderDatabaseGoesOn() async throws {
        let bench = try NightBench(towns: 1)
        _ = try await bench.night()
        let file = URL(filePath: bench.bench.path("w/state/goalbook.db"))
        let backup = try Data(contentsOf: file)
        try bench.town(0, amount: "1.00")
        #expect(try await bench.night(1).isPublished)
        // The results of the second night stand there, and the state knows nothing of them.
        try backup.write(to: file)
        let night = try await bench.night(1)
        #expect(night.end == .done && night.isPublished && night.run == "20260303-023000-2", "\(night.report())")
        #expect(try bench.page(0).contains("1.00"))
    }

    @Test func whatStandsInTheWayOfResultsIsToldAndRemembered() async throws {
        let bench = try NightBench(towns: 1)
        try bench.bench.write("mine", to: "w/out/runs")
        let blocked = try await bench.night()
        #expect(blocked.end == .publishing && blocked.report().count == 1 && !blocked.run.isEmpty)
        let status = try WorkspaceStatus(bench.workspace)
        #expect(status.last?.outcome == "failed" && status.last?.exitCode == 11 && status.problems == blocked.report())
        try FileManager.default.removeItem(atPath: bench.bench.path("w/out/runs"))
        try bench.bench.write("mine", to: "w/out/current/theirs.txt")
        let foreign = try await bench.night(1)
        #expect(foreign.end == .publishing && foreign.report()[0].contains("不是 goalbook 生成的"))
        #expect(try bench.bench.files(below: "w/out/current").keys.sorted() == ["theirs.txt"])
        try FileManager.default.removeItem(atPath: bench.current)
        #expect(try await bench.night(2).end == .done)
        #expect(try WorkspaceStatus(bench.workspace).problems.isEmpty)
    }
}

extension RunLock {
    /// Whether nobody holds the lock.
    fileprivate static func isFree(_ file: URL) -> Bool {
        let descriptor = open(file.path(percentEncoded: false), O_RDONLY | O_CREAT | O_CLOEXEC, 0o644)
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) == 0
    }
}
