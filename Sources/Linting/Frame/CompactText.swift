internal import GoalModel

extension String {
    /// Folded and without white space: for comparing, never for showing. A text that is so already is not copied.
    var compact: String {
        let isCompact = utf8.allSatisfy { byte in
            // Blanks and full-width forms begin with C2, E2, E3 or EF, or are ASCII.
            switch byte {
            case 0x00...0x20, 0xC2, 0xE2, 0xE3, 0xEF: false
            default: true
            }
        }
        return isCompact ? self : folded.withoutSpaces
    }

    /// Whether two texts have the same letters, characters and digits, whatever punctuation, `%` or space stands between;
    /// never for texts without any.
    func hasSameWords(as other: String) -> Bool {
        var mine = unicodeScalars.makeIterator()
        var theirs = other.unicodeScalars.makeIterator()
        var isEmpty = true
        while true {
            let scalar = String.nextWordScalar(&mine)
            guard scalar == String.nextWordScalar(&theirs) else { return false }
            if scalar == nil { return !isEmpty }
            isEmpty = false
        }
    }

    /// Whether a letter, a character or a digit stands in the text.
    var hasWords: Bool {
        var scalars = unicodeScalars.makeIterator()
        return String.nextWordScalar(&scalars) != nil
    }

    private static func nextWordScalar(_ scalars: inout String.UnicodeScalarView.Iterator) -> Unicode.Scalar? {
        while let scalar = scalars.next() {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF: return scalar
            case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return Unicode.Scalar(scalar.value - 0xFEE0)
            case 0..<0x80, 0x3000...0x303F, 0xFF00...0xFFEF: continue
            default: if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return scalar }
            }
        }
        return nil
    }
}
