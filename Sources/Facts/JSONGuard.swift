/// Looks at the raw bytes of a JSON file before a decoder does: hostile nesting and sheer numbers are refused at once.
struct JSONGuard {
    /// A facts.json is nested nine deep.
    static let deepest = 64
    /// Values of a file; a county of a hundred towns has a million.
    static let most = 3_000_000

    /// Whether the file is one object, as far as its first byte tells.
    let isObject: Bool

    /// - Throws: ``FactsError`` for a file that is nested too deep or holds too many values.
    init(_ bytes: some RandomAccessCollection<UInt8>) throws(FactsError) {
        isObject = bytes[JSONGuard.start(of: bytes)...].first == UInt8(ascii: "{")
        var depth = 0
        var values = 0
        var isInString = false
        var isEscaped = false
        for byte in bytes {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                values += 1
                guard depth <= JSONGuard.deepest else { throw .tooDeep }
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ","):
                values += 1
                guard values <= JSONGuard.most else { throw .tooManyValues }
            default: break
            }
        }
    }

    /// The first byte that is neither of a byte-order mark nor white space.
    static func start<Bytes: RandomAccessCollection<UInt8>>(of bytes: Bytes) -> Bytes.Index {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        return text.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? bytes.endIndex
    }
}
