public import Foundation
internal import Text

extension Decimal {
    /// Reads a plain number as people write it: full-width digits, one decimal point, thousands separators.
    ///
    /// The separators are commas or single blanks, all of one kind, with three digits between them. `nil` for anything else
    /// (`12..5`, `1234,567`, `38 68`, `12万`) and for more than 18 digits, so that the value is always exact.
    public init?(written text: String) {
        if let plain = Decimal(plain: text) {
            self = plain
            return
        }
        // A wide blank or a line end stands between two numbers, and in none.
        var scalars = text.trimmed.unicodeScalars.map {
            Decimal.narrowBlanks.contains($0) ? " " : $0.value == 0x3000 ? $0 : $0.folded
        }[...]
        let sign = scalars.first.flatMap { ["-", "+"].contains($0) ? $0 : nil }
        if sign != nil { scalars = scalars.dropFirst() }
        let parts = scalars.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap(Decimal.digits) else { return nil }
        var digits = whole
        if parts.count > 1 {
            guard !parts[1].isEmpty, parts[1].allSatisfy(\.isDigit) else { return nil }
            digits.append(".")
            digits.unicodeScalars.append(contentsOf: parts[1])
        }
        guard digits.utf8.count(where: \.isDigit) <= 18 else { return nil }
        self.init(string: (sign == "-" ? "-" : "") + digits, locale: nil)
    }

    /// Digits with at most one point between them and nothing else, as nearly all numbers are written; `nil` for all other
    /// writings of numbers, too.
    private init?(plain text: String) {
        var value: UInt64 = 0
        var (digits, decimals, zeros) = (0, -1, 0)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "."), digits > 0, decimals < 0 {
                decimals = 0
                continue
            }
            guard byte.isDigit, digits < 18 else { return nil }
            value = value * 10 + UInt64(byte - 48)
            digits += 1
            if decimals >= 0 { decimals += 1 }
            zeros = byte == 48 ? zeros + 1 : 0
        }
        guard digits > 0, decimals != 0 else { return nil }
        // 12.50 is 12.5.
        var places = max(0, decimals)
        while places > 0, zeros > 0 {
            value /= 10
            places -= 1
            zeros -= 1
        }
        self.init(sign: .plus, exponent: -places, significand: Decimal(value))
    }

    /// The digits before the point; `nil` where their groups are none.
    private static func digits(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
        let mark = scalars.first { !$0.isDigit }
        guard let first = scalars.first, mark == nil || mark == "," || mark == " " else { return nil }
        let groups = scalars.split(omittingEmptySubsequences: false) { $0 == mark }
        guard groups.allSatisfy({ $0.allSatisfy(\.isDigit) }) else { return nil }
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
        }
        return String(String.UnicodeScalarView(groups.joined()))
    }

    private static let narrowBlanks: Set<Unicode.Scalar> = ["\u{A0}", "\u{2006}", "\u{2007}", "\u{2009}", "\u{202F}"]
}

extension Money {
    /// Reads an amount that a table states in `unit`.
    ///
    /// - Returns: `nil` when the text is no plain number, is not whole in 分, or is beyond ``largest``.
    public init?(written text: String, in unit: MoneyUnit) {
        guard let number = Decimal(written: text), let money = Money(number, in: unit) else { return nil }
        self = money
    }

    /// - Returns: `nil` when the amount is not whole in 分 or is beyond ``largest``.
    public init?(_ number: Decimal, in unit: MoneyUnit) {
        let exact = number * Decimal(unit.fen)
        guard exact.magnitude <= Decimal(Money.largest.fen) else { return nil }
        let fen = (exact as NSDecimalNumber).int64Value
        guard Decimal(fen) == exact else { return nil }
        self.init(fen: fen)
    }

    /// Reads a cell that holds one amount: a number, or numbers with their own units (`2万元`, `¥3,500.00`, `1亿2000万元`, `二十五万元`).
    ///
    /// - Parameter unit: that of a plain number; `nil` where nobody knows it.
    /// - Returns: `nil` when anything else stands there, and for what ``init(_:in:)`` refuses.
    public init?(cell text: String, in unit: MoneyUnit?) {
        if text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) {
            guard let unit, let number = Decimal(written: text) else { return nil }
            self.init(number, in: unit)
            return
        }
        var reading = AmountScanner(text)
        guard let amount = reading.takeAmount(plain: unit), reading.isAtEnd else { return nil }
        self = amount
    }

    /// Reads the amount that a sentence goes on with; it has its unit, and 元 ends it.
    public init?(beginning text: some StringProtocol) {
        var reading = AmountScanner(String(text.prefix(60)))
        guard let amount = reading.takeAmount(plain: nil), reading.endsInYuan else { return nil }
        self = amount
    }
}

/// Reads numbers with their units of money from left to right.
private struct AmountScanner {
    private var rest: Substring
    /// The last of the units was written with 元, and no `/人` goes on with it.
    private(set) var endsInYuan = false

    init(_ text: String) {
        // A wide blank is kept, since it stands in no number.
        rest = String(String.UnicodeScalarView(text.trimmed.unicodeScalars.map { $0.value == 0x3000 ? $0 : $0.folded }))[...]
        for sign in ["人民币", "RMB", "CNY", "¥", "￥"] where rest.begins(with: sign) {
            rest = rest.dropFirst(sign.count).drop { $0 == " " }
        }
    }

    var isAtEnd: Bool { rest.allSatisfy(\.isWhitespace) }

    /// The sum of the parts, each of a smaller unit than the one before.
    mutating func takeAmount(plain: MoneyUnit?) -> Money? {
        guard let number = takeNumber() else { return nil }
        guard let first = takeUnit() else { return isAtEnd ? plain.flatMap { Money(number, in: $0) } : nil }
        var (sum, least) = (Money(number, in: first), first)
        while let before = sum {
            let here = rest
            guard let number = takeNumber(), let unit = takeUnit() else {
                rest = here
                return before
            }
            guard number >= 0, unit.fen < least.fen, let part = Money(number, in: unit), part.fen < least.fen else { return nil }
            (sum, least) = (before + part, unit)
        }
        return sum
    }

    private mutating func takeNumber() -> Decimal? {
        let written = rest.prefix { $0.isDigit || ",.+-".contains($0) || $0.isWhitespace }
        if written.contains(where: \.isDigit) {
            rest = rest[written.endIndex...]
            return Decimal(written: String(written))
        }
        let figures = rest.prefix(while: Decimal.isChineseFigure)
        guard !figures.isEmpty, let number = Decimal(chinese: figures) else { return nil }
        rest = rest[figures.endIndex...]
        return number
    }

    /// The longest word for a unit that stands here.
    private mutating func takeUnit() -> MoneyUnit? {
        for length in (1...12).reversed() where length <= rest.count {
            let word = rest.prefix(length)
            guard let unit = MoneyUnit(written: String(word)) else { continue }
            rest = rest[word.endIndex...]
            let next = rest.first { !$0.isWhitespace }
            endsInYuan = word.contains { "元圆".contains($0) } && next != "/"
            return unit
        }
        return nil
    }
}
