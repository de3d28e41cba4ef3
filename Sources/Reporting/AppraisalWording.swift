public import Appraisal
public import GoalModel
internal import Text

extension Lamp {
    /// Sign and word, as outputs show it: `●红`.
    public var label: String { sign + title }
}

extension Likelihood {
    /// The order of the form's columns, with their words.
    public static let titles: [(value: Likelihood, title: String)] = [
        (.certain, "确定能"), (.possible, "有可能"), (.impossible, "完全不可能"),
    ]
}

extension DeviationReason {
    /// Category, reason and measure in one text, a line each; empty where nothing was told.
    public var words: String {
        let why = category.isEmpty || text.isEmpty ? category + text : "\(category)：\(text)"
        return [why, measure.isEmpty ? "" : "改进措施：\(measure)"].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Without the category, where a form has columns for it.
    public var wordsWithoutCategory: String {
        [text, measure.isEmpty ? "" : "改进措施：\(measure)"].filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension CalendarDay {
    /// The months up to this day: `1—6月`, `1月`, or `1月1日—6月15日` inside a month.
    public var period: String {
        let last = MonthDay(endOf: day.month)
        let isEnd = last == day || day.month == 2 && day.day == 29
        return !isEnd ? "1月1日—\(day.month)月\(day.day)日" : day.month == 1 ? "1月" : "1—\(day.month)月"
    }
}

extension Money {
    /// The exact amount in a unit, with two decimals or as many as it has: `43.20`, `18,400.7499`.
    public func words(in unit: MoneyUnit) -> String {
        let step = UInt64(unit.fen)
        let (whole, rest) = fen.magnitude.quotientAndRemainder(dividingBy: step)
        var digits = unit.decimals == 0 ? "" : rest.padded(to: unit.decimals)
        while digits.count > 2, digits.hasSuffix("0") { digits.removeLast() }
        let grouped = String(whole).reversed().enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0, digit.offset.isMultiple(of: 3) { text.append(",") }
            text.append(digit.element)
        }
        let sign = fen < 0 ? "-" : ""
        return sign + String(grouped.reversed()) + (digits.isEmpty ? "" : "." + digits)
    }
}

extension AppraisalReport {
    /// `巨鹿县巨鹿镇`, or the unit's name where the town is unknown.
    public var fullTownName: String { book.town.isEmpty ? book.unit.name : (book.county ?? "") + book.town }

    /// `2026年`; empty where the year is unknown.
    public var yearTitle: String { book.fiscalYear.map { "\($0)年" } ?? "" }

    /// The project that a number of the report stands for.
    public func project(_ number: Int) -> Project? { book.project(numbered: number) }
}
