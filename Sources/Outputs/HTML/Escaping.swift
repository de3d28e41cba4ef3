extension String {
    /// The text without characters that no page may hold: C0 and C1 controls except tab and line feed, directional controls
    /// (they could make a name read differently from what it is), and code points that are no characters.
    ///
    /// Every kind of line end becomes a line feed.
    var displayable: String {
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

    /// The text as content or attribute value of an element.
    var escaped: String {
        var result = ""
        for scalar in displayable.unicodeScalars {
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

    /// A style sheet that is the same to an HTML and to an XML reader: `<` and `&` written as CSS escapes.
    var asStyleContent: String {
        var result = ""
        for scalar in displayable.unicodeScalars {
            switch scalar {
            case "<": result += "\\3c "
            case "&": result += "\\26 "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result.split(separator: "]]>", omittingEmptySubsequences: false).joined(separator: "]] >")
    }

    /// The text as one path step of a relative address: everything but letters, digits, `-`, `.`, `_` is percent-encoded, so
    /// that it can be neither a scheme nor a way out of the folder.
    var asPathStep: String {
        if self == "." || self == ".." { return "" }
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        var result = String.UnicodeScalarView()
        for byte in displayable.utf8 {
            let scalar = Unicode.Scalar(byte)
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_": result.append(scalar)
            default: result.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(result)
    }

    /// A relative address of several steps.
    var asRelativePath: String {
        split(separator: "/").map { String($0).asPathStep }.filter { !$0.isEmpty }.joined(separator: "/")
    }
}
