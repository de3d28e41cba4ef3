internal import Text

/// A share in %, exact to one ten-thousandth of a per cent.
public struct Percent: Hashable, Comparable, Sendable {
    /// Ten-thousandths of a per cent; 25 % is 250,000.
    public let tenThousandths: Int64

    public init(tenThousandths: Int64) {
        self.tenThousandths = tenThousandths
    }

    public init(_ whole: Int) {
        tenThousandths = Int64(whole) * 10_000
    }

    public static func < (a: Percent, b: Percent) -> Bool {
        a.tenThousandths < b.tenThousandths
    }

    public static let zero = Percent(0)
    public static let hundred = Percent(100)
}

extension Percent: CustomStringConvertible {
    /// `25%`, `33.33%`.
    public var description: String {
        let whole = tenThousandths / 10_000
        let rest = tenThousandths % 10_000
        if rest == 0 { return "\(whole)%" }
        var digits = rest.magnitude.padded(to: 4)
        while digits.ends(with: "0") { digits.removeLast() }
        return "\(whole).\(digits)%"
    }
}

/// A day of the year without the year, such as 31 March.
public struct MonthDay: Hashable, Comparable, Sendable {
    public let month: Int
    public let day: Int

    /// - Returns: `nil` for a day that no year has.
    public init?(month: Int, day: Int) {
        guard (1...12).contains(month), (1...MonthDay.lastDay(of: month)).contains(day) else { return nil }
        self.month = month
        self.day = day
    }

    /// The last day of a month (28 for February); `nil` when there is no such month.
    public init?(endOf month: Int) {
        guard (1...12).contains(month) else { return nil }
        self.month = month
        day = month == 2 ? 28 : MonthDay.lastDay(of: month)
    }

    private static func lastDay(of month: Int) -> Int {
        [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    public static func < (a: MonthDay, b: MonthDay) -> Bool {
        (a.month, a.day) < (b.month, b.day)
    }

    /// `03-31`, as facts.json writes it.
    public var code: String {
        (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
    }

    /// `3月底` for the end of a month, `3月15日` otherwise.
    public var title: String {
        MonthDay(endOf: month) == self || (month == 2 && day == 29) ? "\(month)月底" : "\(month)月\(day)日"
    }
}

/// The cumulative share of the money that a project plans to have paid at certain dates.
public struct SpendingPlan: Hashable, Sendable {
    public struct Point: Hashable, Sendable {
        public var by: MonthDay
        /// `nil` where the cell is blank or unreadable.
        public var percent: Percent?

        public init(by: MonthDay, percent: Percent?) {
            self.by = by
            self.percent = percent
        }
    }

    /// In the order of the document, which is that of the calendar.
    public var points: [Point]

    public init(_ points: [Point] = []) {
        self.points = points
    }

    /// The cumulative share at each date, a blank being 0 before the first number and carried forward after it.
    public var filled: [Percent] {
        var last = Percent.zero
        return points.map { point in
            last = point.percent ?? last
            return last
        }
    }
}
