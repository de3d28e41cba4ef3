extension Character {
    /// 0 to 9, also full-width; 三 and 万 are numbers to Unicode and no digits here.
    var isDecimal: Bool {
        guard let value = unicodeScalars.first?.value, unicodeScalars.count == 1 else { return false }
        return (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
    }
}
