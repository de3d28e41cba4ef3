/// A text known by its bytes: to bring it to its normal form for each look costs more than the look.
public struct TextKey: Hashable, Sendable {
    public let text: String

    @inlinable
    public init(text: String) {
        self.text = text
    }

    @inlinable
    public static func == (a: TextKey, b: TextKey) -> Bool {
        let isSame = a.text.utf8.withContiguousStorageIfAvailable { a in
            b.text.utf8.withContiguousStorageIfAvailable { b in
                a.count == b.count && a.elementsEqual(b)
            }
        }
        return (isSame ?? nil) ?? a.text.utf8.elementsEqual(b.text.utf8)
    }

    @inlinable
    public func hash(into hasher: inout Hasher) {
        let isHashed = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) } != nil
        if !isHashed { for byte in text.utf8 { hasher.combine(byte) } }
    }
}
