internal import Synchronization

/// What texts were found to mean: the labels of a form stand in every form of a book, and are asked for again and again.
final class WordMemory: Sendable {
    private let words = Mutex<[String: Lexicon.Word?]>([:])
    private let labels = Mutex<[String: FormLabel?]>([:])

    /// More texts than labels have are cells of one table, not worth remembering.
    private static let most = 4_000

    func word(_ text: String, _ find: () -> Lexicon.Word?) -> Lexicon.Word? {
        if let known = words.withLock({ $0[text] }) { return known }
        let found = find()
        words.withLock { if $0.count < WordMemory.most { $0[text] = .some(found) } }
        return found
    }

    func label(_ text: String, _ find: () -> FormLabel?) -> FormLabel? {
        if let known = labels.withLock({ $0[text] }) { return known }
        let found = find()
        labels.withLock { if $0.count < WordMemory.most { $0[text] = .some(found) } }
        return found
    }
}
