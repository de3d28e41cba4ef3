internal import Text

extension String {
    /// A style sheet that is the same to an HTML and to an XML reader: `<` and `&` written as CSS escapes.
    var asStyleContent: String {
        let text = displayable
        if !text.holds("<"), !text.holds("&"), !text.holds("]]>") {
            return text
        }
        var result = ""
        for scalar in text.unicodeScalars {
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
    package var asPathStep: String {
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
    package var asRelativePath: String {
        split(separator: "/").map { String($0).asPathStep }.filter { !$0.isEmpty }.joined(separator: "/")
    }
}
