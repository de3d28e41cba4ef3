internal import Foundation
internal import Text

extension Target {
    /// Why the digits of a value say something else than they seem to, or nothing that can be reckoned with.
    public enum Trouble: Hashable, Sendable {
        /// Blanks, line ends or separators stand where no number has them: two numbers in one cell, perhaps.
        case brokenNumber
        /// A raised digit (10⁴), or a sign for a fraction (½).
        case raisedOrFraction
        /// A date with the unit of a count behind it.
        case countedDate(String)
        /// A whole number that a spreadsheet stores for this day.
        case dateSerial(CalendarDay)
    }

    /// What is to be looked at in the value; `nil` for nearly all.
    public var trouble: Trouble? {
        switch value {
        case .grade: nil
        case .text: brokenText
        case .deadline(let deadline): deadline.by == nil ? nil : countBehindDate.map(Trouble.countedDate)
        case .quantity(let quantity):
            if quantity.unit.first == ",", quantity.unit.dropFirst().first?.isDigit == true {
                .brokenNumber
            } else {
                quantity.serialDay.map(Trouble.dateSerial)
            }
        }
    }

    /// Of a text that begins as a number does, what keeps it from being one.
    private var brokenText: Trouble? {
        guard text.utf8.count <= 200 else { return nil }
        var reader = ScalarReader(folding: text)
        _ = Comparator(reading: &reader)
        guard let first = reader.next, first.isDigit || first.isRaisedOrFraction else { return nil }
        if first.isRaisedOrFraction { return .raisedOrFraction }
        let number = reader.scalars[reader.index...].prefix { $0.isDigit || $0.isBlank || $0 == "," || $0 == "." }
        if reader.scalars[number.endIndex...].first?.isRaisedOrFraction == true { return .raisedOrFraction }
        let written = String(String.UnicodeScalarView(number)).trimmed
        return written.last?.isDigit == true && Decimal(written: written) == nil && !written.utf8.allSatisfy(\.isDigit)
            ? .brokenNumber : nil
    }

    /// 次 of 2022年12月31日次.
    private var countBehindDate: String? {
        let word = text.withoutSpaces.folded
        guard let last = word.lastIndex(where: { "日号底末".contains($0) || $0.isDigit }) else { return nil }
        let unit = String(word[word.index(after: last)...])
        return !unit.isEmpty && Target.bareUnits.hold(unit) && !Quantity.times.contains(unit) && !unit.begins(with: "季")
            ? unit : nil
    }
}

extension Target.Quantity {
    /// The day from 2015 to 2030 that a spreadsheet stores as this number.
    fileprivate var serialDay: CalendarDay? {
        guard ["", "前", "日前", "日", "之前"].contains(unit), let number, number >= 42_005, number <= 47_848 else { return nil }
        let serial = (number as NSDecimalNumber).intValue
        guard Decimal(serial) == number else { return nil }
        // Days since 1 January 2015, and those of each year.
        var (year, rest) = (2015, serial - 42_005)
        while case let days = year % 4 == 0 ? 366 : 365, rest >= days { (year, rest) = (year + 1, rest - days) }
        for (index, days) in [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
            if rest < days { return MonthDay(month: index + 1, day: rest + 1).map { CalendarDay(year: year, day: $0) } }
            rest -= days
        }
        return nil
    }
}
