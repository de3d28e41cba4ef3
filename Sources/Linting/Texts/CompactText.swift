internal import Text

extension String {
    /// Folded and without white space: for comparing, never for showing. A text that is so already is not copied.
    var compact: String {
        let isCompact = utf8.withContiguousStorageIfAvailable { $0.allSatisfy(String.isCompact) }
        return isCompact == true ? self : mappingScalars { $0.isBlank ? nil : $0.folded }
    }

    /// Blanks and full-width forms begin with C2, E2, E3 or EF, or are ASCII.
    private static func isCompact(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x20, 0xC2, 0xE2, 0xE3, 0xEF: false
        default: true
        }
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

    /// Whether something is stated: 无, 略 and 0 fill a cell and say nothing.
    var saysSomething: Bool {
        hasWords && (utf8.count > 12 || !["无", "暂无", "略", "空", "0"].contains(compact.trimmingPunctuation))
    }

    /// Whether the text begins with the word, byte for byte; far faster than `hasPrefix`.
    func begins(with word: String) -> Bool {
        utf8.starts(with: word.utf8)
    }

    /// Whether the text ends in the word, byte for byte; far faster than `hasSuffix`.
    func ends(in word: String) -> Bool {
        utf8.count >= word.utf8.count && utf8.suffix(word.utf8.count).elementsEqual(word.utf8)
    }

    private static func nextWordScalar(_ scalars: inout String.UnicodeScalarView.Iterator) -> Unicode.Scalar? {
        while let scalar = scalars.next() {
            guard scalar.isWord else { continue }
            return (0xFF10...0xFF5A).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter, a character or a digit; those of nearly all texts are told without a look into Unicode's tables.
    var isWord: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        case 0..<0x80, 0x2010...0x203F, 0x3000...0x3004, 0x3008...0x3020, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40: false
        default: properties.isAlphabetic || properties.numericType != nil
        }
    }
}
