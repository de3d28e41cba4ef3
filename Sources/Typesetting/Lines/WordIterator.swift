internal import CICU

/// Finds the words of Chinese text by ICU's dictionary; without its data every character is a word.
final class WordIterator {
    private let iterator = cicu_open_words()
    private var known: [[Unicode.Scalar]: [Bool]] = [:]

    deinit {
        if let iterator { cicu_close(iterator) }
    }

    /// Forgets the texts of a document.
    func removeAll() {
        known.removeAll(keepingCapacity: true)
    }

    /// For each character of a paragraph, and for its end, whether a word begins there or one ends before it.
    func boundaries(in scalars: [Unicode.Scalar]) -> [Bool] {
        if let found = known[scalars] { return found }
        let found = find(scalars)
        known[scalars] = found
        return found
    }

    private func find(_ scalars: [Unicode.Scalar]) -> [Bool] {
        guard let iterator else { return Array(repeating: true, count: scalars.count + 1) }
        var units: [UInt16] = []
        var placeOfUnit: [Int] = []
        units.reserveCapacity(scalars.count)
        for (place, scalar) in scalars.enumerated() {
            for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                units.append(unit)
                placeOfUnit.append(place)
            }
        }
        placeOfUnit.append(scalars.count)
        var found = Array(repeating: false, count: scalars.count + 1)
        found[0] = true
        units.withUnsafeBufferPointer { units in
            guard cicu_set_text(iterator, units.baseAddress, Int32(clamping: units.count)) != 0 else { return }
            while case let next = Int(cicu_next(iterator)), placeOfUnit.indices.contains(next) { found[placeOfUnit[next]] = true }
        }
        return found
    }
}
