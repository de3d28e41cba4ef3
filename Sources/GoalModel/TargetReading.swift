internal import Foundation
internal import Text

extension Target {
    /// Reads an indicator value as the budget system prints it: sign, number and unit glued together, or a date, a
    /// rhythm, a grade or words.
    ///
    /// Dates come before numbers (`2022年12月31日前完成`), yet `≥20年` is a quantity. Never fails: what is none of the
    /// known shapes, a number of more than 18 digits, and what is far too long for a value is text.
    public init(reading text: String) {
        let shown = text.trimmed
        self.init(text: shown, value: shown.utf8.count > 3_000 ? .text : Value(reading: shown))
    }
}

extension Target.Value {
    fileprivate init(reading shown: String) {
        var reader = ScalarReader(folding: shown)
        let comparator = Target.Comparator(reading: &reader)
        if let deadline = Target.Deadline(reading: reader, afterComparator: comparator != nil) {
            self = .deadline(deadline)
        } else if let quantity = Target.Quantity(reading: reader, comparator: comparator, shown: shown) {
            self = .quantity(quantity)
        } else if Target.isGrade(reader) {
            self = .grade(reader.rest(of: shown))
        } else {
            let rest = reader.rest(of: shown)
            let isUnit = rest.isEmpty ? comparator != nil : Target.bareUnits.hold(rest.folded)
            self = isUnit ? .quantity(Target.Quantity(comparator: comparator, number: nil, unit: rest)) : .text
        }
    }
}

extension Target.Comparator {
    /// Reads a sign in any of its spellings, or a word for it.
    init?(reading reader: inout ScalarReader) {
        guard let word = reader.takeFirst(of: Target.Comparator.words),
            let found = Target.Comparator.spellings.first(where: { $0.text == word })
        else { return nil }
        self = found.comparator
    }

    private static let words = spellings.map(\.text)

    /// Longer spellings stand before those that they begin with.
    private static let spellings: [(text: String, comparator: Target.Comparator)] = [
        (.atLeast, ["≥=", "≥", "≧=", "≧", "⩾", ">=", "=>", "﹥=", "≮", "大于等于", "大于或等于", "不少于", "不低于", "不小于", "至少", "最少"]),
        (.atMost, ["≤=", "≤", "≦=", "≦", "⩽", "<=", "=<", "﹤=", "≯", "小于等于", "小于或等于", "不超过", "不高于", "不大于", "不多于", "至多", "最多"]),
        (.moreThan, [">", "﹥", "大于", "高于", "多于", "超过"]),
        (.lessThan, ["<", "﹤", "小于", "低于", "少于"]),
        (.equal, ["==", "=", "等于"]),
    ].flatMap { comparator, texts in texts.map { ($0, comparator) } }
}

extension Target.Quantity {
    /// - Returns: `nil` when there is no number here, when it is a range or a fraction, or when it has too many digits.
    init?(reading start: ScalarReader, comparator: Target.Comparator?, shown: String) {
        var reader = start
        if comparator == nil {
            _ = reader.takeFirst(of: ["每月", "每年", "每季度", "每季", "每周", "每日", "每天"])
            _ = reader.takeFirst(of: ["达到", "达", "约", "控制在", "保持在"])
        }
        let comparator = comparator ?? Target.Comparator(reading: &reader)
        let isShare = reader.take("百分之")
        let figures = reader.takeNumber().map { Decimal(written: $0) }
        guard let number = figures ?? reader.takeChineseNumber(isShare: isShare) else { return nil }
        if reader.continuesAsRange { return nil }
        let rest = (isShare ? "%" : "") + reader.rest(of: shown)
        if isShare || figures == nil {
            // 一般 and 三支一扶 are words: figures in Chinese count before a unit that is one beyond doubt.
            let unit = Target.Quantity.splitBound(rest)?.unit ?? rest
            guard isShare ? unit == "%" : Target.bareUnits.hold(unit) else { return nil }
        }
        if let (unit, bound) = Target.Quantity.splitBound(rest), comparator == nil || comparator == bound {
            self.init(comparator: bound, number: number, unit: unit)
        } else {
            self.init(comparator: comparator, number: number, unit: rest)
        }
    }

    /// Takes `以上`, `以内` … off the end of a short unit; in a phrase they are part of the phrase.
    private static func splitBound(_ unit: String) -> (unit: String, comparator: Target.Comparator)? {
        // Most units end otherwise.
        guard let last = unit.unicodeScalars.last, last == "内" || last == "上" || last == "下" else { return nil }
        if last == "内", times.contains(String(unit.dropLast())) { return (String(unit.dropLast()), .atMost) }
        guard let (ending, comparator) = bounds.first(where: { unit.ends(with: $0.0) }) else { return nil }
        let shorter = String(unit.dropLast(ending.count)).trimmed
        return shorter.count <= 6 ? (shorter, comparator) : nil
    }

    private static let bounds: [(String, Target.Comparator)] = [
        ("及以上", .atLeast), ("以上", .atLeast), ("及以下", .atMost), ("以下", .atMost), ("以内", .atMost), ("之内", .atMost),
    ]
    static let times: Set<String> = ["分钟", "小时", "日", "天", "个工作日", "工作日", "周", "月", "个月", "年"]
}

extension Unicode.Scalar {
    /// A raised digit, or a sign for a fraction: it changes what the digits before it mean.
    var isRaisedOrFraction: Bool {
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁻^".unicodeScalars.contains(self) || (0xBC...0xBE).contains(value) || (0x2150...0x215F).contains(value)
    }
}

extension ScalarReader {
    /// What stands from here on, as printed, without line breaks.
    func rest(of shown: String) -> String {
        String(shown.unicodeScalars.dropFirst(index)).mappingScalars { (0x0A...0x0D).contains($0.value) ? nil : $0 }.trimmed
    }

    /// Takes a number with its thousands separators and decimal point; a comma or point that ends a number is left.
    ///
    /// `nil` where digits go on behind it in a way that no number does (`1234,567`, `38 68`, `10⁴`).
    fileprivate mutating func takeNumber() -> String? {
        attempt { reader in
            var digits = reader.take("-") ? "-" : ""
            if digits.isEmpty { _ = reader.take("+") }
            _ = reader.next
            digits += reader.takeDigits()
            guard digits.last?.isDigit == true else { return nil }
            let isShort = digits.utf8.count(where: \.isDigit) <= 3 && !digits.begins(with: "0")
            var mark: Unicode.Scalar?
            while let next = reader.groupMark, mark == nil || mark == next {
                guard isShort else { return nil }
                mark = next
                reader.skip()
                _ = reader.next
                digits += reader.takeDigits()
            }
            if reader.next == ".", reader.digitsAfterMark >= 1 {
                digits.append(".")
                reader.skip()
                // The end of a line may part a number at its point; a blank there parts two numbers.
                if reader.here == " " { return nil }
                _ = reader.next
                digits += reader.takeDigits()
            }
            return reader.next.map { $0.isDigit || $0.isRaisedOrFraction } == true ? nil : digits
        }
    }

    /// The mark between two groups of digits that stands here: a comma, or a single blank, with three digits behind it.
    private var groupMark: Unicode.Scalar? {
        guard let mark = here, mark == "," || mark == " " else { return nil }
        var ahead = self
        ahead.skip()
        if mark == "," { _ = ahead.next }
        return ahead.here?.isDigit == true && ahead.takeDigits().utf8.count == 3 ? mark : nil
    }

    /// How many digits follow the mark that stands here.
    private var digitsAfterMark: Int {
        var ahead = self
        _ = ahead.take { _ in true }
        return ahead.next == nil ? 0 : ahead.takeDigits().utf8.count
    }

    /// `二十五`, and `百` behind 百分之.
    fileprivate mutating func takeChineseNumber(isShare: Bool) -> Decimal? {
        var figures = ""
        while let figure = take(where: { Decimal.isChineseFigure(Character($0)) }) { figures.unicodeScalars.append(figure) }
        return isShare && figures == "百" ? 100 : Decimal(chinese: figures[...])
    }

    /// Whether another number follows as the end of a range (`3-5次`, `90%~95%`) or below a fraction line (`2/3`).
    fileprivate var continuesAsRange: Bool {
        var ahead = self
        _ = ahead.take("%")
        guard ahead.take(where: { $0.isRangeMark || $0 == "/" }) != nil else { return false }
        return ahead.next?.isDigit == true
    }
}
