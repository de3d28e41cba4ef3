extension NumberRuns {
    /// Digits of a text that can be a number, with what stands around them.
    public struct Number: Sendable {
        let source: NumberRuns
        /// Among the digits of the text.
        private(set) var digits: Range<Int>
        /// The runs that they stand in.
        let runs: Range<Int>
        /// The place of a check sign X behind the digits.
        private(set) var checkSign: Int?

        init(source: NumberRuns, digits: Range<Int>, runs: Range<Int>) {
            (self.source, self.digits, self.runs) = (source, digits, runs)
        }

        public var count: Int { digits.count + (checkSign == nil ? 0 : 1) }

        /// The digit; 10 for X.
        public subscript(index: Int) -> Int {
            index < digits.count ? Int(source.digits[digits.lowerBound + index].value) : 10
        }

        /// Where each of its signs stands among the scalars of the text.
        public var places: [Int] { source.digits[digits].map(\.place) + [checkSign].compactMap(\.self) }

        /// Its digits without separators.
        public var text: String { (0..<count).map { self[$0] == 10 ? "X" : "\(self[$0])" }.joined() }

        public func begins(with prefix: String) -> Bool {
            prefix.utf8.count <= digits.count
                && prefix.utf8.enumerated().allSatisfy { Int($0.element) - 48 == self[$0.offset] }
        }

        /// The decimal value of some of its digits.
        public func value(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + self[$1] } }

        /// The number without digits before it that do not belong to it, such as those of a country.
        public func dropFirst(_ count: Int) -> Number? {
            guard source.runs[runs.lowerBound].digits.count > count else { return nil }
            var number = self
            number.digits = (digits.lowerBound + count)..<digits.upperBound
            return number
        }

        /// The number with a sign X behind it.
        public var withCheckSign: Number? {
            guard let sign = after.firstIndex(where: { !$0.isUnseen && !$0.isBlank && $0 != "-" }), sign - after.startIndex <= 3
            else { return nil }
            switch after[sign] {
            case "X", "x", "×", "Х", "х", "Χ", "χ", "✕", "╳", "Ⅹ", "ⅹ", "✖": break
            default: return nil
            }
            var number = self
            number.checkSign = sign
            return number
        }

        /// How many digits stand in each run.
        public var pattern: [Int] {
            runs.map { source.runs[$0].digits.clamped(to: digits).count }
        }

        /// What parts its runs.
        public var links: [Link] { runs.dropFirst().compactMap { source.runs[$0].link } }

        /// Whether it is one run that line breaks wrap.
        public var isWrapped: Bool { runs.count > 1 && links.allSatisfy { $0 == .lineBreak } }

        /// Whether no further run is linked to it in the way that its own are linked.
        public var isApart: Bool {
            let own = links.first
            let before = source.runs[runs.lowerBound].link
            let after = runs.upperBound < source.runs.count ? source.runs[runs.upperBound].link : nil
            return own == nil || (before != own && after != own)
        }

        /// Whether it is written in ordinary digits, or has enough numerals of other kinds to be meant as a number.
        public var isDeliberate: Bool {
            !source.isLoose || digits.reduce(0) { $0 + (isOrdinary($1) ? 0 : 1) } > 1
        }

        private func isOrdinary(_ digit: Int) -> Bool { source.scalars[source.digits[digit].place].isDigit }

        /// Everything before it.
        public var before: ArraySlice<Unicode.Scalar> { source.scalars[..<source.digits[digits.lowerBound].place] }

        /// Everything behind it.
        public var after: ArraySlice<Unicode.Scalar> {
            source.scalars[((checkSign ?? source.digits[digits.upperBound - 1].place) + 1)...]
        }

        /// The letters and digits without a gap in which it stands, no more than some of them.
        public var token: String {
            var (start, end) = (before.endIndex, after.startIndex)
            while start > max(0, before.endIndex - 24), source.scalars[start - 1].isLatinOrNumeral { start -= 1 }
            while end < min(source.scalars.count, after.startIndex + 24), source.scalars[end].isLatinOrNumeral { end += 1 }
            return String(String.UnicodeScalarView(source.scalars[start..<end]))
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isLatinOrNumeral: Bool { isDigit || (65...90).contains(value) || (97...122).contains(value) }
}

extension NumberRuns.Number {
    /// Whether it can be a mobile number: eleven digits from 13 to 19, in one run, in the groups that people write, one by
    /// one, or wrapped anywhere.
    public var isMobile: Bool {
        guard count == 11, self[0] == 1, self[1] >= 3, isDeliberate else { return false }
        let (pattern, links) = (pattern, links)
        if runs.count == 1 || isWrapped { return true }
        if pattern == [3, 4, 4] {
            return links[0] == links[1] || links.allSatisfy { [.blank, .hyphen, .bracket, .lineBreak].contains($0) }
        }
        // Digits are not written out in lists of places.
        if source.isLoose, links.allSatisfy({ [.blank, .lineBreak, .hyphen].contains($0) }) { return true }
        guard isApart, Set(links).count == 1, [.blank, .hyphen, .bracket].contains(links[0]) else { return false }
        if links == [.hyphen] { return true }
        let groups = [
            [3, 8], [7, 4], [4, 4, 3], [4, 3, 4], [3, 3, 5], [3, 5, 3], [5, 6], [6, 5], [4, 7], [8, 3], [3, 2, 2, 2, 2],
            [3, 2, 3, 3],
        ]
        return groups.contains(pattern) || pattern.count == 11
    }

    /// The mobile number in it, behind a zero or China's country code.
    public var mobile: Self? {
        if isMobile { return self }
        let dialled: Int? =
            switch count {
            case 12 where begins(with: "01"): 1
            case 13 where begins(with: "861"): 2
            case 14 where begins(with: "0861"): 3
            case 15 where begins(with: "00861"): 4
            default: nil
            }
        return dialled.flatMap(dropFirst).flatMap { $0.isMobile ? $0 : nil }
    }

    /// Whether its digits pass the check of bank cards, and its groups are those of a card.
    public var isCardLike: Bool {
        guard (16...19).contains(count), checkSign == nil, isDeliberate else { return false }
        let pattern = pattern
        let isGrouped = isWrapped || pattern.dropLast().allSatisfy { $0 >= 3 } || pattern.allSatisfy { $0 == 1 } && isApart
        guard isGrouped else { return false }
        let sum = (0..<count).reversed().enumerated().reduce(0) { sum, digit in
            let value = digit.offset % 2 == 0 ? self[digit.element] : self[digit.element] * 2
            return sum + (value > 9 ? value - 9 : value)
        }
        return sum % 10 == 0
    }

    /// Whether the last of 18 signs is the check of MOD 11-2 (GB 11643).
    public var hasIdentityCheck: Bool {
        guard count == 18 else { return false }
        var sum = self[17]
        var weight = 1
        for index in (0..<17).reversed() {
            weight = weight * 2 % 11
            sum += self[index] * weight
        }
        return sum % 11 == 1
    }

    /// Whether its groups are those in which people write identity numbers.
    public var isIdentityGrouped: Bool {
        let groups = [
            [18], [6, 8, 4], [6, 4, 4, 4], [14, 4], [6, 12], [17], [6, 8, 3], [6, 11], [14, 3], [15], [6, 6, 3], [12, 3],
        ]
        let isEven = isApart && Set(links).count == 1 && pattern.count < 7 && pattern.allSatisfy { $0 > 1 }
        return isWrapped || groups.contains(pattern) || isEven
    }
}
