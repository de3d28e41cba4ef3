/// The parts of which objects of a PDF are written, a great many of them.
extension [UInt8] {
    mutating func add(_ words: StaticString) {
        words.withUTF8Buffer { append(contentsOf: $0) }
    }

    mutating func add(_ number: Int) {
        var rest = number.magnitude
        if number < 0 { append(UInt8(ascii: "-")) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    /// `12 0 R`.
    mutating func add(reference number: Int) {
        add(number)
        add(" 0 R")
    }
}
