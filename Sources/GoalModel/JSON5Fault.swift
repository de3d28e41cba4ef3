/// The first place where a text stops being JSON5, because the decoder does not tell.
public struct JSON5Fault: Hashable, Sendable {
    /// From 1.
    public let line: Int
    /// In characters, from 1.
    public let column: Int

    /// - Returns: `nil` for a text whose quotes, brackets, colons and commas are as they must be.
    public init?(in text: String) {
        var reader = Reader(rest: text[...])
        guard let place = reader.firstFault else { return nil }
        let before = text[..<place]
        line = before.count(where: \.isNewline) + 1
        column = (before.lastIndex(where: \.isNewline).map { text.distance(from: $0, to: place) } ?? before.count + 1)
    }

    private enum Token {
        case open(Character)
        case close(Character)
        case colon, comma, word
    }

    private enum Want {
        /// `]` may stand there too where a list has begun or a comma stood before.
        case value(orEnd: Bool)
        case key, colon, commaOrEnd, nothing
    }

    private struct Reader {
        var rest: Substring

        /// Where the text is wrong; its end where something is missing.
        var firstFault: String.Index? {
            mutating get {
                var brackets: [Character] = []
                var want = Want.value(orEnd: false)
                while true {
                    guard skipBlanks() else { return rest.startIndex }
                    let place = rest.startIndex
                    if rest.isEmpty {
                        if case .nothing = want { return nil }
                        return place
                    }
                    guard let token = token() else { return place }
                    switch (token, want) {
                    case (.open(let bracket), .value):
                        // Nobody writes that deep, and decoders give up at some depth.
                        if brackets.count == 100 { return place }
                        brackets.append(bracket)
                        want = bracket == "{" ? .key : .value(orEnd: true)
                    case (.word, .value): want = brackets.isEmpty ? .nothing : .commaOrEnd
                    case (.word, .key): want = .colon
                    case (.colon, .colon): want = .value(orEnd: false)
                    case (.comma, .commaOrEnd): want = brackets.last == "{" ? .key : .value(orEnd: true)
                    case (.close("}"), .key), (.close("]"), .value(orEnd: true)), (.close, .commaOrEnd):
                        guard case .close(let end) = token, brackets.popLast() == (end == "}" ? "{" : "[") else { return place }
                        want = brackets.isEmpty ? .nothing : .commaOrEnd
                    default: return place
                    }
                }
            }
        }

        /// Passes over white space and comments; `false` for a comment without an end.
        private mutating func skipBlanks() -> Bool {
            while let first = rest.first {
                if first.isWhitespace || first == "\u{FEFF}" {
                    rest.removeFirst()
                } else if rest.hasPrefix("//") {
                    rest = rest.drop { !$0.isNewline }
                } else if rest.hasPrefix("/*") {
                    guard let end = rest.firstRange(of: "*/") else { return false }
                    rest = rest[end.upperBound...]
                } else {
                    return true
                }
            }
            return true
        }

        /// `nil` for a text without its closing quote, and for a sign that is none of JSON5's.
        private mutating func token() -> Token? {
            guard let first = rest.popFirst() else { return nil }
            switch first {
            case "{", "[": return .open(first)
            case "}", "]": return .close(first)
            case ":": return .colon
            case ",": return .comma
            case "\"", "'":
                while let next = rest.popFirst(), !next.isNewline {
                    if next == first { return .word }
                    if next == "\\" { rest = rest.dropFirst() }
                }
                return nil
            default:
                func isPart(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber || "_$+-.".contains(sign) }
                guard isPart(first) else { return nil }
                rest = rest.drop(while: isPart)
                return .word
            }
        }
    }
}
