/// The characters that prepared fonts hold.
///
/// The Chinese characters of GBK and of Unicode's first block, and every sign that turns up in official documents. What lies
/// outside is drawn with the font's own file.
enum Repertoire {
    /// Changes whenever a prepared font would come out differently.
    static let version = 1

    static let ranges: [ClosedRange<UInt32>] = [
        0x0020...0x007E, 0x00A0...0x017F, 0x0192...0x0192, 0x01CD...0x01DC, 0x0251...0x0261, 0x02C6...0x02DC,
        // Greek and Cyrillic
        0x0391...0x03C9, 0x0401...0x0451,
        // Punctuation, ‰, currencies, ℃ № ℡, Ⅰ–ⅻ, arrows, ≥ ≤ ≠
        0x2000...0x22FF, 0x2300...0x23FF,
        // ① ⑴ ⒈, lines and boxes, ■ □ ★ ☆ ☐ ☑ ✓ ✔ ✗
        0x2460...0x27BF, 0x2E80...0x2EFF,
        // 、 。 「」, kana, bopomofo, ㈠ ㊣ ㎡ ㎞
        0x3000...0x33FF,
        0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE10...0xFE4F, 0xFF00...0xFFEF,
    ]

    /// OpenType features that texts are set with.
    static let features = [
        "ccmp", "locl", "kern", "mark", "mkmk", "liga", "clig", "calt", "halt", "hwid", "fwid", "pwid", "palt", "tnum", "lnum",
    ]
}
