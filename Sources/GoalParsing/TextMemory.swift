internal import Synchronization

/// What texts were found to mean: those of a form stand in every form of a book, and are asked for again and again.
final class TextMemory<Value: Sendable>: Sendable {
    private let known = Mutex<[TextKey: Value]>([:])
    /// More texts than that are cells of one table, not worth remembering.
    private let most: Int

    init(most: Int) {
        self.most = most
    }

    func value(of text: String, _ find: () -> Value) -> Value {
        let key = TextKey(text: text)
        if let value = known.withLock({ $0[key] }) { return value }
        let found = find()
        known.withLock { if $0.count < most { $0[key] = found } }
        return found
    }
}

/// A text known by its bytes: to bring it to its normal form for each look costs more than the look.
struct TextKey: Hashable, Sendable {
    let text: String

    static func == (a: TextKey, b: TextKey) -> Bool {
        let isSame = a.text.utf8.withContiguousStorageIfAvailable { a in
            b.text.utf8.withContiguousStorageIfAvailable { b in
                a.count == b.count && a.elementsEqual(b)
            }
        }
        return (isSame ?? nil) ?? a.text.utf8.elementsEqual(b.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        let isHashed = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) } != nil
        if !isHashed { for byte in text.utf8 { hasher.combine(byte) } }
    }
}

extension Dictionary where Key == TextKey {
    subscript(text: String) -> Value? {
        get { self[TextKey(text: text)] }
        set { self[TextKey(text: text)] = newValue }
    }
}
