extension String {
    /// Whether it is nothing but Chinese characters (U+4E00 to U+9FFF): no spaces, no punctuation, no sign in two forms.
    public var isHan: Bool {
        utf8.withContiguousStorageIfAvailable(\.isHan) ?? false
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate var isHan: Bool {
        var place = 0
        while place + 2 < count {
            switch self[place] {
            case 0xE5...0xE9: break
            // U+4E00 is E4 B8 80.
            case 0xE4 where self[place + 1] >= 0xB8: break
            default: return false
            }
            place += 3
        }
        return place == count && count > 0
    }
}
