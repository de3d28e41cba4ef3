public import GoalModel
internal import Text

/// 实际完成值 of an indicator with a deadline.
public enum DoneDay: Hashable, Sendable {
    case done(CalendarDay)
    /// 未完成.
    case notDone
    case blank
    /// A rate or a number where a day is asked for.
    case number
    case unreadable

    /// Reads `2026-11-20`, `11月20日`, `未完成`.
    ///
    /// - Parameter year: of a day that names none.
    public init(_ text: String, year: Int) {
        let shown = text.withoutSpaces
        if shown.isEmpty {
            self = .blank
        } else if ["未完成", "没有完成", "尚未完成", "未办结", "未完工"].contains(shown) {
            self = .notDone
        } else if let deadline = Target(reading: shown).deadline, let day = deadline.by {
            self = .done(CalendarDay(year: deadline.year ?? year, day: day))
        } else if Target(reading: shown).quantity != nil {
            self = .number
        } else {
            self = .unreadable
        }
    }
}
