internal import Synchronization

/// What texts were found to mean: the labels of a form stand in every form of a book, and are asked for again and again.
final class WordMemory: Sendable {
    private let words = Mutex<[TextKey: Lexicon.Word?]>([:])
    private let labels = Mutex<[TextKey: FormLabel?]>([:])

    /// More texts than labels have are cells of one table, not worth remembering.
    private static let most = 4_000

    func word(_ text: String, _ find: () -> Lexicon.Word?) -> Lexicon.Word? {
        let key = TextKey(text: text)
        if let known = words.withLock({ $0[key] }) { return known }
        let found = find()
        words.withLock { if $0.count < WordMemory.most { $0[key] = .some(found) } }
        return found
    }

    func label(_ text: String, _ find: () -> FormLabel?) -> FormLabel? {
        let key = TextKey(text: text)
        if let known = labels.withLock({ $0[key] }) { return known }
        let found = find()
        labels.withLock { if $0.count < WordMemory.most { $0[key] = .some(found) } }
        return found
    }
}

/// What the cells of one document tell of their columns: a book repeats its kinds, values and reasons in every form.
final class EvidenceMemory: Sendable {
    private let looks = Mutex<[TextKey: ColumnEvidence]>([:])
    private static let most = 20_000

    func evidence(of text: String) -> ColumnEvidence {
        let key = TextKey(text: text)
        if let known = looks.withLock({ $0[key] }) { return known }
        let found = ColumnEvidence(of: text)
        looks.withLock { if $0.count < EvidenceMemory.most { $0[key] = found } }
        return found
    }
}

/// A text known by its bytes: to bring it to its normal form for each look costs more than the look.
private struct TextKey: Hashable {
    let text: String

    static func == (a: TextKey, b: TextKey) -> Bool {
        a.text.utf8.elementsEqual(b.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        let isHashed = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) } != nil
        if !isHashed { for byte in text.utf8 { hasher.combine(byte) } }
    }
}
