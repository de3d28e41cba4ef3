/// Places where Pango lets a line break although Chinese typesetting or later readers forbid it.
enum LineStarts {
    private static let forbidden: Set<Unicode.Scalar> = ["—", "…", "%", "‰", "℃", "％", "°", "′", "″", "·", "～", "~", "/"]

    /// Byte ranges that must stay on one line: a forbidden sign with the character before it, a hyphen with the one behind.
    static func inseparable(in text: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var offset = 0
        var before: (scalar: Unicode.Scalar, start: Int)?
        for scalar in text.unicodeScalars {
            let end = offset + scalar.utf8.count
            if let last = before, forbidden.contains(scalar), last.scalar != "\n", !forbidden.contains(last.scalar) {
                ranges.append(last.start..<end)
            } else if let last = before, scalar == last.scalar, scalar == "—" || scalar == "…", let range = ranges.last,
                range.upperBound == offset, range.count < 12
            {
                ranges[ranges.count - 1] = range.lowerBound..<end
            }
            // Readers take a hyphen at a line's end for a broken word and drop it.
            if let last = before, last.scalar == "-", scalar != "-", scalar != "\n" { ranges.append(last.start..<end) }
            before = (scalar, offset)
            offset = end
        }
        return ranges
    }
}
