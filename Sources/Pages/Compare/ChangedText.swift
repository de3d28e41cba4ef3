internal import Text

/// Two versions of a text, each in pieces that both have and pieces of its own.
struct ChangedText {
    struct Piece: Hashable {
        var text: String
        /// The other version does not have it.
        var isOwn: Bool
    }

    private(set) var older: [Piece]
    private(set) var newer: [Piece]

    /// Longer texts are compared as a whole.
    private static let mostTokens = 1_500

    /// - Note: Where hardly anything is left of the older text, nothing is marked: all of it is another text.
    init(_ older: String, _ newer: String) {
        let (before, after) = (older.tokens, newer.tokens)
        (self.older, self.newer) = ([Piece(text: older, isOwn: false)], [Piece(text: newer, isOwn: false)])
        guard !before.isEmpty, !after.isEmpty, max(before.count, after.count) <= ChangedText.mostTokens else { return }
        var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        let common = before.count - removed.count
        guard common * 3 >= max(before.count, after.count) else { return }
        ChangedText.bridge(&removed, &inserted, before.count, after.count)
        self.older = ChangedText.pieces(before, removed)
        self.newer = ChangedText.pieces(after, inserted)
    }

    /// A single sign that both have by chance, between two changes, is changed with them.
    private static func bridge(_ removed: inout Set<Int>, _ inserted: inout Set<Int>, _ before: Int, _ after: Int) {
        let pairs = zip((0..<before).filter { !removed.contains($0) }, (0..<after).filter { !inserted.contains($0) })
        let isNear = [removed, inserted]
        for (old, new) in pairs {
            let opens = isNear[0].contains(old - 1) || isNear[1].contains(new - 1)
            let closes = isNear[0].contains(old + 1) || isNear[1].contains(new + 1)
            if opens && closes {
                removed.insert(old)
                inserted.insert(new)
            }
        }
    }

    private static func pieces(_ tokens: [String], _ own: Set<Int>) -> [Piece] {
        tokens.enumerated().reduce(into: []) { pieces, token in
            let isOwn = own.contains(token.offset)
            if let last = pieces.indices.last, pieces[last].isOwn == isOwn {
                pieces[last].text += token.element
            } else {
                pieces.append(Piece(text: token.element, isOwn: isOwn))
            }
        }
    }
}

extension String {
    /// Numbers and Latin words whole, every other sign for itself.
    fileprivate var tokens: [String] {
        var result: [String] = []
        var isWord = false
        for character in self {
            let continues = character.isASCII && (character.isLetter || character.isNumber || ".,%".contains(character))
            if continues && isWord, !result.isEmpty {
                result[result.count - 1].append(character)
            } else {
                result.append(String(character))
            }
            isWord = continues
        }
        return result
    }
}
