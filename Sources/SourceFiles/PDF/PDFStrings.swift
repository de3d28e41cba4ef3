/// The strings of a PDF (ISO 32000-1, 7.3.4).
extension PDFScanner {
    /// A string in round brackets, at the first of them.
    mutating func literal() throws(ReadingError) -> [UInt8] {
        let start = position
        var result: [UInt8] = []
        var open = 1
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "("): open += 1
            case UInt8(ascii: ")"): open -= 1
            case UInt8(ascii: "\\"):
                if let escaped = escape() { result.append(escaped) }
                continue
            default: break
            }
            if open == 0 { break }
            result.append(byte)
        }
        try budget.spend(steps: (position - start) / 64)
        return result
    }

    /// What stands for a byte behind a backslash; `nil` for the end of a line.
    private mutating func escape() -> UInt8? {
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case 0x0A: return nil
        case 0x0D:
            if position < bytes.count, bytes[position] == 0x0A { position += 1 }
            return nil
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value = Int(byte - 0x30)
            for _ in 0..<2 where position < bytes.count && (0x30...0x37).contains(bytes[position]) {
                value = value * 8 + Int(bytes[position] - 0x30)
                position += 1
            }
            return UInt8(truncatingIfNeeded: value)
        default: return byte
        }
    }

    /// A string of hexadecimal digits, at its opening bracket.
    mutating func hexadecimal() throws(ReadingError) -> [UInt8] {
        let start = position
        var result: [UInt8] = []
        var high: UInt8?
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            if let digit = PDFScanner.digit(bytes[position]) {
                if let first = high {
                    result.append(first << 4 | digit)
                    high = nil
                } else {
                    high = digit
                }
            }
            position += 1
        }
        position += 1
        if let high { result.append(high << 4) }
        try budget.spend(steps: (position - start) / 64)
        return result
    }
}
