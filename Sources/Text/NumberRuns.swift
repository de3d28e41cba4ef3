/// The runs of digits in a text, and the longer numbers that they make up when separators stand between them.
///
/// Signs that are not seen count as nothing, so that they neither part a run nor hide it.
public final class NumberRuns: Sendable {
    /// What parts a run from the one before.
    public enum Link: Sendable, Hashable {
        /// Blanks alone.
        case blank
        /// Blanks with a line break, so that both may be one run that was wrapped.
        case lineBreak
        case hyphen, dot, slash, bracket
    }

    struct Run: Sendable {
        /// Among the digits of the text.
        let digits: Range<Int>
        /// `nil` where other signs stand before it.
        let link: Link?
    }

    /// The text, folded; folding keeps the number of scalars, so that places are those of the text as written.
    public let scalars: [Unicode.Scalar]
    let digits: [(value: UInt8, place: Int)]
    let runs: [Run]
    /// Whether numerals that also stand in words are digits here.
    let isLoose: Bool

    /// What a text holds in ordinary digits and, where it has enough of them, in Chinese and other numerals.
    public static func readings(of text: String) -> [NumberRuns] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        var numerals = 0
        for scalar in text.unicodeScalars {
            scalars.append(scalar.folded)
            if scalar.value >= 0xB2, scalar.numeralValue != nil { numerals += 1 }
        }
        let plain = NumberRuns(scalars, isLoose: false)
        return numerals > 1 ? [plain, NumberRuns(scalars, isLoose: true)] : [plain]
    }

    private init(_ scalars: [Unicode.Scalar], isLoose: Bool) {
        var digits: [(value: UInt8, place: Int)] = []
        digits.reserveCapacity(scalars.count)
        var runs: [Run] = []
        var start = 0
        for place in scalars.indices {
            let scalar = scalars[place]
            guard let value = scalar.digitValue ?? (isLoose ? scalar.numeralValue : nil) else { continue }
            if let last = digits.last, !NumberRuns.isNothing(scalars[(last.place + 1)..<place]) {
                runs.append(Run(digits: start..<digits.count, link: NumberRuns.link(before: start, digits, scalars)))
                start = digits.count
            }
            digits.append((value, place))
        }
        if start < digits.count {
            runs.append(Run(digits: start..<digits.count, link: NumberRuns.link(before: start, digits, scalars)))
        }
        (self.scalars, self.digits, self.runs, self.isLoose) = (scalars, digits, runs, isLoose)
    }

    private static func isNothing(_ gap: ArraySlice<Unicode.Scalar>) -> Bool { gap.allSatisfy(\.isUnseen) }

    private static func link(
        before start: Int, _ digits: [(value: UInt8, place: Int)], _ scalars: [Unicode.Scalar]
    ) -> Link? {
        guard start > 0 else { return nil }
        let gap = scalars[(digits[start - 1].place + 1)..<digits[start].place]
        if gap.count > 24 { return nil }
        let seen = gap.filter { !$0.isUnseen }
        let signs = seen.filter { !$0.isBlank }
        if signs.isEmpty { return seen.count > 8 ? nil : seen.contains(where: \.isLineBreak) ? .lineBreak : .blank }
        guard seen.count <= 4 else { return nil }
        if signs.allSatisfy(\.isHyphen) { return .hyphen }
        if signs.count == 1, signs[0].isDot { return .dot }
        if signs.count == 1, "/\\|:+".unicodeScalars.contains(signs[0]) { return .slash }
        return signs.allSatisfy { $0.isBracket || $0.isHyphen } ? .bracket : nil
    }

    /// Everything that can be a number of 11 to 19 digits, of one run or of linked runs; none inside a longer run.
    public func numbers(where isWanted: (Number) -> Bool) -> [Number] {
        var result: [Number] = []
        for first in runs.indices {
            for last in first..<runs.endIndex {
                if last > first, runs[last].link == nil { break }
                let range = runs[first].digits.lowerBound..<runs[last].digits.upperBound
                if range.count > (isLoose ? 20 : 19) { break }
                if range.count < 11 { continue }
                let number = Number(source: self, digits: range, runs: first..<(last + 1))
                if isWanted(number) { result.append(number) }
                // The first numeral may belong to the word before: 张三一三八…
                if isLoose, let rest = number.dropFirst(1), rest.count > 10, isWanted(rest) { result.append(rest) }
            }
        }
        return result
    }

    /// Numbers of the lengths that stand behind each other without a gap and fill a whole run.
    public func glued(of lengths: [Int], where isWanted: (Number) -> Bool) -> [Number] {
        runs.indices.filter { runs[$0].digits.count > 21 && runs[$0].digits.count < 400 }.flatMap { index in
            let run = runs[index].digits
            // How each length of the run's end can be filled, from the shortest.
            var ways: [Int: [Number]] = [run.upperBound: []]
            for start in run.reversed() {
                for length in lengths {
                    guard let rest = ways[start + length] else { continue }
                    let number = Number(source: self, digits: start..<(start + length), runs: index..<(index + 1))
                    if isWanted(number) { ways[start] = [number] + rest }
                }
            }
            return ways[run.lowerBound] ?? []
        }
    }
}

extension Unicode.Scalar {
    /// Of ASCII digits and of those that other scripts and mathematics write in the same way.
    fileprivate var digitValue: UInt8? {
        switch value {
        case 0x30...0x39: UInt8(value - 0x30)
        case ..<0x660: nil
        case 0x660...0x669: UInt8(value - 0x660)
        case 0x6F0...0x6F9: UInt8(value - 0x6F0)
        case 0x966...0x96F: UInt8(value - 0x966)
        case 0x1D7CE...0x1D7FF: UInt8((value - 0x1D7CE) % 10)
        default: nil
        }
    }

    /// Of numerals that also stand in words, behind units and before items: 统一, m², ①.
    fileprivate var numeralValue: UInt8? {
        switch value {
        case ..<0xB2: nil
        // 〇○零⁰₀⓪
        case 0x3007, 0x25CB, 0x96F6, 0x2070, 0x2080, 0x24EA: 0
        // 一壹弌幺¹₁①
        case 0x4E00, 0x58F9, 0x5F0C, 0x5E7A, 0xB9, 0x2081, 0x2460: 1
        // 二贰弍貳²₂②
        case 0x4E8C, 0x8D30, 0x5F0D, 0x8CB3, 0xB2, 0x2082, 0x2461: 2
        // 三叁弎參³₃③
        case 0x4E09, 0x53C1, 0x5F0E, 0x53C3, 0xB3, 0x2083, 0x2462: 3
        // 四肆⁴₄④
        case 0x56DB, 0x8086, 0x2074, 0x2084, 0x2463: 4
        // 五伍⁵₅⑤
        case 0x4E94, 0x4F0D, 0x2075, 0x2085, 0x2464: 5
        // 六陆陸⁶₆⑥
        case 0x516D, 0x9646, 0x9678, 0x2076, 0x2086, 0x2465: 6
        // 七柒⁷₇⑦
        case 0x4E03, 0x67D2, 0x2077, 0x2087, 0x2466: 7
        // 八捌⁸₈⑧
        case 0x516B, 0x634C, 0x2078, 0x2088, 0x2467: 8
        // 九玖⁹₉⑨
        case 0x4E5D, 0x7396, 0x2079, 0x2089, 0x2468: 9
        default: nil
        }
    }

    fileprivate var isLineBreak: Bool { (0x0A...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029 }

    /// A digit of any kind, or a numeral that may stand for one.
    public var isNumeral: Bool { folded.digitValue ?? numeralValue != nil }

    /// Without width: joiners, marks of direction and of variants, the soft hyphen.
    public var isUnseen: Bool {
        switch value {
        case ..<0xAD: false
        case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20E3, 0xFE00...0xFE0F, 0xFEFF: true
        default: false
        }
    }

    fileprivate var isHyphen: Bool {
        switch self {
        case "-", "‐", "‑", "‒", "–", "—", "―", "−", "﹣", "﹘", "_", "~", "～", "─", "➖": true
        default: false
        }
    }

    fileprivate var isDot: Bool {
        switch self {
        case ".", "·", "•", "・", "․", "‧", "∙", "⋅": true
        default: false
        }
    }

    fileprivate var isBracket: Bool {
        switch self {
        case "(", ")", "[", "]", "【", "】", "〔", "〕", "{", "}", "<", ">", "《", "》", "〈", "〉", "「", "」": true
        default: false
        }
    }
}

extension String {
    /// Whether there are at least eleven digits or numerals, so that there may be a personal number.
    public var hasLongNumber: Bool {
        guard utf8.count > 10 else { return false }
        let (digits, others) = utf8.withContiguousStorageIfAvailable(String.digits) ?? String.digits(among: utf8)
        if digits > 10 { return true }
        // The shortest numerals take two bytes.
        guard digits + others / 2 > 10 else { return false }
        var count = 0
        for scalar in unicodeScalars where scalar.isNumeral {
            count += 1
            if count == 11 { return true }
        }
        return false
    }

    /// How many of the bytes are digits, and how many are of other characters than those of ASCII.
    private static func digits(among bytes: some Sequence<UInt8>) -> (digits: Int, others: Int) {
        var (digits, others) = (0, 0)
        for byte in bytes {
            digits += byte.isDigit ? 1 : 0
            others += byte >= 0x80 ? 1 : 0
        }
        return (digits, others)
    }
}
