internal import Foundation

/// C strings for structures that hold them as mutable pointers; they live as long as this does.
final class WordStore {
    private var words: [UnsafeMutablePointer<CChar>] = []

    func copy(_ word: String) -> UnsafeMutablePointer<CChar>? {
        let copy = strdup(word)
        if let copy { words.append(copy) }
        return copy
    }

    deinit {
        for word in words { free(word) }
    }
}
