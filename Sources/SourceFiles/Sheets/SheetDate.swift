internal import Foundation
internal import Text

/// A date and time that a sheet stores as days since 1900 or 1904.
struct SheetDate: Hashable {
    let year: Int
    let month: Int
    let day: Int
    let minutes: Int

    /// - Returns: `nil` for numbers that are no date before the year 10000.
    init?(_ number: Decimal, date1904: Bool) {
        guard number >= 0, number < 2_958_466 else { return nil }
        let minutesInAll = (NumberFormat.rounded(number * 1_440, places: 0) as NSDecimalNumber).intValue
        var days = minutesInAll / 1_440
        minutes = minutesInAll % 1_440
        if date1904 {
            days += 1_462
        } else if days == 60 {
            // Spreadsheets know a 29 February 1900 that never was.
            (year, month, day) = (1900, 2, 29)
            return
        } else if days < 60 {
            days += 1
        }
        // Day 1 of the count is 31 December 1899; civil date from days since 1 March of year 0.
        let shifted = days - 25_569 + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * part + 2) / 5 + 1
        month = part < 10 ? part + 3 : part - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// A date as ISO 8601 has it, `2024-12-31T00:00:00`, which strict workbooks store.
    init?(written text: String) {
        let halves = text.split(separator: "T")
        let day = (halves.first ?? "").split(separator: "-").map { Int($0) ?? 0 }
        guard day.count == 3, (1_900...9_999).contains(day[0]), (1...12).contains(day[1]), (1...31).contains(day[2]) else {
            return nil
        }
        (year, month, self.day) = (day[0], day[1], day[2])
        let clock = (halves.dropFirst().first ?? "").split(separator: ":").prefix(2).map { Int($0) ?? 0 }
        minutes = clock.count == 2 && (0..<24).contains(clock[0]) && (0..<60).contains(clock[1]) ? clock[0] * 60 + clock[1] : 0
    }

    /// As the goal book writes dates, whatever signs the format has between the parts: 2024年12月31日, 12月31日, 9:05.
    func text(_ parts: Set<FormatSection.DatePart>, before: String, after: String) -> String {
        let date = text(parts)
        let words = { (text: Substring) in text.contains { $0.isLetter || "≥≤＞＜<>".contains($0) } ? String(text).trimmed : "" }
        // The last part's own word is written by now: 3月底 has “月底” behind its number.
        let behind = after.first.map { "年月日号时分秒点".contains($0) } == true ? after.dropFirst() : after[...]
        return words(before[...]) + date + words(behind)
    }

    func text(_ parts: Set<FormatSection.DatePart>) -> String {
        var text = ""
        if parts.contains(.year) { text += "\(year)年" }
        if parts.contains(.month) || (parts.contains(.day) && !parts.contains(.year)) { text += "\(month)月" }
        if parts.contains(.day) { text += "\(day)日" }
        guard parts.contains(.time) else { return text }
        let clock = "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
        return text.isEmpty ? clock : minutes == 0 ? text : text + " " + clock
    }
}
