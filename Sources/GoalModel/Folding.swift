extension String {
    /// The text with full-width ASCII forms (`９５％＞＝，`) and the ideographic space brought to their plain forms.
    ///
    /// Only for reading and comparing; what is shown and printed stays as the town wrote it.
    public var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000, 0xA0: result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text without any white space, NBSP and line breaks included.
    public var withoutSpaces: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.isBlank { result.append(scalar) }
        return String(result)
    }

    /// The text without white space, NBSP and line breaks at its ends.
    public var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.lastIndex(where: { !$0.isBlank }) else {
            return ""
        }
        return String(scalars[first...last])
    }
}

extension Unicode.Scalar {
    /// White space, NBSP, the ideographic space, zero-width space and byte-order mark.
    public var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x3000, 0x2000...0x200B, 0x2028, 0x2029, 0xFEFF: true
        default: false
        }
    }
}
