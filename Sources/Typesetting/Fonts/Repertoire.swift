internal import Glibc

/// The characters that prepared fonts hold.
///
/// The Chinese characters of GBK and of Unicode's first block, and every sign that turns up in official documents. What lies
/// outside is drawn with the font's own file.
enum Repertoire {
    /// Changes whenever a prepared font would come out differently.
    static let version = 2

    /// Each part is a font of its own: for every glyph that is new in a document, Cairo looks through all characters of its font.
    enum Part: Int, CaseIterable, Sendable {
        /// Letters, common signs and the 3755 most frequent characters (GB/T 2312-1980, level 1).
        case common
        /// GB/T 2312-1980, level 2.
        case second
        case rest
    }

    static func ranges(of part: Part) -> [ClosedRange<UInt32>] {
        switch part {
        case .common: commonSigns + levels.first
        case .second: levels.second
        case .rest: all
        }
    }

    /// What ``ranges(of:)`` says of the last part and stands in one of the others.
    static func exceptions(from part: Part) -> [ClosedRange<UInt32>] {
        part == .rest ? commonSigns + levels.first + levels.second : []
    }

    private static let all: [ClosedRange<UInt32>] = [
        0x0020...0x007E, 0x00A0...0x017F, 0x0192...0x0192, 0x01CD...0x01DC, 0x0251...0x0261, 0x02C6...0x02DC,
        // Greek and Cyrillic
        0x0391...0x03C9, 0x0401...0x0451,
        // Punctuation, ‰, currencies, ℃ № ℡, Ⅰ–ⅻ, arrows, ≥ ≤ ≠
        0x2000...0x22FF, 0x2300...0x23FF,
        // ① ⑴ ⒈, lines and boxes, ■ □ ★ ☆ ☐ ☑ ✓ ✔ ✗
        0x2460...0x27BF, 0x2E80...0x2EFF,
        // 、 。 「」, kana, bopomofo, ㈠ ㊣ ㎡ ㎞
        0x3000...0x33FF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE10...0xFE4F, 0xFF00...0xFFEF,
    ]

    private static let commonSigns: [ClosedRange<UInt32>] = [
        0x0020...0x007E, 0x00A0...0x00FF,
        // Punctuation, ‰, ℃ №, Ⅰ–Ⅻ, ≥ ≤ ≠, ①–⑳, □ ■
        0x2000...0x2044, 0x2103...0x2103, 0x2116...0x2116, 0x2160...0x216B, 0x2190...0x2193, 0x221A...0x221A, 0x2248...0x2248,
        0x2260...0x2265, 0x2460...0x2473, 0x2500...0x2502, 0x25A0...0x25A1, 0x25CB...0x25CF,
        0x3000...0x301E, 0x33A1...0x33A1, 0xFF01...0xFF5E, 0xFFE5...0xFFE5,
    ]

    private static let levels = (first: characters(rows: 0xB0...0xD7), second: characters(rows: 0xD8...0xF7))

    /// The Chinese characters of some rows of GB/T 2312-1980; none where the C library does not know it.
    private static func characters(rows: ClosedRange<UInt8>) -> [ClosedRange<UInt32>] {
        let converter = iconv_open("UCS-4LE", "GB2312")
        guard converter != iconv_t(bitPattern: -1) else { return [] }
        defer { iconv_close(converter) }
        var found: [UInt32] = []
        for row in rows {
            for cell in UInt8(0xA1)...0xFE {
                var input = [CChar(bitPattern: row), CChar(bitPattern: cell)]
                var output: UInt32 = 0
                let isKnown = input.withUnsafeMutableBufferPointer { input in
                    withUnsafeMutableBytes(of: &output) { output in
                        var (from, fromLeft) = (input.baseAddress, input.count)
                        var (to, toLeft) = (output.bindMemory(to: CChar.self).baseAddress, output.count)
                        return iconv(converter, &from, &fromLeft, &to, &toLeft) == 0 && toLeft == 0
                    }
                }
                if isKnown { found.append(UInt32(littleEndian: output)) }
            }
        }
        return found.map { $0...$0 }
    }

    /// OpenType features that texts are set with.
    static let features = [
        "ccmp", "locl", "kern", "mark", "mkmk", "liga", "clig", "calt", "halt", "hwid", "fwid", "pwid", "palt", "tnum", "lnum",
    ]
}
