internal import Text

/// Tells goals that speak of nothing but paying out money.
struct PayingGoals: Sendable {
    private let finder: WordFinder
    private let objects: Int
    private let payments: Int

    init(_ words: WordingTable.PayingGoal) {
        finder = WordFinder(words.objects + words.payments + words.others)
        objects = words.objects.count
        payments = words.payments.count
    }

    func isOnlyPaying(_ goal: String, slips: TypingSlips) -> Bool {
        let text = slips.corrected(PlainText(goal))
        let hits = finder.hits(in: text)
        let words = hits.map(\.word)
        let pays = words.contains { $0 < objects } && words.contains { (objects..<(objects + payments)).contains($0) }
        return pays && text.scalars.count(where: \.isHan) == hits.reduce(0) { $0 + $1.range.count }
    }
}
