import Aggregation
import GoalModel
import TestSupport
import Testing

@Suite
struct ShownAmountTests {
    @Test("The total is the exact sum rounded half-up and the rows add up to it", arguments: 0..<200)
    func columns(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let rows = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
            Money(fen: Int64.random(in: 0...Money.largest.fen >> Int64.random(in: 0...40, using: &generator), using: &generator))
        }
        let (shown, total) = ShownAmount.column(rows)
        #expect(total.exact == rows.total())
        #expect(total.hundredths == (rows.total().fen + 5_000) / 10_000)
        #expect(shown.map(\.exact) == rows)
        #expect(shown.reduce(0) { $0 + $1.hundredths } == total.hundredths)
        for row in shown { #expect(abs(row.hundredths * 10_000 - row.exact.fen) < 10_000) }
    }

    @Test("Equal remainders go to the earlier row")
    func ties() {
        let third = Money(fen: 3_334)
        #expect(ShownAmount.column([third, third, third]).rows.map(\.hundredths) == [1, 0, 0])
    }

    @Test("Amounts at the limits of the type do not trap")
    func limits() {
        let rows = [Money(fen: .max), Money(fen: .max), Money(fen: .min), Money(fen: .min), Money(fen: .min)]
        let (shown, total) = ShownAmount.column(rows)
        #expect(total.exact.fen == .min)
        #expect(shown.count == 5)
        #expect(ShownAmount(Money(fen: .min)).description == "-9,223,372,036,854.78")
        #expect((ShownAmount(Money(fen: .max)) + ShownAmount(Money(fen: .max))).exact.fen == .max)
    }

    @Test("Written in tens of thousands of yuan with two decimals")
    func written() {
        #expect(ShownAmount(Money(fen: 6_167_490_000)).description == "6,167.49")
        #expect(ShownAmount(Money(fen: 4_999)).description == "0.00")
        #expect(ShownAmount(Money(fen: 5_000)).description == "0.01")
        #expect(ShownAmount(Money(fen: -1_230_000)).description == "-1.23")
    }
}
