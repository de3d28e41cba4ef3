extension String {
    /// The text without characters that a typesetter would choke on or obey.
    ///
    /// U+0000 cuts a C string, bidirectional controls turn whole lines around, and the others have no glyph. Every kind
    /// of line end becomes `\n`, a tab becomes a space.
    public var printable: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
        var result = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0A where afterReturn: break
            case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: result.append("\n")
            case 0x09: result.append(" ")
            case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0xFEFF, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: break
            case 0xFDD0...0xFDEF, 0xFFF9...0xFFFB: break
            case let value where value & 0xFFFE == 0xFFFE: break
            default: result.append(scalar)
            }
            afterReturn = scalar.value == 0x0D
        }
        return String(result)
    }

    /// Printable text without line breaks, for running heads, bookmarks and labels.
    package var oneLine: String {
        String(printable.map { $0.isNewline ? " " : $0 })
    }
}
