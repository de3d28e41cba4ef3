/// Finds the place at which a text is no JSON5 any more; the decoder only says that there is one.
///
/// It is only asked of texts that the decoder refused, and knows no more of JSON5 than where one thing ends and the next begins.
struct SettingsSyntax {
    private let text: [Character]
    private var index = 0

    private struct Broken: Error {
        var index: Int
    }

    private init(_ text: String) {
        self.text = Array(text)
    }

    /// `第3行第5列` of the first mistake; `nil` where none is found.
    static func place(in text: String) -> String? {
        var syntax = SettingsSyntax(text)
        do throws(Broken) {
            try syntax.value(depth: 0)
            syntax.skip()
            guard syntax.index < syntax.text.count else { return nil }
            throw Broken(index: syntax.index)
        } catch {
            let before = syntax.text[..<min(error.index, syntax.text.count)]
            let line = before.count { $0.isNewline } + 1
            let column = before.reversed().prefix { !$0.isNewline }.count + 1
            return "第\(line)行第\(column)列"
        }
    }

    private var next: Character? { index < text.count ? text[index] : nil }

    /// Passes over blanks and comments.
    private mutating func skip() {
        while let character = next {
            if character.isWhitespace {
                index += 1
            } else if character == "/", index + 1 < text.count, text[index + 1] == "/" {
                while let character = next, !character.isNewline { index += 1 }
            } else if character == "/", index + 1 < text.count, text[index + 1] == "*" {
                index += 2
                while index < text.count, !(text[index] == "/" && text[index - 1] == "*") { index += 1 }
                index += 1
            } else {
                return
            }
        }
    }

    private mutating func value(depth: Int) throws(Broken) {
        skip()
        guard let character = next, depth < 100 else { throw Broken(index: index) }
        switch character {
        case "{": try list(until: "}", depth: depth, isObject: true)
        case "[": try list(until: "]", depth: depth, isObject: false)
        case "\"", "'": try string(character)
        default: try word()
        }
    }

    private mutating func list(until end: Character, depth: Int, isObject: Bool) throws(Broken) {
        index += 1
        skip()
        while next != end {
            if isObject { try key() }
            try value(depth: depth + 1)
            skip()
            if next == "," {
                index += 1
                skip()
            } else if next != end {
                throw Broken(index: index)
            }
        }
        index += 1
    }

    private mutating func key() throws(Broken) {
        if let quote = next, "\"'".contains(quote) { try string(quote) } else { try word() }
        skip()
        guard next == ":" else { throw Broken(index: index) }
        index += 1
    }

    /// - Throws: at the string's own beginning when it ends on no line of its own: that is where a quote is missing.
    private mutating func string(_ quote: Character) throws(Broken) {
        let start = index
        index += 1
        while let character = next, character != quote {
            if character.isNewline { throw Broken(index: start) }
            index += character == "\\" ? 2 : 1
        }
        guard next != nil else { throw Broken(index: start) }
        index += 1
    }

    /// A name, a number, `true`, `false` or `null`.
    private mutating func word() throws(Broken) {
        let start = index
        while let character = next, character.isLetter || character.isNumber || "_$+-.".contains(character) { index += 1 }
        guard index > start else { throw Broken(index: index) }
    }
}
