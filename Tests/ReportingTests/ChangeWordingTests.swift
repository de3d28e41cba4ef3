import Aggregation
import Diagnostics
import GoalModel
import Reporting
import TestSupport
import Testing

/// What is said of two books of a town.
@Suite struct ChangeWordingTests {
    private func report(year: Int, fen: [Int64], errors: Int = 0) -> Report {
        var book = SampleBooks.book(fen.enumerated().map { SampleBooks.project($0 + 1, "第\($0 + 1)项经费", fen: $1) })
        book.fiscalYear = year
        return SampleFindings.report(book, (0..<errors).map { _ in SampleFindings.finding("I03", "缺数字", .error, project: 1) })
    }

    private func change(_ older: Report, _ newer: Report) throws -> BookChange {
        var earlier = EarlierBooks()
        earlier.add(Edition(older))
        return try #require(earlier.change(to: newer))
    }

    @Test func moreMoneyFewerErrors() throws {
        let older = report(year: 2023, fen: [10_000_000_00, 5_000_000_00], errors: 3)
        let newer = report(year: 2024, fen: [11_000_000_00, 5_000_000_00, 2_000_000_00])
        let change = try change(older, newer)
        #expect(
            change.sentences == [
                "预算总额比2023年增加300.00万元（+20.0%）。", "项目：新增1个，1个金额有变动，1个金额不变。", "得分由99.4分提高到100.0分。",
                "规则查出的错误由3处减少到0处。", "问题：改好3处。",
            ])
        #expect(change.line == "预算总额比2023年增加300.00万元（+20.0%）；项目：新增1个，1个金额有变动，1个金额不变；得分由99.4分提高到100.0分；规则查出的错误由3处减少到0处。")
    }

    @Test func lessMoney() throws {
        let change = try change(report(year: 2023, fen: [8_000_000_00, 1]), report(year: 2024, fen: [7_000_000_00], errors: 1))
        #expect(change.sentences.first == "预算总额比2023年减少100.00万元（-12.5%）。")
        #expect(change.sentences.suffix(2) == ["规则查出的错误由0处增加到1处。", "问题：新出现1处。"])
        #expect(change.sentences.contains("项目：取消1个，1个金额有变动。"))
    }

    @Test func theSameTwice() throws {
        let same = report(year: 2024, fen: [100])
        let change = try change(same, same)
        #expect(change.sentences == ["预算总额与上一份相同。", "项目：1个金额不变。", "得分不变，100.0分。"])
        #expect(change.line == "预算总额与上一份相同。")
    }

    /// Plans, rows and findings each have their sentence; what did not change is not told.
    @Test func plansRowsAndFindings() throws {
        var (older, newer) = (report(year: 2023, fen: [100], errors: 2), report(year: 2024, fen: [100], errors: 1))
        newer.book.projects[0].plan.points[0].percent = Percent(10)
        func row(_ name: String, _ target: String) -> Indicator {
            Indicator(
                category: "产出指标", type: "数量指标", name: name, description: "", target: Target(reading: target), basis: "")
        }
        older.book.projects[0].indicators = [row("甲", "≥1个"), row("乙", "≥2个"), row("丙", "2023年底")]
        newer.book.projects[0].indicators = [row("甲", "≥3个"), row("丙", "2024年底"), row("丁", "4个"), row("戊", "5个")]
        let change = try change(older, newer)
        #expect(change.sentences.contains("支出计划有变动的1个项目。"))
        #expect(change.sentences.contains("两份都有的项目中，指标新增2行、取消1行、修改1行。"))
        #expect(change.sentences.last == "问题：改好1处，仍有1处。")
        let details = change.details
        #expect(details.map(\.subject) == [.plan, .indicator, .indicator, .indicator, .indicator, .finding])
        #expect(details.first { $0.subject == .plan }?.newer == "3月底10%、6月底50%、10月底75%、12月底100%")
        #expect(
            details.first { $0.kind == .changed && $0.subject == .indicator }.map { [$0.item, $0.older, $0.newer] } == [
                "甲（指标值）", "≥1个", "≥3个",
            ])
    }

    @Test func aNewerBookIsNoBasis() {
        var earlier = EarlierBooks()
        earlier.add(Edition(report(year: 2025, fen: [100])))
        #expect(earlier.change(to: report(year: 2024, fen: [100])) == nil)
    }
}
