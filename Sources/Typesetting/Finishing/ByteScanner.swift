internal import Text

/// Reads numbers and words out of bytes, one behind the other.
struct ByteScanner {
    let bytes: [UInt8]
    var position: Int

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    /// Goes over `word` if it stands here behind space.
    mutating func take(_ word: StaticString) -> Bool {
        skipSpace()
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        let isHere = word.withUTF8Buffer { bytes[position..<(position + count)].elementsEqual($0) }
        if isHere { position += count }
        return isHere
    }

    mutating func number() -> Int? {
        skipSpace()
        var value: Int?
        while position < bytes.count, bytes[position].isDigit, (value ?? 0) < 1 << 40 {
            value = (value ?? 0) * 10 + Int(bytes[position] - 0x30)
            position += 1
        }
        return value
    }

    /// `12 0 R`.
    mutating func reference() -> Int? {
        guard let number = number(), self.number() == 0, take("R") else { return nil }
        return number
    }

    /// Goes behind the next `word` before `end`.
    mutating func find(_ word: StaticString, before end: Int) -> Bool {
        let found = word.withUTF8Buffer { wanted in
            bytes.withUnsafeBufferPointer { bytes in
                UnsafeBufferPointer(rebasing: bytes[..<min(max(end, 0), bytes.count)]).place(of: wanted, from: position)
            }
        }
        position = found.map { $0 + word.utf8CodeUnitCount } ?? position
        return found != nil
    }
}
