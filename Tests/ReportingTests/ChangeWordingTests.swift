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
                "规则查出的错误由3处减少到0处。",
            ])
        #expect(change.line == "预算总额比2023年增加300.00万元（+20.0%）；项目：新增1个，1个金额有变动，1个金额不变；得分由99.4分提高到100.0分；规则查出的错误由3处减少到0处。")
    }

    @Test func lessMoney() throws {
        let change = try change(report(year: 2023, fen: [8_000_000_00, 1]), report(year: 2024, fen: [7_000_000_00], errors: 1))
        #expect(change.sentences.first == "预算总额比2023年减少100.00万元（-12.5%）。")
        #expect(change.sentences.last == "规则查出的错误由0处增加到1处。")
        #expect(change.sentences.contains("项目：取消1个，1个金额有变动。"))
    }

    @Test func theSameTwice() throws {
        let same = report(year: 2024, fen: [100])
        let change = try change(same, same)
        #expect(change.sentences == ["预算总额与上一份相同。", "项目：1个金额不变。", "得分不变，100.0分。"])
        #expect(change.line == "预算总额与上一份相同。")
    }

    @Test func aNewerBookIsNoBasis() {
        var earlier = EarlierBooks()
        earlier.add(Edition(report(year: 2025, fen: [100])))
        #expect(earlier.change(to: report(year: 2024, fen: [100])) == nil)
    }
}
