internal import GoalModel
internal import Text

/// A sentence such as `资金支出进度为三月底、六月底分别达到25%、50%`.
struct ProsePlan {
    private(set) var dates: [MonthDay] = []
    private(set) var percents: [Percent] = []

    /// `nil` when the paragraph speaks of no spending progress.
    init?(in paragraph: String) {
        guard paragraph.holds("支出") else { return nil }
        guard let start = paragraph.place(of: "支出进度") ?? paragraph.place(of: "支出计划") else { return nil }
        let sentence = paragraph[start.upperBound...].prefix(400).prefix { !"。；\n".contains($0) }
        for word in sentence.split(whereSeparator: { "、，,和及为至达到分别 ".contains($0) }) {
            if let date = ChineseDate(endOfMonth: String(word)) {
                dates.append(date.day)
            } else if word.ends(with: "%") || word.ends(with: "％"), let percent = Percent(written: String(word)) {
                percents.append(percent)
            } else if let (date, percent) = ProsePlan.pair(word) {
                dates.append(date)
                percents.append(percent)
            }
        }
        if dates.isEmpty { return nil }
    }

    /// `三月底25%` in one word.
    private static func pair(_ word: Substring) -> (MonthDay, Percent)? {
        guard let end = word.firstIndex(where: { "底末".contains($0) }) else { return nil }
        let behind = word.index(after: end)
        guard let date = ChineseDate(endOfMonth: String(word[..<behind])), let percent = Percent(written: String(word[behind...]))
        else { return nil }
        return (date.day, percent)
    }

    var plan: SpendingPlan {
        SpendingPlan(zip(dates, percents).map { SpendingPlan.Point(by: $0, percent: $1) })
    }
}
