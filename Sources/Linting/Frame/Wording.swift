internal import Foundation
internal import GoalModel

extension Money {
    /// `125万元`, `28.41万元`, `0.5元`, exact.
    func words(in unit: MoneyUnit) -> String {
        "\(amount(in: unit))\(unit.rawValue)"
    }
}

extension String {
    /// Whether the word stands somewhere in the text, byte for byte; far faster than `contains`.
    func holds(_ word: String) -> Bool {
        let text = utf8
        let word = word.utf8
        guard let first = word.first else { return true }
        var start = text.startIndex
        while let found = text[start...].firstIndex(of: first) {
            if text[found...].starts(with: word) { return true }
            start = text.index(after: found)
        }
        return false
    }

    /// The text without punctuation and brackets at its ends.
    var trimmingPunctuation: String {
        let scalars = unicodeScalars
        let isWord: (Unicode.Scalar) -> Bool = { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        guard let first = scalars.firstIndex(where: isWord), let last = scalars.lastIndex(where: isWord) else { return "" }
        return String(scalars[first...last])
    }

    /// Whether a name ends in 率; `%` and `（%）` behind it are passed over.
    var endsInRate: Bool {
        var name = folded.withoutSpaces[...]
        while let last = name.last, "%‰()。".contains(last) { name.removeLast() }
        return name.hasSuffix("率")
    }
}
