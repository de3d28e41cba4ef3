internal import Foundation
internal import Text

/// Shows a stored number as a spreadsheet does: by its format code, exact in decimals, rounded half up.
struct NumberFormat: Hashable {
    /// Positive, negative, zero; fewer when the code gives fewer.
    private let sections: [FormatSection]

    /// What a cell shows, and what it stores where that is not the same number.
    struct Shown: Hashable {
        var text: String
        /// With all its digits; `nil` where the shown number is the stored one.
        var stored: String?
    }

    init(_ code: String) {
        sections = FormatSection.sections(of: code)
    }

    /// - Parameters:
    ///   - value: as stored, such as `12.5` or `1.0E-2`.
    ///   - date1904: days are counted from 1904 and not from 1900.
    /// - Returns: `nil` for what is no number.
    func shown(_ value: String, date1904: Bool) -> Shown? {
        guard let number = NumberFormat.exact(value) else { return nil }
        let isNegative = number < 0
        let slot = number == 0 && sections.count > 2 ? 2 : isNegative && sections.count > 1 ? 1 : 0
        let section = sections[slot]
        switch section.kind {
        case .general: return Shown(text: section.around(NumberFormat.plain(number)))
        case .words: return Shown(text: section.around(""))
        case .text: return Shown(text: section.around(NumberFormat.plain(number)))
        case .date(let parts): return SheetDate(number, date1904: date1904).map { Shown(text: $0.text(parts)) }
        case .number(let places):
            // A section for negative numbers shows its sign itself.
            let size = isNegative && sections.count > 1 ? -number : number
            let scaled = section.percent ? size * 100 : size
            let rounded = NumberFormat.rounded(scaled, places: places.most)
            let text = section.around(NumberFormat.digits(rounded, places, grouping: section.groups))
            if rounded == scaled { return Shown(text: text) }
            // A percentage is stored as its hundredth, which nobody has seen.
            let stored = section.percent ? NumberFormat.plain(number * 100) + "%" : NumberFormat.plain(number)
            return Shown(text: text, stored: stored)
        }
    }

    /// Stored numbers are binary: fifteen digits of them are meant, the rest is noise.
    static func exact(_ value: String) -> Decimal? {
        let word = value.filter { !$0.isWhitespace }
        guard !word.isEmpty, let number = Double(word), number.isFinite, number.magnitude < 1e18 else { return nil }
        if number == 0 { return 0 }
        guard number.magnitude > 1e-15 else { return 0 }
        let digits = String(format: "%.14e", number)
        return Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX"))
    }

    /// Half up, away from zero.
    static func rounded(_ number: Decimal, places: Int) -> Decimal {
        var (input, output) = (number.magnitude, Decimal())
        NSDecimalRound(&output, &input, places, .plain)
        return number < 0 ? -output : output
    }

    /// All digits, without exponent.
    static func plain(_ number: Decimal) -> String {
        digits(number, FormatSection.Places(least: 0, most: 20), grouping: false)
    }

    private static func digits(_ number: Decimal, _ places: FormatSection.Places, grouping: Bool) -> String {
        let written = NSDecimalNumber(decimal: number.magnitude).description(withLocale: Locale(identifier: "en_US_POSIX"))
        let parts = written.split(separator: ".", omittingEmptySubsequences: false)
        var whole = String(parts.first ?? "0")
        var fraction = parts.count > 1 ? String(parts[1].prefix(places.most)) : ""
        while fraction.count < places.least { fraction += "0" }
        while fraction.count > places.least, fraction.hasSuffix("0") { fraction.removeLast() }
        whole = whole.padded(to: places.whole)
        if grouping { whole = grouped(whole) }
        let text = fraction.isEmpty ? whole : whole + "." + fraction
        return number < 0 && text.contains(where: { $0 != "0" && $0 != "." && $0 != "," }) ? "-" + text : text
    }

    private static func grouped(_ whole: String) -> String {
        var result = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return result
    }
}
