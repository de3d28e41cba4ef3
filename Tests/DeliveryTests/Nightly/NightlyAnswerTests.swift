import Diagnostics
import Foundation
import Reporting
import TestSupport
import Testing

@testable import Delivery

/// Answers that people write into the results of a night.
@Suite struct NightlyAnswerTests {
    private static let settings = "results: { kinds: [\"facts\", \"workbook\"] }"

    /// A town in which something is found.
    private func town(_ bench: borrowing NightBench, amount: String) throws {
        try bench.town(0, amount: amount)
        let input = bench.inputs + "/\(NightBench.name(0)).txt"
        let text = try String(contentsOfFile: input, encoding: .utf8)
        try bench.write(text.replacing("≥95%", with: "≥"), to: "\(NightBench.name(0)).txt")
    }

    private func sheet(_ bench: borrowing NightBench, in folder: String? = nil) -> String {
        (folder ?? bench.current) + "/\(NightBench.folder(0))/审核意见表.xlsx"
    }

    private func words(_ bench: borrowing NightBench, _ key: String) throws -> String? {
        try AnswerSheet(sheet(bench)).rows[key].flatMap { $0["状态"].map { $0 + " " } }.map {
            $0 + (try AnswerSheet(sheet(bench)).rows[key]?["说明"] ?? "")
        }
    }

    @Test func answersStayThroughNights() async throws {
        let bench = try NightBench(towns: 1, settings: Self.settings)
        try town(bench, amount: "3.60")
        #expect(try await bench.night().end == .done)
        let keys = try AnswerSheet(sheet(bench)).rows.keys.sorted()
        try #require(keys.count > 1)
        try AnswerSheet(sheet(bench)).fill(keys[0], status: "退回", note: "请核对")
        let night = try await bench.night(1)
        #expect(night.isPublished && night.reasons.contains { $0.contains("新的答复") }, "\(night.reasons)")
        #expect(try words(bench, keys[0]) == "退回 请核对")
        #expect(try await !bench.night(2).isPublished)
        // The input changes, and a word of the sheet is none.
        try town(bench, amount: "4.70")
        try AnswerSheet(sheet(bench)).fill(keys[1], status: "好", note: "写错了")
        let wrong = try await bench.night(3)
        #expect(wrong.end == .someFailed && wrong.failures.first?.reason.contains("状态写的是“好”") == true, "\(wrong.failures)")
        #expect(try words(bench, keys[0]) == "退回 请核对")
        let aside = bench.current + "/\(NightBench.folder(0))/审核意见表（未读入）.xlsx"
        try AnswerSheet(aside).fill(keys[1], status: "退回", note: "写对了")
        #expect(try await bench.night(4).end == .done)
        #expect(try words(bench, keys[1]) == "退回 写对了")
        #expect(!FileManager.default.fileExists(atPath: aside))
        #expect(try await !bench.night(5).isPublished)
        #expect(try bench.database().history().answers.map(\.words.note).sorted() == ["写对了", "请核对"].sorted())
    }

    /// Somebody had the sheet open when the next results took its place; another time all results are lost.
    @Test func whatIsSavedLateIsReadAndTheStateRemembers() async throws {
        let bench = try NightBench(towns: 1, settings: Self.settings)
        try town(bench, amount: "3.60")
        _ = try await bench.night()
        let old = URL(filePath: bench.current).resolvingSymlinksInPath().path(percentEncoded: false)
        let key = try #require(AnswerSheet(sheet(bench)).rows.keys.min())
        try town(bench, amount: "4.70")
        #expect(try await bench.night(1).isPublished)
        try AnswerSheet(sheet(bench, in: old)).fill(key, status: "退回", note: "晚了")
        #expect(try await bench.night(2).isPublished)
        #expect(try words(bench, key) == "退回 晚了")
        #expect(try await !bench.night(3).isPublished)
        try FileManager.default.removeItem(atPath: bench.bench.path("w/out"))
        #expect(try await bench.night(4).isPublished)
        #expect(try words(bench, key) == "退回 晚了")
    }

    @Test func filesOfPeopleGoFromNightToNight() async throws {
        let bench = try NightBench(towns: 2, settings: Self.settings)
        _ = try await bench.night()
        try bench.bench.write("回执", to: "w/out/current/\(NightBench.folder(0))/回执/一.pdf")
        for day in 1...3 {
            try bench.town(1, amount: "\(day).50")
            let night = try await bench.night(Double(day))
            #expect(night.isPublished && night.notices.count == (day == 1 ? 1 : 0), "\(night.notices)")
        }
        #expect(try bench.bench.files(below: "w/out/current/")["\(NightBench.folder(0))/回执/一.pdf"] == Data("回执".utf8))
    }
}
