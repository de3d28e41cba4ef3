internal import Foundation
internal import Text

/// Shows a stored number as a spreadsheet does: by its format code, exact in decimals, rounded half up.
struct NumberFormat: Hashable {
    /// For numbers: positive, negative, zero, or those of their conditions.
    private let sections: [FormatSection]
    private let textSection: FormatSection?
    /// How much there is to look at when a number is shown.
    let signs: Int

    /// What a cell shows, and what it stores where that is not the same number.
    struct Shown: Hashable {
        var text: String
        /// With all its digits, in the words of the format; `nil` where the shown number is the stored one.
        var exact: SourceDocument.StoredNumber?
        /// What a message says of the difference; `nil` where there is none to speak of.
        var stored: String?
        /// The format shows the number a thousand or a million times smaller.
        var isScaled = false
    }

    init(_ code: String) {
        var sections = FormatSection.sections(of: code)
        let isLast = sections.count == 4 || (sections.count > 1 && sections.last?.kind == .text)
        textSection = isLast ? sections.removeLast() : sections.first { $0.kind == .text }
        self.sections = sections
        signs = sections.map(\.pieces.count).max() ?? 0
    }

    /// A text as a cell of this format shows it.
    func shown(text: String) -> String {
        textSection?.kind == .text ? textSection?.around(text) ?? text : text
    }

    /// - Parameters:
    ///   - value: as stored, such as `12.5` or `1.0E-2`.
    ///   - date1904: days are counted from 1904 and not from 1900.
    /// - Returns: `nil` for what is no number.
    func shown(_ value: String, date1904: Bool) -> Shown? {
        guard let number = NumberFormat.exact(value) else { return nil }
        guard let (section, isSignless) = section(for: number) else { return Shown(text: NumberFormat.plain(number)) }
        switch section.kind {
        case .general, .text, .blank:
            return Shown(text: section.around(NumberFormat.plain(isSignless && section.kind != .blank ? -number : number)))
        case .words:
            let plain = NumberFormat.plain(number)
            // 无 and “-” are how zero is written.
            return Shown(
                text: section.around(""), exact: SourceDocument.StoredNumber(number), stored: number == 0 ? nil : plain)
        case .date(let parts):
            guard let date = SheetDate(number, date1904: date1904) else { return nil }
            return Shown(text: date.text(parts, before: section.before, after: section.after))
        case .number: return shown(number, section, isSignless: isSignless)
        }
    }

    private func shown(_ number: Decimal, _ section: FormatSection, isSignless: Bool) -> Shown {
        let scaled = (isSignless ? -number : number) * NumberFormat.power(-section.shift)
        let rounded = NumberFormat.rounded(scaled, places: section.decimals)
        let digits = ShownDigits(rounded, section)
        var shown = Shown(text: digits.text, isScaled: section.shift > 0)
        guard rounded != scaled else { return shown }
        let exact = scaled * NumberFormat.power(-section.digitsBehindWrittenPoint)
        shown.exact = SourceDocument.StoredNumber(exact, before: digits.before, after: digits.after)
        // A percentage is stored as its hundredth, which nobody has seen.
        shown.stored = section.percent ? NumberFormat.plain(number * 100) + "%" : NumberFormat.plain(number)
        return shown
    }

    /// The section for a number; `nil` where none is, and the number is shown as it is.
    private func section(for number: Decimal) -> (FormatSection, isSignless: Bool)? {
        guard let first = sections.first else { return nil }
        guard sections.count > 1 else {
            return first.condition?.holds(number) == false ? nil : (first, first.condition?.isForNegatives ?? false)
        }
        let isPlain = sections.allSatisfy { $0.condition == nil }
        let positive = FormatSection.Condition(comparison: sections.count > 2 || !isPlain ? ">" : ">=", limit: 0)
        let opening = first.condition ?? positive
        if opening.holds(number) { return (first, first.condition?.isForNegatives ?? false) }
        // Of three sections the second is for the other sign than the first.
        let other = FormatSection.Condition(comparison: opening.isForNegatives ? ">" : "<", limit: 0)
        let second = sections[1].condition ?? (sections.count > 2 ? other : nil)
        if second?.holds(number) ?? true { return (sections[1], second?.isForNegatives ?? isPlain) }
        return sections.count > 2 ? (sections[2], false) : nil
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
        let (whole, fraction) = parts(of: number)
        return (number < 0 ? "-" : "") + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The digits before and behind the point, without zeros at the ends.
    static func parts(of number: Decimal) -> (whole: String, fraction: String) {
        let written = NSDecimalNumber(decimal: number.magnitude).description(withLocale: Locale(identifier: "en_US_POSIX"))
        let parts = written.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let fraction = parts.count > 1 ? parts[1].trimmingSuffix { $0 == "0" } : ""
        return (String((parts.first ?? "").drop { $0 == "0" }), String(fraction))
    }

    private static func power(_ exponent: Int) -> Decimal {
        Decimal(sign: .plus, exponent: max(-60, min(exponent, 60)), significand: 1)
    }
}
