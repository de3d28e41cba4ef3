import BookLayout
import TestSupport
import Testing

/// Fewer strokes, the same lines.
@Suite struct RuleJoiningTests {
    private func rule(_ fromX: Double, _ fromY: Double, _ toX: Double, _ toY: Double) -> Rule {
        Rule(fromX: fromX, fromY: fromY, toX: toX, toY: toY)
    }

    @Test("Rules of a table become whole lines, gaps stay gaps, slanting lines stay")
    func table() {
        let cells = (0..<3).flatMap { row in
            (0..<4).flatMap { column in
                let (x, y) = (Double(column) * 10, Double(row) * 7)
                return [rule(x, y, x + 10, y), rule(x, y + 7, x, y)]
            }
        }
        #expect(cells.count == 24)
        #expect(cells.joined.count == 3 + 4)
        #expect(cells.joined.contains(rule(0, 7, 40, 7)) && cells.joined.contains(rule(30, 0, 30, 21)))
        #expect([rule(0, 0, 10, 0), rule(12, 0, 20, 0)].joined.count == 2)
        #expect([rule(0, 0, 10, 5), rule(10, 5, 20, 10)].joined.count == 2)
    }

    /// Every point of a grid is covered after joining if and only if it was before.
    @Test func coversTheSamePoints() {
        var random = SplitMix64(seed: 11)
        func covers(_ rules: [Rule], _ x: Double, _ y: Double) -> Bool {
            rules.contains { rule in
                min(rule.fromX, rule.toX) <= x && x <= max(rule.fromX, rule.toX) && min(rule.fromY, rule.toY) <= y
                    && y <= max(rule.fromY, rule.toY)
            }
        }
        for _ in 0..<100 {
            let rules = (0..<12).map { _ in
                let (a, b, c) = (
                    Int.random(in: 0...8, using: &random), Int.random(in: 0...8, using: &random),
                    Int.random(in: 0...3, using: &random)
                )
                let isLevel = Bool.random(using: &random)
                return isLevel
                    ? rule(Double(a), Double(c), Double(b) + 0.5, Double(c))
                    : rule(Double(c), Double(a), Double(c), Double(b) + 0.5)
            }
            let joined = rules.joined
            #expect(joined.count <= rules.count)
            for x in stride(from: -0.25, to: 9, by: 0.25) {
                for y in stride(from: -0.25, to: 9, by: 0.25) where covers(rules, x, y) != covers(joined, x, y) {
                    Issue.record("\(x) \(y)")
                }
            }
        }
    }
}
