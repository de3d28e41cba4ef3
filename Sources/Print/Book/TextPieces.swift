internal import BookLayout

/// Where lines of a table's text may end, near enough to what the typesetter does to find good column widths by it.
enum TextPieces {
    private static let openers: Set<Unicode.Scalar> = ["（", "《", "〈", "“", "‘", "【", "「", "『", "〔", "(", "[", "<"]
    private static let closers: Set<Unicode.Scalar> = [
        "）", "》", "〉", "”", "’", "】", "」", "』", "〕", ")", "]", ">", "，", "。", "、", "；", "：", "！", "？", "．", "·", "…", "—",
        "～", "~", "/", "%", "％", "‰", "℃", "°", "′", "″",
    ]

    /// For each paragraph of `text` the widths in pt of the pieces that stay on one line.
    static func paragraphs(of text: String, in style: TextStyle, measurer: some TextMeasuring) -> [[Double]] {
        var paragraphs: [[Double]] = []
        var pieces: [Double] = []
        var before: Kind?
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                paragraphs.append(pieces)
                (pieces, before) = ([], nil)
                continue
            }
            let kind = Kind(scalar)
            let isPlain = (0x4E00...0x9FFF).contains(scalar.value)
            let width = isPlain ? style.size + style.letterSpacing : measurer.width(of: String(Character(scalar)), in: style)
            if let before, kind.sticks(to: before) {
                pieces[pieces.count - 1] += width
            } else {
                pieces.append(width)
            }
            before = kind
        }
        return paragraphs + [pieces]
    }

    private enum Kind {
        case ideograph, opener, closer, blank, letter

        init(_ scalar: Unicode.Scalar) {
            if scalar.properties.isIdeographic {
                self = .ideograph
            } else if openers.contains(scalar) {
                self = .opener
            } else if closers.contains(scalar) {
                self = .closer
            } else {
                self = scalar.properties.isWhitespace ? .blank : .letter
            }
        }

        func sticks(to before: Kind) -> Bool {
            switch (before, self) {
            case (.opener, _), (_, .closer), (.letter, .letter): true
            case (_, .blank): before != .ideograph
            default: false
            }
        }
    }
}
