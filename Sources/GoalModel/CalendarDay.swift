public import Foundation
internal import Text

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
        let digits = parts.allSatisfy { $0.utf8.allSatisfy(\.isDigit) }
        guard parts.map(\.utf8.count) == [4, 2, 2], digits, let year = Int(parts[0]), let month = Int(parts[1]),
            let dayOfMonth = Int(parts[2]), let day = MonthDay(month: month, day: dayOfMonth)
        else { return nil }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        if month == 2, dayOfMonth == 29, !leap { return nil }
        self.init(year: year, day: day)
    }

    /// `2024-05-31`.
    public var iso: String {
        "\(year.padded(to: 4))-\(day.month.padded(to: 2))-\(day.day.padded(to: 2))"
    }

    /// `2024年5月31日`.
    public var words: String { "\(year)年\(day.month)月\(day.day)日" }

    /// The day in Greenwich at a moment.
    public init?(utc date: Date) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        guard let year = parts.year, let month = parts.month, let day = parts.day, let day = MonthDay(month: month, day: day)
        else { return nil }
        self.init(year: year, day: day)
    }

    public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
        (a.year, a.day) < (b.year, b.day)
    }
}
