extension String {
    /// Whether `word` stands in the text, byte for byte; far faster than `contains`, for texts of many megabytes.
    public func holds(_ word: String) -> Bool {
        let found = utf8.withContiguousStorageIfAvailable { text in
            word.utf8.withContiguousStorageIfAvailable { word in String.holds(text, word) }
        }
        return (found ?? nil) ?? contains(word)
    }

    private static func holds(_ text: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = word.first, let last = word.last else { return true }
        guard text.count >= word.count else { return false }
        let end = word.count - 1
        // The last byte tells more than the first, which many characters have in common.
        for start in 0..<(text.count - end) where text[start + end] == last && text[start] == first {
            if text[start..<(start + word.count)].elementsEqual(word) { return true }
        }
        return false
    }
}
