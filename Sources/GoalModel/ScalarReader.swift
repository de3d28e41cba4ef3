internal import Text

/// Reads folded text from left to right; white space between any two characters is passed over.
///
/// Folding keeps the number of scalars, so that ``index`` is also a place in the text as printed.
struct ScalarReader {
    let scalars: [Unicode.Scalar]
    private(set) var index = 0

    init(folding text: String) {
        // A wide blank stays what it is: it stands in no number.
        scalars = text.unicodeScalars.map { $0.value == 0x3000 ? $0 : $0.folded }
    }

    /// The next scalar that is not blank; `nil` at the end.
    var next: Unicode.Scalar? {
        mutating get {
            while index < scalars.count, scalars[index].isBlank { index += 1 }
            return index < scalars.count ? scalars[index] : nil
        }
    }

    var isAtEnd: Bool {
        mutating get { next == nil }
    }

    /// Takes the word if it stands here, and otherwise stays where it was.
    mutating func take(_ word: String) -> Bool {
        let start = index
        for scalar in word.unicodeScalars {
            guard next == scalar else {
                index = start
                return false
            }
            index += 1
        }
        return true
    }

    /// Takes the first of the words that stands here.
    mutating func takeFirst(of words: [String]) -> String? {
        let start = index
        let first = next.flatMap { UTF8.encode($0)?.first }
        index = start
        return words.first { $0.utf8.first == first && take($0) }
    }

    mutating func take(where fits: (Unicode.Scalar) -> Bool) -> Unicode.Scalar? {
        guard let scalar = next, fits(scalar) else { return nil }
        index += 1
        return scalar
    }

    /// The scalar that stands here, be it a blank.
    var here: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    mutating func skip() { index += 1 }

    /// Takes the digits that stand here without a gap.
    mutating func takeDigits() -> String {
        let digits = scalars[index...].prefix(while: \.isDigit)
        index += digits.count
        return String(decoding: digits.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
    }

    /// Takes a whole number of at most four digits; stays where it was when there are more or none.
    mutating func takeInteger() -> Int? {
        let start = index
        var value = 0
        var count = 0
        while let digit = take(where: \.isDigit) {
            value = value * 10 + Int(digit.value) - 48
            count += 1
            if count > 4 { break }
        }
        if (1...4).contains(count) { return value }
        index = start
        return nil
    }

    /// Lets `read` look ahead; its steps are taken back when it returns `nil`.
    mutating func attempt<Value>(_ read: (inout ScalarReader) -> Value?) -> Value? {
        let start = index
        if let value = read(&self) { return value }
        index = start
        return nil
    }
}

extension Unicode.Scalar {
    /// A sign that stands between the two ends of a range.
    var isRangeMark: Bool { ["-", "–", "—", "~", "至", "到"].contains(self) }
}
