/// Signs that may not stand at an end of a line (GB/T 15834-2011 5.1; W3C, Requirements for Chinese Text Layout, 3.1.3).
enum LineSigns {
    /// May not begin a line: pauses, closing signs, signs that belong to a number before them, iteration marks.
    private static let notFirst = Set(
        """
        、，。．；：！？）］｝〉》」』】〕〗〙〛”’｡､｣),.;:!?]}»›‼⁇⁈⁉\
        %‰‱％℃℉°′″〃-‐‑–—…‥·・･～~〜－/／々〻ゝゞヽヾー
        """.unicodeScalars)

    /// May not end a line.
    private static let notLast = Set("（［｛〈《「『【〔〖〘〚“‘｢([{«‹".unicodeScalars)

    /// May not end a line before a number.
    private static let leading = Set("￥¥$＄€£￡№#＃≤≥<>=＜＞＝≈≠≡≮≯±∓+−＋Φφ∅".unicodeScalars)

    static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
        !isPossible(scalar) || !notFirst.contains(scalar)
    }

    static func mayEnd(_ scalar: Unicode.Scalar) -> Bool {
        !isPossible(scalar) || !notLast.contains(scalar)
    }

    static func belongsToNumberBehind(_ scalar: Unicode.Scalar) -> Bool {
        isPossible(scalar) && leading.contains(scalar)
    }

    /// Of one dash or one row of dots, which two of them make.
    static func isHalf(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "—" || scalar == "…"
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{3000}"
    }

    /// Chinese characters and the signs that are set like them.
    static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x2E80 || (0x2014...0x2026).contains(scalar.value)
    }

    /// Saves looking most characters up.
    private static func isPossible(_ scalar: Unicode.Scalar) -> Bool {
        !(0x3400...0x9FFF).contains(scalar.value) && !(0x61...0x7A).contains(scalar.value)
    }
}
