extension UInt8 {
    @inlinable public var isDigit: Bool { (0x30...0x39).contains(self) }

    @inlinable public var isHexadecimal: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }

    @inlinable public var isLetterOrDigit: Bool {
        isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}

extension Unicode.Scalar {
    @inlinable public var isDigit: Bool { (0x30...0x39).contains(value) }

    /// 0 to 9, also full-width; 三 and 万 are numbers to Unicode and no digits here.
    @inlinable public var isDecimal: Bool { isDigit || (0xFF10...0xFF19).contains(value) }
}

extension Character {
    public var isDigit: Bool { isASCII && isNumber }

    public var isLetterOrDigit: Bool { asciiValue?.isLetterOrDigit ?? false }

    /// 0 to 9, also full-width.
    public var isDecimal: Bool {
        let scalars = unicodeScalars
        return scalars.count == 1 && scalars.first?.isDecimal == true
    }
}

extension BinaryInteger {
    /// The number with zeros ahead of it, at least `count` digits long; hexadecimal digits above 9 are upper-case on demand.
    public func padded(to count: Int, radix: Int = 10, uppercase: Bool = false) -> String {
        String(self, radix: radix, uppercase: uppercase).padded(to: count)
    }
}

extension String {
    /// Digits with zeros ahead of them, at least `count` long.
    public func padded(to count: Int) -> String {
        String(repeating: "0", count: max(0, count - self.count)) + self
    }
}

extension UInt8 {
    /// The small letter or digit, in ASCII, that a number below 16 is written with.
    @inlinable public var hexadecimalDigit: UInt8 { self < 10 ? UInt8(ascii: "0") + self : UInt8(ascii: "a") + self - 10 }
}
