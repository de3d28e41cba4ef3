extension String {
    /// The text on one line without anything that a header or a terminal could mistake for more than text: controls and line
    /// ends of every kind become spaces, what steers the direction of writing is left out, spaces are joined.
    var oneLine: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x00...0x20, 0x7F...0xA0, 0x2028, 0x2029:
                if result.last != " " { result.append(" ") }
            case 0x061C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: break
            case 0xFDD0...0xFDEF: break
            default:
                if scalar.value & 0xFFFE != 0xFFFE, !(0xE0000...0xE007F).contains(scalar.value) { result.append(scalar) }
            }
        }
        return String(result.first == " " ? result.dropFirst() : result[...]).droppingLastSpace
    }

    /// The same, short enough for a message to people.
    var quotable: String {
        let line = oneLine
        return line.count > 400 ? line.prefix(399) + "…" : line
    }

    private var droppingLastSpace: String { last == " " ? String(dropLast()) : self }
}
