extension String {
    /// The text without characters that no page may hold: C0 and C1 controls except tab and line feed, directional controls
    /// (they could make a name read differently from what it is), and code points that are no characters.
    ///
    /// Every kind of line end becomes a line feed.
    package var displayable: String {
        var result = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0D: result.append("\n")
            case 0x0A where afterReturn: break
            case 0x85, 0x2028, 0x2029: result.append("\n")
            case 0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x9F: break
            case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
            case 0xFDD0...0xFDEF: break
            default:
                if scalar.value & 0xFFFE != 0xFFFE { result.append(scalar) }
            }
            afterReturn = scalar.value == 0x0D
        }
        return String(result)
    }
}
