import Aggregation
import Foundation
import GoalModel
import TestSupport
import Testing

@Suite
struct FundingTests {
    @Test("Every list adds up to the total and to 100 %", arguments: 0..<120)
    func sums(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let count = [0, 1, 2, 9, 10, 11, 37, 200].randomElement(using: &generator) ?? 0
        let book = SampleBooks.random(&generator, projects: count)
        let funding = Funding(book: book, kinds: SampleBooks.kinds)
        let exact = book.projects.compactMap(\.budget).total()
        #expect(funding.total.exact == exact)
        #expect(funding.leadingKinds(3).count == min(3, funding.byKind.count))
        #expect(funding.leadingKinds(99) == funding.byKind)
        for parts in [funding.byKind, funding.leadingKinds(2), funding.bands, funding.byAge] {
            #expect(parts.map(\.amount.exact).total() == exact)
            #expect(parts.reduce(0) { $0 + $1.amount.hundredths } == funding.total.hundredths)
            #expect(parts.reduce(Share.zero) { $0 + $1.share } == (exact > .zero ? Share.whole : Share.zero))
        }
        #expect(funding.bySource.map(\.amount.exact).total() == exact)
        #expect(funding.bySource.reduce(0) { $0 + $1.amount.hundredths } == funding.total.hundredths)
        #expect(funding.projects.reduce(0) { $0 + $1.amount.hundredths } == funding.total.hundredths)
        #expect(funding.projects.reduce(Share.zero) { $0 + $1.share } == (exact > .zero ? Share.whole : Share.zero))
        #expect(funding.byKind.reduce(0) { $0 + $1.projects } == count)
        #expect(funding.topTen.reduce(Share.zero) { $0 + $1.share } == funding.topTenShare)
        #expect(funding.topTen.reduce(0) { $0 + $1.amount.hundredths } == funding.topTenAmount.hundredths)
        #expect(funding.topTen.count <= 10)
        #expect(funding.withoutBudget.count == book.projects.count { $0.budget == nil })
    }

    @Test("2,000 projects of the greatest amount")
    func huge() {
        let projects = (1...2_000).map { SampleBooks.project($0, "征地", fen: Money.largest.fen) }
        let funding = Funding(book: SampleBooks.book(projects), kinds: SampleBooks.kinds)
        #expect(funding.total.exact.fen == 2_000 * Money.largest.fen)
        #expect(funding.projects.reduce(Share.zero) { $0 + $1.share } == Share.whole)
    }

    @Test("An empty book has no parts and no shares")
    func empty() {
        let funding = Funding(book: SampleBooks.book([]), kinds: SampleBooks.kinds)
        #expect(funding.total.description == "0.00")
        #expect(funding.byKind.isEmpty)
        #expect(funding.topTen.isEmpty)
        #expect(funding.topTenShare == .zero)
    }

    @Test("Parts that do not make up the budget are shown as a difference")
    func difference() {
        var project = SampleBooks.project(1, "经费", fen: 10_000_000)
        project.fiscalFunds = Money(fen: 6_000_000)
        let funding = Funding(book: SampleBooks.book([project]), kinds: SampleBooks.kinds)
        #expect(funding.bySource.map(\.label) == ["财政资金", "其他资金", "与预算数的差额"])
        #expect(funding.bySource.map(\.amount.exact.fen) == [6_000_000, 0, 4_000_000])
    }

    @Test("The name decides the kind, then the purpose; the rest comes last")
    func kinds() {
        var purpose = SampleBooks.project(3, "某事项", fen: 500)
        purpose.purpose = "用于 占 地 补偿"
        let book = SampleBooks.book([
            SampleBooks.project(1, "无名事项", fen: 900_000_000), SampleBooks.project(2, "占地补贴", fen: 1_000_000), purpose,
        ])
        let funding = Funding(book: book, kinds: SampleBooks.kinds)
        #expect(funding.byKind.map(\.label) == ["征地补偿", "其他"])
        #expect(funding.projects.map(\.kind) == ["其他", "征地补偿", "征地补偿"])
    }

    @Test("New and carried over by the year in the code")
    func ages() {
        let book = SampleBooks.book([
            SampleBooks.project(1, "甲", fen: 100, code: "13052924P1"), SampleBooks.project(2, "乙", fen: 200, code: "13052923P1"),
            SampleBooks.project(3, "丙", fen: 300, code: ""),
        ])
        let parts = Funding(book: book, kinds: SampleBooks.kinds).byAge
        #expect(parts.map(\.label) == ["当年新设", "结转延续", "年份不明"])
        #expect(parts.map(\.amount.exact.fen) == [100, 200, 300])
    }
}
