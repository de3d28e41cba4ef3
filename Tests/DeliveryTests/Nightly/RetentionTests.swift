import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Delivery

/// Which results stay, by the order of the runs: fourteen days, twelve months, years for ever, and what readers see.
@Suite struct RetentionTests {
    private let now = LocalTime.date(stamp: "20280310-023000") ?? .distantPast

    private func runs(days: Int) -> [(id: String, started: Date)] {
        (0..<days).reversed().map { day in
            let started = now.addingTimeInterval(Double(day) * -86_400)
            return (LocalTime(started).stamp, started)
        }
    }

    @Test func daysMonthsYears() {
        let kept = Retention(days: 14, months: 12).kept(runs(days: 1_000)).sorted()
        let days = (0...14).map { LocalTime(now.addingTimeInterval(Double($0) * -86_400)).stamp }.reversed()
        let months = [
            "20270430", "20270531", "20270630", "20270731", "20270831", "20270930", "20271031", "20271130", "20271231",
            "20280131",
        ]
        #expect(kept == (["20251231", "20261231"] + months).map { $0 + "-023000" } + Array(days))
    }

    @Test func anyHistoryKeepsTheNewestOfEachYearAndMonth() {
        var generator = SplitMix64(seed: 5)
        for _ in 0..<50 {
            let all = runs(days: 1_500).filter { _ in Int.random(in: 0..<40, using: &generator) == 0 }
            let (days, months) = (Int.random(in: 1...40, using: &generator), Int.random(in: 0...14, using: &generator))
            let kept = Retention(days: days, months: months).kept(all)
            for (place, run) in all.enumerated() {
                let later = all[(place + 1)...].map { LocalTime($0.started) }
                let own = LocalTime(run.started)
                let isNewestOfYear = !later.contains { $0.yearName == own.yearName }
                let isNewestOfMonth = !later.contains { $0.monthName == own.monthName }
                let isRecent = Set(later.map(\.dayInWords)).count <= days
                let isRecentMonth = Set(later.map(\.monthName)).subtracting([own.monthName]).count < months
                let expected = isRecent || isNewestOfYear || (isRecentMonth && isNewestOfMonth)
                #expect(kept.contains(run.id) == expected, "\(run.id) \(days) \(months)")
            }
        }
    }

    /// One night with the clock in 2038 costs nothing, is told, and is not the last run any more once the clock is right.
    @Test func aClockThatJumpsRemovesNothing() async throws {
        let bench = try NightBench(towns: 1, settings: "nightly: { keepDays: 5, keepMonths: 2 }")
        func night(_ day: Double) async throws -> NightlyOutcome {
            try bench.town(0, amount: "\(Int(day) + 1).00")
            return try await bench.night(day)
        }
        for day in 0..<5 { #expect(try await night(Double(day)).lines.isEmpty) }
        let before = Set(try FileManager.default.contentsOfDirectory(atPath: bench.bench.path("w/out/runs")))
        let ahead = try await night(4_400)
        #expect(ahead.end == .done && ahead.lines.count == 1 && ahead.lines[0].contains("时钟可能不对"), "\(ahead.lines)")
        let back = try await night(5)
        #expect(back.end == .done && back.lines.count == 1 && back.lines[0].contains("2038年"), "\(back.lines)")
        #expect(try await night(6).lines.isEmpty)
        let after = Set(try FileManager.default.contentsOfDirectory(atPath: bench.bench.path("w/out/runs")))
        #expect(before.subtracting(after).count == 2 && after.count == 6, "\(after.sorted())")
        let status = try WorkspaceStatus(bench.workspace)
        #expect(status.last?.id == "20260308-023000")
        #expect(status.lastSuccess == status.last?.started)
    }

    @Test func stampsAreReadBack() {
        #expect(LocalTime.date(stamp: "20280310-023000").map { LocalTime($0).stamp } == "20280310-023000")
        let second = LocalTime.date(stamp: "20280310-023000-2") ?? .distantPast
        #expect(second > now && LocalTime(second).stamp == "20280310-023000")
        for name in ["", "notes", "20280310", ".new-20280310-023000", "20280310-023000-x"] {
            #expect(LocalTime.date(stamp: name) == nil)
        }
    }

    @Test func nightsOfTwoYearsLeaveWhatIsToStay() async throws {
        let bench = try NightBench(towns: 1, settings: "nightly: { keepDays: 2, keepMonths: 2 }")
        try bench.bench.write("theirs", to: "w/out/runs/notes/read.me")
        // Results that the state has forgotten go like others.
        try bench.bench.write("old", to: "w/out/runs/20251111-023000/index.html")
        for (number, day) in [0.0, 200, 400, 401, 430, 431, 432, 433].enumerated() {
            try bench.town(0, amount: "\(number + 1).00")
            #expect(try await bench.night(day).isPublished)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.bench.path("w/out/runs")).sorted()
        let kept = [0, 200, 401, 431, 432, 433].map { LocalTime(NightBench.firstNight.addingTimeInterval($0 * 86_400)).stamp }
        #expect(names == (kept.dropFirst() + ["20251111-023000", "notes"]).sorted())
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: bench.current) == "runs/" + (kept.last ?? ""))
        // What was scored is remembered for ever.
        let scores = try bench.database().query(
            """
            SELECT count(*) FROM runs, json_each(state, '$.towns') AS town
            WHERE town.value ->> '$.figures.score' IS NOT NULL
            """
        ) { $0.integer(0) }
        #expect(scores == [8])
    }

    @Test func whatReadersSeeStaysHoweverOld() async throws {
        let bench = try NightBench(towns: 1, settings: "nightly: { keepDays: 1, keepMonths: 0 }")
        _ = try await bench.night()
        for day in stride(from: 30.0, to: 900, by: 90) { #expect(try await bench.night(day).end == .done) }
        #expect(try bench.page(0).contains("东山乡"))
        let log = try FileManager.default.contentsOfDirectory(atPath: bench.bench.path("w/state/log"))
        #expect(log.count == 1)
    }
}
