import Aggregation
import GoalModel
import TestSupport
import Testing

/// What changed between two books of a town.
@Suite struct BookChangeTests {
    private func edition(
        _ year: Int?, _ projects: [(String, String, Int64?)], score: Int? = 900, errors: Int = 0, region: String? = "130529",
        unit: String? = "901001", town: String = "某镇"
    ) -> Edition {
        let list = projects.map { Edition.Project(code: $0.0, name: $0.1, budget: $0.2.map { Money(fen: $0 * 1_000_000) }) }
        return Edition(
            key: TownKey(region: region, unitCode: unit, town: town), year: year, projects: list,
            total: list.compactMap(\.budget).total(), score: score.map(Points.init), errors: errors)
    }

    @Test func newDroppedAndChanged() {
        let older = edition(2023, [("A1", "修路", 10), ("A2", "网格员补贴", 5), ("A3", "2023年防火", 3), ("A4", "办公", 2)], errors: 7)
        let newer = edition(2024, [("a1", "修路二期", 12), ("B2", "网格员补贴", 5), ("B3", "2024年度防火", 4), ("B4", "征地", 30)], score: 925)
        let change = BookChange(from: older, to: newer)
        #expect(change.added.map(\.name) == ["征地"])
        #expect(change.dropped.map(\.name) == ["办公"])
        #expect(change.changed.map(\.name) == ["修路二期", "2024年度防火"])
        #expect(change.unchanged == 1)
        #expect(change.difference.description == "31.00")
        #expect(change.growth?.tenths == 1550)
        #expect(change.scoreDifference?.tenths == 25)
        #expect(change.movements.map(\.name) == ["征地", "修路二期", "办公", "2024年度防火"])
        #expect(change.movements.map(\.difference.description) == ["30.00", "2.00", "-2.00", "1.00"])
    }

    @Test func nothingBefore() {
        let change = BookChange(from: edition(2023, [], score: nil), to: edition(2024, [("", "甲", nil)]))
        #expect(change.growth == nil && change.scoreDifference == nil)
        #expect(change.added.count == 1 && change.dropped.isEmpty && change.unchanged == 0)
    }

    @Test func sameCodeTwiceIsMatchedInOrder() {
        let older = edition(2023, [("A", "甲", 1), ("A", "乙", 2)])
        let newer = edition(2024, [("A", "甲", 1), ("A", "乙", 2), ("A", "丙", 3)])
        let change = BookChange(from: older, to: newer)
        #expect(change.unchanged == 2)
        #expect(change.added.map(\.name) == ["丙"])
    }

    /// Every project is accounted for once, and the movements make up the difference of the totals.
    @Test(arguments: 0..<150) func everythingIsAccountedFor(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func projects() -> [(String, String, Int64?)] {
            (0..<Int.random(in: 0...30, using: &random)).map { _ in
                let name = ["甲", "乙", "2023年丙", "2024年丙", ""].randomElement(using: &random) ?? ""
                let amount = Bool.random(using: &random) ? Int64.random(in: 0...1_000, using: &random) : nil
                return ("C\(Int.random(in: 0...9, using: &random))", name, amount)
            }
        }
        let (older, newer) = (edition(2023, projects()), edition(2024, projects()))
        let change = BookChange(from: older, to: newer)
        #expect(change.added.count + change.changed.count + change.unchanged == newer.projects.count)
        #expect(change.dropped.count + change.changed.count + change.unchanged == older.projects.count)
        #expect(change.movements.map(\.difference.exact).total() == newer.total - older.total)
        #expect(BookChange(from: newer, to: newer).movements.isEmpty)
    }

    @Test func theNewestOlderBookOfTheTownIsTheBasis() {
        let now = edition(2024, [])
        let others = [
            edition(2022, []), edition(2023, [], errors: 1), edition(2023, [], errors: 2), edition(2025, []),
            edition(2024, [], unit: "901002"), edition(2024, [], region: "130208"),
        ]
        #expect(now.basis(among: others)?.errors == 1)
        #expect(now.basis(among: others + [edition(2024, [], errors: 9)])?.errors == 9)
        #expect(now.basis(among: [edition(2025, [])]) == nil)
        #expect(now.basis(among: [edition(nil, [])]) != nil)
    }

    @Test func namesStandInWhereCodesAreMissing() {
        let now = edition(2024, [])
        #expect(now.basis(among: [edition(2023, [], unit: nil)]) != nil)
        #expect(now.basis(among: [edition(2023, [], region: nil)]) != nil)
        #expect(now.basis(among: [edition(2023, [], unit: nil, town: "别镇")]) == nil)
        #expect(now.basis(among: [edition(2023, [], region: "999999", unit: nil)]) == nil)
        #expect(edition(2024, [], unit: nil, town: "").basis(among: [edition(2023, [], town: "")]) == nil)
        // A town that was renamed is known by its code.
        #expect(now.basis(among: [edition(2023, [], town: "旧名镇")]) != nil)
    }
}
