internal import BookLayout

/// The loss of a full-width sign that is set in half the width, in Pango's units.
struct HalfWidth: Hashable {
    var blank: Int
    /// To the right; negative for signs that open.
    var shift: Int
}

/// Full-width signs of which one half is blank, and where that half is left out.
///
/// How much a sign gives up is told by its font's OpenType feature `halt`; fonts without it are left alone.
enum SqueezedPunctuation {
    private static let closing = Set("、。，．；：！？）］｝〉》」』】〕〗〙〛”’".unicodeScalars)
    private static let opening = Set("（［｛〈《「『【〔〖〘〚“‘".unicodeScalars)

    static func isCandidate(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2018...0x201D, 0x3001...0x301B, 0xFF01...0xFF5D: opening.contains(scalar) || closing.contains(scalar)
        default: false
        }
    }

    /// The first of two closing signs, and of a closing and an opening one; the second of two opening signs.
    ///
    /// - Returns: which characters are squeezed for their neighbour's sake.
    static func pairs(in scalars: [Unicode.Scalar]) -> [Int] {
        var squeezed: [Int] = []
        var wasCandidate = false
        for (index, scalar) in scalars.enumerated() {
            let isCandidate = isCandidate(scalar)
            if isCandidate, wasCandidate {
                if closing.contains(scalars[index - 1]) {
                    squeezed.append(index - 1)
                } else if opening.contains(scalar) {
                    squeezed.append(index)
                }
            }
            wasCandidate = isCandidate
        }
        return squeezed
    }
}

extension ShapedParagraph {
    /// Squeezes signs that stand together.
    ///
    /// - Returns: what the other signs can give up at the ends of a line.
    mutating func squeezePairs(_ style: TextStyle, in fonts: FontContext) -> [Int: HalfWidth] {
        var halves: [Int: HalfWidth] = [:]
        for (index, scalar) in scalars.enumerated() where SqueezedPunctuation.isCandidate(scalar) && isPlain(index) {
            halves[index] = fonts.half(of: scalar, in: style)
        }
        guard !halves.isEmpty else { return [:] }
        for index in SqueezedPunctuation.pairs(in: scalars) {
            if let half = halves.removeValue(forKey: index) { squeeze(index, half) }
        }
        return halves
    }
}

extension FontContext {
    /// What a sign gives up; `nil` where the font knows no half width of it.
    func half(of scalar: Unicode.Scalar, in style: TextStyle) -> HalfWidth? {
        if let known = halves[style]?[scalar] { return known }
        let text = String(Character(scalar))
        let glyphs = ["", "halt"].map { ShapedText.paragraphs(text, style, features: $0, in: self).first?.onlyGlyph }
        var half: HalfWidth?
        if let full = glyphs[0], let squeezed = glyphs[1], squeezed.width < full.width {
            half = HalfWidth(blank: full.width - squeezed.width, shift: squeezed.shift - full.shift)
        }
        halves[style, default: [:]][scalar] = .some(half)
        return half
    }
}
