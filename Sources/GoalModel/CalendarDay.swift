/// A day of the calendar, as `--as-of` gives it.
public struct CalendarDay: Hashable, Comparable, Sendable {
    public let year: Int
    public let day: MonthDay

    public init(year: Int, day: MonthDay) {
        self.year = year
        self.day = day
    }

    /// Reads `2024-05-31`.
    ///
    /// - Returns: `nil` for anything else and for a day that the year does not have.
    public init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let digits = parts.allSatisfy { part in part.utf8.allSatisfy { (48...57).contains($0) } }
        guard parts.map(\.utf8.count) == [4, 2, 2], digits, let year = Int(parts[0]), let month = Int(parts[1]),
            let dayOfMonth = Int(parts[2]), let day = MonthDay(month: month, day: dayOfMonth)
        else { return nil }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        if month == 2, dayOfMonth == 29, !leap { return nil }
        self.init(year: year, day: day)
    }

    /// `2024-05-31`.
    public var iso: String {
        let (month, dayOfMonth) = (day.month, day.day)
        let years = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
        return "\(years)-\(month < 10 ? "0" : "")\(month)-\(dayOfMonth < 10 ? "0" : "")\(dayOfMonth)"
    }

    public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
        (a.year, a.day) < (b.year, b.day)
    }
}
