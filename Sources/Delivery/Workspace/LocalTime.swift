internal import Foundation
internal import GoalModel

/// A moment by the clock and calendar of the machine's place.
struct LocalTime {
    private let parts: DateComponents

    init(_ date: Date, in zone: TimeZone = .current) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
    }

    private var year: Int { parts.year ?? 0 }
    private var month: Int { parts.month ?? 0 }
    private var dayOfMonth: Int { parts.day ?? 0 }

    /// `2026年11月24日`.
    var dayInWords: String { "\(year)年\(month)月\(dayOfMonth)日" }

    /// `2026年11月24日 02:17`.
    var inWords: String { "\(dayInWords) \(two(parts.hour)):\(two(parts.minute))" }

    /// `20261124-021703`.
    var stamp: String {
        "\(year)\(two(parts.month))\(two(parts.day))-\(two(parts.hour))\(two(parts.minute))\(two(parts.second))"
    }

    /// The moment that the name of a run tells: a ``stamp``, with a number behind it where one second has several.
    static func date(stamp: String, in zone: TimeZone = .current) -> Date? {
        guard let match = stamp.wholeMatch(of: /(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(?:-(\d+))?/) else { return nil }
        let numbers = [match.1, match.2, match.3, match.4, match.5, match.6].compactMap { Int($0) }
        guard numbers.count == 6 else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = DateComponents(
            year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4], second: numbers[5])
        // Runs of one second keep their order.
        return calendar.date(from: parts)?.addingTimeInterval(Double(match.7.flatMap { Int($0) } ?? 1) / 10_000)
    }

    /// `2026-11`.
    var monthName: String { "\(year)-\(two(parts.month))" }

    var yearName: String { "\(year)" }

    var day: CalendarDay? { CalendarDay(iso: "\(year)-\(two(parts.month))-\(two(parts.day))") }

    var firstOfMonth: CalendarDay? { CalendarDay(iso: "\(year)-\(two(parts.month))-01") }

    private func two(_ number: Int?) -> String {
        let number = number ?? 0
        return number < 10 ? "0\(number)" : "\(number)"
    }
}

/// The machine's clock, as far as one run can tell of it by the one before.
enum Clock {
    /// A sentence where the clock went back, or so far ahead that it may be wrong; else nothing.
    static func jump(from last: Date?, to now: Date) -> [String] {
        guard let last, !(-3_600...60 * 86_400).contains(now.timeIntervalSince(last)) else { return [] }
        let words = "上次运行记的时间是\(LocalTime(last).inWords)，这次是\(LocalTime(now).inWords)"
        return ["机器的时钟可能不对：\(words)。请检查日期和时间；以前的结果按运行的先后保留，没有因此删除"]
    }
}
