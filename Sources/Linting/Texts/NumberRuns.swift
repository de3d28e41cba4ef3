internal import Text

/// The runs of digits in a text, and the longer numbers that they make up when spaces or hyphens stand between them.
struct NumberRuns {
    struct Run {
        /// Places among the scalars; folding keeps their number, so that they are those of the text as written.
        let range: Range<Int>
        /// Whether only spaces or hyphens part this run from the one before.
        let isLinked: Bool
        /// Whether a line break is all that parts them, so that they are one run that was wrapped.
        let isWrapped: Bool
    }

    private let scalars: [Unicode.Scalar]
    private let runs: [Run]

    init(in text: String) {
        let scalars = Array(text.folded.unicodeScalars)
        var runs: [Run] = []
        var index = 0
        while index < scalars.count {
            guard scalars[index].isDigit else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, scalars[index].isDigit { index += 1 }
            let before = runs.last?.range.upperBound ?? 0
            let gap = scalars[before..<start]
            let isLinked = !runs.isEmpty && gap.count <= 3 && gap.allSatisfy(\.isSeparator)
            let isWrapped = isLinked && gap.contains(where: \.isLineBreak) && gap.allSatisfy(\.isBlank)
            runs.append(Run(range: start..<index, isLinked: isLinked, isWrapped: isWrapped))
        }
        self.scalars = scalars
        self.runs = runs
    }

    /// Numbers of exactly `length` digits, of one run or of linked runs; none inside a longer run or a project code.
    func numbers(ofLength length: Int) -> [Number] {
        var result: [Number] = []
        for first in runs.indices {
            var digits = 0
            for last in first..<runs.endIndex {
                if last > first, !runs[last].isLinked { break }
                digits += runs[last].range.count
                if digits > length { break }
                guard digits == length else { continue }
                let range = runs[first].range.lowerBound..<runs[last].range.upperBound
                if !isInsideCode(range) { result.append(number(range, runs: runs[first...last])) }
            }
        }
        return result
    }

    /// Digits with what stands around them.
    struct Number {
        var digits: [Int]
        /// Where each digit stands among the scalars of the text.
        var places: [Int]
        /// How many digits stand in each run.
        var pattern: [Int]
        /// Whether it is one run that a line break wraps.
        var isWrapped: Bool
        var before: Unicode.Scalar?
        var after: Unicode.Scalar?
        /// The second scalar behind it.
        var next: Unicode.Scalar?
        /// The first scalar behind it that is no blank.
        var following: Unicode.Scalar?

        /// Whether it is a part of an amount: behind a point, before a fraction or a unit of money.
        var isAmount: Bool {
            let hasFraction = after == "." && next?.isDigit == true
            return before == "." || before == "¥" || hasFraction || following.map { "元万亿".unicodeScalars.contains($0) } == true
        }
    }

    private func number(_ range: Range<Int>, runs: ArraySlice<Run>) -> Number {
        let places = range.filter { scalars[$0].isDigit }
        return Number(
            digits: places.map { Int(scalars[$0].value) - 48 }, places: places, pattern: runs.map(\.range.count),
            isWrapped: runs.count > 1 && runs.dropFirst().allSatisfy(\.isWrapped),
            before: range.lowerBound > 0 ? scalars[range.lowerBound - 1] : nil,
            after: range.upperBound < scalars.count ? scalars[range.upperBound] : nil,
            next: range.upperBound + 1 < scalars.count ? scalars[range.upperBound + 1] : nil,
            following: scalars[range.upperBound...].first { !$0.isBlank })
    }

    /// A project code has 21 letters and digits without a gap.
    private func isInsideCode(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        var end = range.upperBound
        while start > 0, scalars[start - 1].isLatinOrNumeral { start -= 1 }
        while end < scalars.count, scalars[end].isLatinOrNumeral { end += 1 }
        let code = scalars[start..<end]
        return code.count == 21 && code.allSatisfy(\.isLatinOrNumeral) && code.contains { !$0.isDigit }
    }
}

extension Unicode.Scalar {
    fileprivate var isLatinOrNumeral: Bool { isDigit || (65...90).contains(value) || (97...122).contains(value) }
    /// Blanks, hyphens, and signs that are not seen.
    fileprivate var isSeparator: Bool {
        isBlank || "-‐‑–—_".unicodeScalars.contains(self) || value == 0xAD || (0x200C...0x200F).contains(value) || value == 0x2060
    }
    fileprivate var isLineBreak: Bool { (0x0A...0x0D).contains(value) || value == 0x2028 || value == 0x2029 }
}
