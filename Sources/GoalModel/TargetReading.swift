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
        guard let found = Target.Comparator.spellings.first(where: { reader.take($0.text) }) else { return nil }
        self = found.comparator
    }

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
        guard let digits = reader.takeNumber(), let number = Decimal(written: digits) else { return nil }
        if reader.continuesAsRange { return nil }
        let rest = reader.rest(of: shown)
        if let (unit, bound) = Target.Quantity.splitBound(rest), comparator == nil || comparator == bound {
            self.init(comparator: bound, number: number, unit: unit)
        } else {
            self.init(comparator: comparator, number: number, unit: rest)
        }
    }

    /// Takes `以上`, `以内` … off the end of a short unit; in a phrase they are part of the phrase.
    private static func splitBound(_ unit: String) -> (unit: String, comparator: Target.Comparator)? {
        if unit.hasSuffix("内"), times.contains(String(unit.dropLast())) { return (String(unit.dropLast()), .atMost) }
        guard let (ending, comparator) = bounds.first(where: { unit.hasSuffix($0.0) }) else { return nil }
        let shorter = String(unit.dropLast(ending.count)).trimmed
        return shorter.count <= 6 ? (shorter, comparator) : nil
    }

    private static let bounds: [(String, Target.Comparator)] = [
        ("及以上", .atLeast), ("以上", .atLeast), ("及以下", .atMost), ("以下", .atMost), ("以内", .atMost), ("之内", .atMost),
    ]
    private static let times: Set<String> = ["分钟", "小时", "日", "天", "个工作日", "工作日", "周", "月", "个月", "年"]
}

extension ScalarReader {
    /// What stands from here on, as printed, without line breaks.
    func rest(of shown: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in shown.unicodeScalars.dropFirst(index) where !(0x0A...0x0D).contains(scalar.value) {
            result.append(scalar)
        }
        return String(result).trimmed
    }

    /// Takes a number with its thousands separators and decimal point; a comma or point that ends a number is left.
    fileprivate mutating func takeNumber() -> String? {
        attempt { reader in
            var digits = ""
            if reader.take("-") { digits = "-" } else { _ = reader.take("+") }
            guard reader.next?.isDigit == true else { return nil }
            var point = false
            while let scalar = reader.next {
                if scalar.isDigit {
                    digits.unicodeScalars.append(scalar)
                } else if scalar == ".", !point, reader.digitsAfterMark >= 1 {
                    point = true
                    digits.append(".")
                } else if scalar != "," || point || reader.digitsAfterMark != 3 {
                    break
                }
                _ = reader.take { _ in true }
            }
            return digits
        }
    }

    /// How many digits follow the mark that stands here.
    private var digitsAfterMark: Int {
        var ahead = self
        _ = ahead.take { _ in true }
        var count = 0
        while ahead.take(where: \.isDigit) != nil { count += 1 }
        return count
    }

    /// Whether another number follows as the end of a range (`3-5次`, `90%~95%`) or below a fraction line (`2/3`).
    fileprivate var continuesAsRange: Bool {
        var ahead = self
        _ = ahead.take("%")
        guard ahead.take(where: { $0.isRangeMark || $0 == "/" }) != nil else { return false }
        return ahead.next?.isDigit == true
    }
}
