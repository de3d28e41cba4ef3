internal import Text

/// FNV-1a over 64 bits: the same on every machine and in every run, unlike `Hasher`.
struct Fingerprint {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        // Going over the bytes where they lie is far faster.
        let added = text.utf8.withContiguousStorageIfAvailable { bytes in bytes.reduce(state, Fingerprint.adding) }
        state = Fingerprint.adding(added ?? text.utf8.reduce(state, Fingerprint.adding), 0x1F)
    }

    private static func adding(_ state: UInt64, _ byte: UInt8) -> UInt64 {
        (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// For comparing only.
    var value: UInt64 { state }

    /// 16 hexadecimal digits.
    var text: String {
        String(unsafeUninitializedCapacity: 16) { buffer in
            for place in 0..<16 {
                buffer[place] = UInt8(state >> (60 - 4 * UInt64(place)) & 0xF).hexadecimalDigit
            }
            return 16
        }
    }

    /// The text without spaces, numbering (`1.`, `（二）`, `3、`) and punctuation, so that re-wrapping or renumbering
    /// changes nothing.
    static func normalised(_ text: String) -> String {
        if text.isHan { return text }
        var rest = Substring(text.compact).unicodeScalars
        let marks = rest.prefix { $0 == "(" || isNumeral($0) }
        if let after = rest.dropFirst(marks.count).first, !marks.isEmpty, ".、)．".unicodeScalars.contains(after) {
            rest = rest.dropFirst(marks.count + 1)
        }
        return String(rest).mappingScalars { $0.isWord || isSign($0) ? $0 : nil }
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "≥", "≤", "<", ">", "=", "%": true
        default: false
        }
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
        default: false
        }
    }
}
