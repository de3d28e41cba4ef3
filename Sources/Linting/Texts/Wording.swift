internal import GoalModel

extension Money {
    /// `125万元`, `28.41万元`, `0.5元`, exact.
    func words(in unit: MoneyUnit) -> String {
        "\(amount(in: unit))\(unit.rawValue)"
    }
}

extension String {
    /// The text without punctuation and brackets at its ends.
    var trimmingPunctuation: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: \.isWord), let last = scalars.lastIndex(where: \.isWord) else { return "" }
        if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return self }
        return String(scalars[first...last])
    }

    /// The text as one line: a cell's line breaks part no words in Chinese.
    var withoutLineBreaks: String {
        guard utf8.contains(where: { (0x0A...0x0D).contains($0) }) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !(0x0A...0x0D).contains($0.value) }))
    }

    /// Whether a name ends in 率; `%` and `（%）` behind it are passed over.
    var endsInRate: Bool {
        var name = compact[...]
        while let last = name.last, "%‰()。".contains(last) { name.removeLast() }
        return name.hasSuffix("率")
    }
}
