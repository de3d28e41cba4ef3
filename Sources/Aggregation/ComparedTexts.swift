internal import Text

/// Tells whether two texts of two years say the same: a year that moved along with the book's is no change.
struct ComparedTexts {
    let older: Int?
    let newer: Int?

    private var hasMoved: Bool { older != nil && newer != nil && older != newer }

    func areSame(_ before: String, _ after: String) -> Bool {
        if before == after { return true }
        let (plain, other) = (before.folded.withoutSpaces, after.folded.withoutSpaces)
        return plain == other || (hasMoved && key(before, of: older) == key(after, of: newer))
    }

    func older(_ text: String) -> String { key(text, of: older) }
    func newer(_ text: String) -> String { key(text, of: newer) }

    /// The text without white space, each year told by how far it is from the book's own.
    private func key(_ text: String, of year: Int?) -> String {
        let plain = text.folded.withoutSpaces
        guard hasMoved, let year, plain.holds("20") else { return plain }
        var result: [UInt8] = []
        let bytes = Array(plain.utf8)
        var place = 0
        while place < bytes.count {
            var end = place
            while end < bytes.count, bytes[end].isDigit { end += 1 }
            if end - place == 4, bytes[place] == 50, bytes[place + 1] == 48 {
                let written = bytes[place..<end].reduce(0) { $0 * 10 + Int($1) - 48 }
                result += Array("<\(written - year)>".utf8)
            } else if end > place {
                result += bytes[place..<end]
            } else {
                result.append(bytes[place])
                end += 1
            }
            place = end
        }
        return String(decoding: result, as: UTF8.self)
    }
}
