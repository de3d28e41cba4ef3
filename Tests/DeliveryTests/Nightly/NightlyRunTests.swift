import Diagnostics
import Foundation
import Intake
import TestSupport
import Testing

@testable import Delivery

/// What is done on a night, and what is left as it is.
@Suite struct NightlyRunTests {
    @Test func firstNightMakesEverythingAndTheNextNothing() async throws {
        let bench = try NightBench()
        let first = try await bench.night()
        #expect(first.end == .done && first.isPublished && first.towns == 3 && first.rebuilt == 3 && first.report().isEmpty)
        #expect(first.reasons.count == 3 && first.reasons.allSatisfy { $0.hasSuffix("第一次运行") })
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: bench.current) == "runs/20260302-023000")
        let files = bench.files()
        #expect(files.count > 10)
        let second = try await bench.night(1)
        #expect(second.end == .done && !second.isPublished && second.reasons.isEmpty && second.towns == 3)
        #expect(bench.files() == files)
        let runs = try bench.database().runs(limit: 9)
        #expect(runs.map(\.outcome) == [.unchanged, .published])
        #expect(runs.map(\.basis) == ["20260302-023000", "20260302-023000"])
    }

    @Test func resultsThatWereTakenAwayAreMissedAndNotNew() async throws {
        let bench = try NightBench(towns: 2)
        _ = try await bench.night()
        try FileManager.default.removeItem(atPath: bench.current)
        let preview = try await bench.run(1).preview()
        let night = try await bench.night(1)
        for reasons in [preview.reasons, night.reasons] {
            #expect(reasons.count == 2 && reasons.allSatisfy { $0.hasSuffix("：以前的结果（out/current）不在了") }, "\(reasons)")
        }
        #expect(night.end == .done && night.isPublished)
    }

    /// Score and errors over the nights stand on the pages from the second night on, each town's since it was made last.
    @Test func scoresAreShownOverTheNights() async throws {
        let bench = try NightBench(towns: 2)
        _ = try await bench.night()
        func overview() throws -> String { try String(contentsOfFile: bench.current + "/index.html", encoding: .utf8) }
        #expect(try !bench.page(0).contains("id=\"trend\"") && !overview().contains("id=\"movement\""))
        // Two runs of one night are one night.
        try bench.town(0, amount: "5.60")
        _ = try await bench.night(0.1)
        #expect(try !bench.page(0).contains("id=\"trend\"") && !overview().contains("id=\"movement\""))
        try bench.town(0)
        _ = try await bench.night(1)
        let page = try bench.page(0)
        #expect(page.contains("2026-03-02至2026-03-03，更新了2次：得分 99.1 → 100.0（+0.9），错误 0 → 0。"), "\(page)")
        #expect(page.contains("<svg class=\"spark\"") && page.contains("id=\"trend\""))
        #expect(try !bench.page(1).contains("id=\"trend\"") && overview().contains("1个乡镇得分提高。"))
        // Nothing new is no reason to write anything.
        let files = bench.files()
        #expect(try await bench.night(2).reasons.isEmpty && bench.files() == files)
        // What somebody did to an older state keeps nobody from seeing tonight's results.
        try bench.database().execute("UPDATE runs SET state = '{\"towns\": {\"x\": 1, \"y\": {}}}' WHERE id LIKE '20260302%'")
        try bench.town(1, amount: "5.60")
        let night = try await bench.night(3)
        #expect(night.end == .done && night.isPublished && night.rebuilt == 1, "\(night.report())")
    }

    @Test func onlyTheChangedTownIsMade() async throws {
        let bench = try NightBench()
        _ = try await bench.night()
        let before = bench.files("w/out/current/")
        try bench.town(1, amount: "9.99")
        let night = try await bench.night(1)
        #expect(night.end == .done && night.rebuilt == 1)
        #expect(night.reasons.sorted() == ["东山乡 2026年：没有变化", "南山乡 2026年：没有变化", "西山乡 2026年：西山乡.txt 内容变了"])
        let after = bench.files("w/out/current/")
        let own = NightBench.folder(1)
        for (path, identity) in before where path.hasPrefix("1") && path.contains("/") && !path.hasSuffix("/表格") {
            #expect((after[path] == identity) == !path.hasPrefix(own), "\(path)")
        }
        #expect(try bench.page(1).contains("22.49") && !bench.page(0).contains("22.49"))
    }

    @Test func whateverDecidesResultsCounts() async throws {
        let bench = try NightBench(towns: 2)
        _ = try await bench.night()
        func reasons(_ night: NightlyOutcome) -> Set<String> { Set(night.reasons.map { $0.components(separatedBy: "：")[1] }) }
        try bench.settings("results: { kinds: [\"site\"], mask: true }")
        #expect(reasons(try await bench.night(1)) == ["设定变了"])
        #expect(reasons(try await bench.night(2, tool: "goalbook next")) == ["程序更新了"])
        let resources = bench.bench.path("resources")
        try FileManager.default.copyItem(atPath: Repository.root.appending(path: "Resources").path, toPath: resources)
        #expect(try await bench.night(3, tool: "goalbook next", resources: resources).reasons.isEmpty)
        for name in ["site.css", "score.json5", "words.json5"] {
            let text = try String(contentsOfFile: resources + "/" + name, encoding: .utf8)
            try (text + "\n").write(toFile: resources + "/" + name, atomically: true, encoding: .utf8)
            let night = try await bench.night(4, tool: "goalbook next", resources: resources)
            #expect(reasons(night) == ["资源（样式、规则用词、版式等）变了"], "\(name)")
        }
        // What decides nothing about results leaves them.
        try bench.settings("results: { kinds: [\"site\"], mask: true }, nightly: { keepDays: 3 }, name: \"某县\"")
        #expect(try await bench.night(5, tool: "goalbook next", resources: resources).reasons.isEmpty)
        let conditions = BuildEnvironment(tool: "a", resources: "b", settings: "c", fonts: "d")
        #expect(conditions.differences(from: BuildEnvironment(tool: "a", resources: "b", settings: "c", fonts: "e")) == ["字体变了"])
    }

    @Test func anOlderBookThatChangesMakesTheNewerOneAnew() async throws {
        let bench = try NightBench(towns: 1)
        try bench.town(0, year: 2025, as: "去年.txt")
        #expect(try await bench.night().towns == 2)
        try bench.town(0, amount: "1.11", year: 2025, as: "去年.txt")
        let night = try await bench.night(1)
        #expect(night.reasons.sorted() == ["东山乡 2025年：去年.txt 内容变了", "东山乡 2026年：上一年度的目标书变了"])
    }

    @Test func aTownThatFailsKeepsWhatWasGoodAndKeepsFailing() async throws {
        let bench = try NightBench()
        _ = try await bench.night()
        let good = try bench.page(1)
        try bench.write("\u{0}\u{1}\u{2}", to: "西山乡.txt")
        try bench.town(2, amount: "4.44")
        let bad = try await bench.night(1)
        #expect(bad.end == .someFailed && bad.end.rawValue == 3 && bad.isPublished && bad.towns == 3)
        #expect(bad.report().count == 1 && bad.report()[0].hasPrefix("失败：西山乡 2026年（西山乡.txt）："), "\(bad.report())")
        let page = try bench.page(1)
        #expect(page.contains("<p class=\"stale\" role=\"status\">这里是2026年3月2日的结果，没有更新：西山乡.txt：文件不是文本"))
        #expect(page.replacing(/<!-- banner -->.*\n/, with: "") == good)
        #expect(try bench.page(2).contains("16.94") && !bench.page(2).contains("class=\"stale\""))
        let files = bench.files()
        let again = try await bench.night(2)
        #expect(again.end == .someFailed && !again.isPublished && again.report() == bad.report())
        #expect(bench.files() == files)
        // The very file of before comes back: nothing is made anew, only the banner goes.
        try bench.town(1)
        let restored = try await bench.night(3)
        #expect(restored.end == .done && restored.rebuilt == 0 && restored.isPublished)
        #expect(restored.reasons.contains("西山乡 2026年：输入恢复原样，去掉没有更新的说明"))
        #expect(try bench.page(1) == good)
        #expect(try await bench.night(4).reasons.isEmpty)
    }

    @Test func aFileThatFailsFailsAllItsTownsByName() async throws {
        let bench = try NightBench(towns: 1)
        let pair = try [1, 2].map { number in
            try bench.town(number, as: "x.txt")
            return try String(contentsOfFile: bench.inputs + "/x.txt", encoding: .utf8)
        }
        try bench.remove("x.txt")
        try bench.write(pair[0], to: "两乡/1.txt")
        try bench.write(pair[1], to: "两乡/2.txt")
        #expect(try await bench.night().towns == 3)
        try bench.write(pair[0].replacing("3.60", with: "7.00"), to: "两乡/3.txt")
        let night = try await bench.night(1)
        #expect(night.failures.map(\.towns) == [["西山乡 2026年"]], "\(night.report())")
        #expect(night.report()[0].hasPrefix("失败：西山乡 2026年（两乡/1.txt、两乡/3.txt）："), "\(night.report())")
        #expect(night.towns == 3 && night.end == .someFailed)
        #expect(try bench.page(1).contains("没有更新"))
    }

    @Test func whatIsGoneIsDroppedWithAWord() async throws {
        let bench = try NightBench()
        _ = try await bench.night()
        try bench.remove("西山乡.txt")
        let night = try await bench.night(1)
        #expect(night.end == .done && night.towns == 2 && night.dropped == ["西山乡 2026年不再列出：西山乡.txt 已不在"])
        #expect(!FileManager.default.fileExists(atPath: bench.current + "/" + NightBench.folder(1)))
        let next = try await bench.night(2)
        #expect(next.dropped.isEmpty && next.reasons.isEmpty && next.end == .done)
    }

    @Test func aDiskThatIsNotThereDropsNobody() async throws {
        let bench = try NightBench()
        _ = try await bench.night()
        let away = bench.bench.path("w/away")
        try FileManager.default.moveItem(atPath: bench.inputs, toPath: away)
        let missing = try await bench.night(1)
        #expect(missing.end == .someFailed && missing.towns == 3 && missing.dropped.isEmpty && missing.report().count == 1)
        let files = bench.files()
        try FileManager.default.createDirectory(atPath: bench.inputs, withIntermediateDirectories: false)
        let empty = try await bench.night(2)
        #expect(empty.end == .nothingReadable && empty.end.rawValue == 4 && empty.dropped.isEmpty && empty.report().count == 1)
        #expect(bench.files() == files)
        try FileManager.default.removeItem(atPath: bench.inputs)
        try FileManager.default.moveItem(atPath: away, toPath: bench.inputs)
        #expect(try await bench.night(3).end == .done)
    }

    @Test func aLookWritesNothing() async throws {
        let bench = try NightBench()
        _ = try await bench.night()
        try bench.town(0, amount: "1.00")
        try bench.write("\u{0}", to: "西山乡.txt")
        let files = bench.files("w")
        let preview = try await bench.run(1).preview()
        #expect(bench.files("w") == files)
        #expect(!preview.isNothingNew && preview.failures.count == 1)
        #expect(
            preview.reasons.sorted() == ["东山乡 2026年：东山乡.txt 内容变了", "南山乡 2026年：没有变化", "西山乡 2026年：读不了，显示2026年3月2日的结果"])
    }

    @Test func catchingUpGoesByWhatWasDoneLast() async throws {
        let bench = try NightBench(towns: 2)
        _ = try await bench.night()
        try bench.town(0, amount: "1.00")
        // The machine was off for months, and its clock is behind by a year: the change is found all the same.
        #expect(try await bench.night(100).rebuilt == 1)
        try bench.town(0, amount: "2.00")
        #expect(try await bench.night(-265).rebuilt == 1)
        #expect(try await bench.night(-265).reasons.isEmpty)
    }
}
