internal import GoalModel

/// FNV-1a over 64 bits: the same on every machine and in every run, unlike `Hasher`.
struct Fingerprint {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        add(0x1F)
    }

    private mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// For comparing only.
    var value: UInt64 { state }

    /// 16 hexadecimal digits.
    var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The text without spaces, numbering (`1.`, `（二）`, `3、`) and punctuation, so that re-wrapping or renumbering
    /// changes nothing.
    static func normalised(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = Substring(text.compact).unicodeScalars
        let marks = rest.prefix { $0 == "(" || isNumeral($0) }
        if let after = rest.dropFirst(marks.count).first, !marks.isEmpty, ".、)．".unicodeScalars.contains(after) {
            rest = rest.dropFirst(marks.count + 1)
        }
        for scalar in rest
        where scalar.isWord || "≥≤<>=%".unicodeScalars.contains(scalar) {
            result.append(scalar)
        }
        return String(result)
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        (48...57).contains(scalar.value) || "一二三四五六七八九十".unicodeScalars.contains(scalar)
    }
}
