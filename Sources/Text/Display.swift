/// One rule for every output of what may be shown, printed, mailed and put into a table.
///
/// An output says what its medium makes of line ends (``Swift/String/displayable`` keeps them, ``Swift/String/oneLine`` does
/// not); which characters are hidden is said here only. Of those that XML forbids none is left, so that pages and workbooks
/// need no rule of their own.
extension Unicode.Scalar {
    /// The form of a character wherever it is shown.
    public enum Display {
        case itself
        /// Whichever kind of line end it is.
        case lineEnd
        case blank
        /// It has no glyph, and some reader would obey it, choke on it or take two names for one.
        case hidden
    }

    public var display: Display {
        switch value {
        case 0x20...0x7E, 0x3000...0xD7FF: .itself
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: .lineEnd
        case 0x09: .blank
        // Controls: U+0000 cuts a C string, U+001B steers a terminal.
        case 0x00...0x1F, 0x7F...0x9F: .hidden
        // Soft hyphen, zero-width space, byte-order mark, invisible operators, notes between lines, language tags. Joiners
        // and variation selectors belong to the character before them and stay.
        case 0xAD, 0x200B, 0xFEFF, 0x2060...0x206F, 0xFFF9...0xFFFB, 0xE0000...0xE007F: .hidden
        // Directional controls turn whole lines around.
        case 0x061C, 0x200E...0x200F, 0x202A...0x202E: .hidden
        // Code points that are no characters.
        case 0xFDD0...0xFDEF: .hidden
        default: value & 0xFFFE == 0xFFFE ? .hidden : .itself
        }
    }
}

extension String {
    /// The text as it may be shown: without what is hidden, every kind of line end as `\n`, a tab as a space.
    public var displayable: String {
        if isPlainlyShown { return self }
        var result = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in unicodeScalars {
            switch scalar.display {
            case .itself: result.append(scalar)
            case .lineEnd: if scalar != "\n" || !afterReturn { result.append("\n") }
            case .blank: result.append(" ")
            case .hidden: break
            }
            afterReturn = scalar == "\r"
        }
        return String(result)
    }

    /// Whether one look at the bytes, without reading them as characters, tells that the text is its own
    /// ``Swift/String/displayable``: so it is with nearly all texts.
    private var isPlainlyShown: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            var index = 0
            while index < bytes.count {
                switch bytes[index] {
                case 0x20...0x7E, 0x0A: index += 1
                // U+00C0 to U+05FF
                case 0xC3...0xD7: index += 2
                // · and other signs; no control, no soft hyphen.
                case 0xC2 where bytes[index + 1] >= 0xA0 && bytes[index + 1] != 0xAD: index += 2
                // U+3000 to U+D7FF
                case 0xE3...0xED: index += 3
                // — “ ” … of U+2010 to U+2027, and from U+2080 to U+2FFF
                case 0xE2 where bytes[index + 1] >= 0x82 || bytes[index + 1] == 0x80 && (0x90...0xA7).contains(bytes[index + 2]):
                    index += 3
                // U+FF00 to U+FF7F
                case 0xEF where (0xBC...0xBD).contains(bytes[index + 1]): index += 3
                default: return false
                }
            }
            return true
        } ?? false
    }

    /// The text as it may be shown on one line, such as a header, a running head or a bookmark: line ends and blanks that
    /// follow each other are one space, and none stands at the ends.
    public var oneLine: String {
        var result = String.UnicodeScalarView()
        var isApart = false
        for scalar in unicodeScalars {
            switch scalar.display {
            case .itself where scalar != " " && scalar != "\u{A0}":
                if isApart, !result.isEmpty { result.append(" ") }
                isApart = false
                result.append(scalar)
            case .hidden: break
            default: isApart = true
            }
        }
        return String(result)
    }

    /// The text with what may not be shown, line ends included, written as `\\u{0A}`.
    ///
    /// A file's name may hold any byte; shown as it is, it could break a message in two or steer a terminal, and without it
    /// nobody would find the file. Bytes that are no UTF-8 (see ``Swift/String/init(diskPath:)``) are read as GB18030.
    public var withHiddenSpelled: String {
        let text = withDiskBytesRead
        if text.unicodeScalars.allSatisfy({ $0.display == .itself }) { return text }
        return text.unicodeScalars.map { scalar in
            scalar.display == .itself ? String(scalar) : "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        }.joined()
    }

    /// The text as it may be shown, as content or attribute value of an element of HTML or XML.
    public var escaped: String {
        let text = displayable
        let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
                default: true
                }
            }
        }
        if isPlain == true { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
