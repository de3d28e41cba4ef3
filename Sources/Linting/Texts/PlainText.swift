internal import Text

/// A text folded and without blanks, as a row of scalars, for rules that look for words.
struct PlainText: Sendable {
    let scalars: [Unicode.Scalar]

    init(_ text: String) {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count / 2)
        for scalar in text.unicodeScalars where !scalar.isBlank { scalars.append(scalar.folded) }
        self.scalars = scalars
    }

    subscript(range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// The scalar there; `nil` outside the text.
    func scalar(at index: Int) -> Unicode.Scalar? {
        scalars.indices.contains(index) ? scalars[index] : nil
    }

    /// Whether the word, given as scalars, stands at the index.
    func holds(_ word: [Unicode.Scalar], at index: Int) -> Bool {
        index >= 0 && index + word.count <= scalars.count && scalars[index..<(index + word.count)].elementsEqual(word)
    }

    func ends(with word: [Unicode.Scalar], at index: Int) -> Bool {
        holds(word, at: index - word.count)
    }

    /// The text as written, without blanks: each scalar there is one of this text.
    static func shown(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.isBlank }
    }
}

extension Unicode.Scalar {
    /// A Chinese character.
    var isHan: Bool { (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) }

    /// What ends a clause; folded.
    var endsClause: Bool {
        switch self {
        case "。", ",", "、", ";", "；", ":", "!", "?", "\t": true
        default: false
        }
    }
}

extension [Unicode.Scalar] {
    init(word: String) {
        self = Array(word.unicodeScalars)
    }
}

extension String {
    init(scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
