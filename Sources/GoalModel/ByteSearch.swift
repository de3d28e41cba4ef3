extension String {
    /// Whether `word` stands in the text, byte for byte: a quick look before a closer one, for texts of many megabytes.
    public func holds(_ word: StaticString) -> Bool {
        let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard let first = bytes.first else { return true }
        return utf8.withContiguousStorageIfAvailable { text in
            guard text.count >= bytes.count else { return false }
            for start in 0...(text.count - bytes.count) where text[start] == first {
                if text[start..<(start + bytes.count)].elementsEqual(bytes) { return true }
            }
            return false
        } ?? true
    }
}
