internal import Synchronization
internal import Text

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

extension Dictionary where Key == TextKey {
    subscript(text: String) -> Value? {
        get { self[TextKey(text: text)] }
        set { self[TextKey(text: text)] = newValue }
    }
}
