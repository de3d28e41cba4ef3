/// The characters that the signs of symbol fonts stand for.
enum WordSymbols {
    /// Whether a font has signs in the places of letters.
    static func isSymbolFont(_ name: String) -> Bool {
        fonts[name.lowercased()] != nil
    }

    /// - Parameter code: as stored, in the private range U+F000–F0FF or below U+0100.
    /// - Returns: `nil` for a sign that means no character.
    static func character(_ code: UInt32, font: String) -> Character? {
        guard code < 0x100 || (0xF000...0xF0FF).contains(code), let signs = fonts[font.lowercased()] else { return nil }
        return signs[code & 0xFF]
    }

    private static let fonts: [String: [UInt32: Character]] = [
        "symbol": symbol, "wingdings": wingdings, "wingdings 2": wingdings2, "wingdings 3": [:], "webdings": webdings,
    ]

    private static func signs(_ rows: [(UInt32, String)]) -> [UInt32: Character] {
        var result: [UInt32: Character] = [:]
        for (first, row) in rows {
            for (offset, sign) in row.enumerated() where sign != " " { result[first + UInt32(offset)] = sign }
        }
        return result
    }

    private static let symbol = signs([
        (0x20, "　!∀#∃%&∋()*+,-./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
        (0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~"),
        (0xA0, "€ϒ′≤/∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√·¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"),
        (0xF1, "〉∫"),
    ])
    private static let wingdings = signs([
        (0x20, "　"), (0x6C, "●"), (0x6E, "■☐☐☐☐"), (0x75, "◆◆"), (0x77, "◆☒"), (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩"), (0x8B, "⓿❶❷❸❹❺❻❼❽❾❿"),
        (0x9F, "•"), (0xA1, "○○○◉"), (0xA7, "▪☐"), (0xD8, "➢"), (0xDF, "←→↑↓"), (0xE8, "➔"), (0xEF, "⇦⇨⇧⇩"), (0xFB, "×√☒☑"),
    ])
    private static let wingdings2 = signs([
        (0x20, "　"), (0x2A, "☐"), (0x4F, "×√☒☑☒☒"), (0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩"), (0x75, "⓿❶❷❸❹❺❻❼❽❾❿"), (0x97, "•●●"), (0xA2, "■☐☐"),
    ])
    private static let webdings = signs([(0x20, "　"), (0x61, "√"), (0x63, "☐"), (0x67, "■"), (0x72, "×")])
}
