import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Delivery

/// Nights over actual figures: what changed, what cannot be read, and what readers see of it.
@Suite struct NightlyActualsTests {
    /// A table over several towns; the fixture has one project of its code each.
    private func figures(_ paid: [Int: String], on day: String = "2026-06-30") -> String {
        let lines = paid.sorted { $0.key < $1.key }.map { number, amount in
            "\(NightBench.code(number)),,\(Self.project),\(day),,,,\(amount),,,,,,,修好了道路和路灯"
        }
        return "单位编码,项目编码,项目名称,截止日期,年初预算数,全年预算数（调整后）,调整原因,累计支出,其中财政,其中上年结转,其中其他,"
            + "全年预计支出,原因类别,执行偏差原因,总体目标实际完成情况\n" + lines.joined(separator: "\n") + "\n"
    }

    private static let project = "村卫生室取暖补助"

    private func facts(_ bench: borrowing NightBench, _ number: Int) throws -> [String: Any] {
        let path = bench.current + "/\(NightBench.folder(number))/facts.json"
        let json = try JSONSerialization.jsonObject(with: try Data(contentsOf: URL(filePath: path)))
        let books = try #require((json as? [String: Any])?["books"] as? [[String: Any]])
        return try #require(books.first)
    }

    @Test func changedFiguresHaveTheirTownsMadeAgain() async throws {
        let bench = try NightBench(towns: 3)
        try #require(try await bench.night().end == .done)
        #expect(try facts(bench, 0)["monitoring"] == nil)
        func write(_ paid: [Int: String]) throws {
            try bench.bench.write(figures(paid), to: "w/actuals/执行数据.csv")
        }
        try write([0: "1.00", 1: "1.00"])
        let plan = try await bench.run(1).preview()
        #expect(plan.reasons.count { $0.contains("有了执行数据") } == 2, "\(plan.reasons)")
        let first = try await bench.night(1)
        #expect(first.rebuilt == 2 && first.end == .done, "\(first.report())")
        let monitoring = try #require(try facts(bench, 0)["monitoring"] as? [String: Any])
        #expect(monitoring["asOf"] as? String == "2026-06-30" && monitoring["town"] as? String == NightBench.name(0))
        #expect(try facts(bench, 0)["evaluation"] != nil && facts(bench, 2)["monitoring"] == nil)
        #expect(try bench.page(0).contains("绩效运行监控（截至6月30日）"))
        // One row of a file over several towns is of one town.
        try write([0: "1.00", 1: "1.50"])
        let second = try await bench.night(2)
        #expect(second.rebuilt == 1 && second.reasons.contains { $0.hasPrefix(NightBench.name(1)) && $0.contains("执行数据变了") })
        #expect(try await bench.night(3).isPublished == false)
        // Gone, and so is what it told.
        try FileManager.default.removeItem(atPath: bench.bench.path("w/actuals/执行数据.csv"))
        #expect(try await bench.night(4).rebuilt == 2)
        #expect(try facts(bench, 0)["monitoring"] == nil)
    }

    @Test func figuresThatCannotBeReadKeepTheLastGoodOnes() async throws {
        let bench = try NightBench(towns: 2)
        let good = figures([0: "1.00"])
        try bench.bench.write(good, to: "w/actuals/六月.csv")
        try #require(try await bench.night().end == .done)
        let before = try facts(bench, 0)["monitoring"] as? [String: Any]
        try bench.bench.write("不是表", to: "w/actuals/六月.csv")
        try bench.town(0, amount: "4.60")
        let bad = try await bench.night(1)
        #expect(bad.end == .someFailed && bad.rebuilt == 1)
        #expect(bad.report().contains { $0.contains("六月.csv") && $0.contains(NightBench.name(0)) }, "\(bad.report())")
        // The town's book is new, its figures are those of before, with a banner.
        #expect(try bench.page(0).contains("的执行数据，没有更新：工作文件夹/actuals/六月.csv"))
        let after = try facts(bench, 0)["monitoring"] as? [String: Any]
        #expect(after?["asOf"] as? String == before?["asOf"] as? String && after != nil)
        #expect(try WorkspaceStatus(bench.workspace).failures.contains { $0.path.contains("六月.csv") })
        #expect(try await bench.night(2).isPublished == false)
        try bench.bench.write(good, to: "w/actuals/六月.csv")
        #expect(try await bench.night(3).end == .done)
        #expect(try !bench.page(0).contains("没有更新"))
    }

    @Test func figuresThatNeverWereGoodStopNobody() async throws {
        let bench = try NightBench(towns: 2)
        try bench.bench.write("\u{0}\u{1}", to: "w/actuals/执行数据.xlsx")
        let night = try await bench.night()
        #expect(night.end == .someFailed && night.rebuilt == 2 && night.report().contains { $0.contains("执行数据.xlsx") })
        #expect(try facts(bench, 0)["monitoring"] == nil)
    }
}
