/// Letters, digits and their signs between Chinese characters.
enum LatinRuns {
    /// Byte ranges of ASCII, with blanks only inside of them.
    static func ranges(in text: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        var end = 0
        for (offset, byte) in text.utf8.enumerated() {
            if (0x21...0x7E).contains(byte) {
                if start == nil { start = offset }
                end = offset + 1
            } else if byte != 0x20, let first = start {
                ranges.append(first..<end)
                start = nil
            }
        }
        if let first = start { ranges.append(first..<end) }
        return ranges
    }
}
