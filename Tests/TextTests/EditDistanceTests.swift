import Testing
import Text

@Suite struct EditDistanceTests {
    @Test func slipsOfTyping() {
        let cases = [
            ("", "", 0), ("", "三字经", 3), ("防汛经费", "防汛经费", 0), ("四术并发症费", "四术并发症费用", 1), ("防汛经费", "防火经费", 1),
            ("bulid", "build", 1), ("ab", "ba", 1), ("村道养护", "养护村道", 4), ("check", "facts", 5),
        ]
        for (one, other, steps) in cases {
            #expect(one.editDistance(to: other) == steps && other.editDistance(to: one) == steps, "\(one) \(other)")
        }
    }
}
