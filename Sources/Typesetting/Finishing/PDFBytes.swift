/// The parts of which objects of a PDF are written, a great many of them.
extension [UInt8] {
    mutating func add(_ words: StaticString) {
        words.withUTF8Buffer { append(contentsOf: $0) }
    }

    mutating func add(_ number: Int) {
        var rest = number.magnitude
        let start = count
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        if number < 0 { append(UInt8(ascii: "-")) }
        self[start...].reverse()
    }

    /// `12 0 R`.
    mutating func add(reference number: Int) {
        add(number)
        add(" 0 R")
    }
}
