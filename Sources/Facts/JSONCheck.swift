internal import Foundation
internal import Text

/// Goes over the bytes of a JSON file once, before a decoder does: hostile nesting and sheer numbers are refused at once,
/// and so is whatever is not JSON, also where no decoder looks.
///
/// Every index into the bytes is checked, so that no file can lead it astray.
struct JSONCheck {
    /// A facts.json is nested nine deep.
    static let deepest = 64
    /// Values of a file; a county of a hundred towns has a million.
    static let most = 3_000_000
    /// Books of a file; a province has some thousands of towns.
    static let mostBooks = 20_000

    /// Whether the file is one object.
    let isObject: Bool
    /// Where the elements of the top object's array `books` stand.
    private(set) var books: [Range<Int>] = []
    /// What stands in each of them.
    private(set) var tallies: [FactsTally] = []
    /// The first member that its object has twice, such as `books.town`; `nil` where there is none.
    private(set) var repeated: String?
    let bytes: [UInt8]
    /// The next byte.
    private var place: Int
    private var values = 0
    /// The names of the members that lead to the current value.
    private var path: [Name] = []
    /// Those of the members before it in their objects, too; each object has its own at the end.
    private var members: [Name] = []
    /// The names that are written with escapes.
    private var decoded: [[UInt8]] = []
    /// The current value stands in the top object's array `books`.
    private var inBooks = false
    /// Of a book, what the current value belongs to.
    private var part: FactsTally.Part?

    /// - Throws: ``FactsError`` for what is no JSON, is nested too deep or holds too many values.
    init(_ bytes: [UInt8]) throws(FactsError) {
        self.bytes = bytes
        place = JSONCheck.start(of: bytes)
        isObject = bytes[place...].first == UInt8(ascii: "{")
        try value(at: 0)
        _ = next()
        guard place == bytes.count else { throw .damaged }
        do { _ = try UTF8Span(validating: bytes.span) } catch { throw .damaged }
    }

    /// The first byte that is neither of a byte-order mark nor white space.
    static func start(of bytes: [UInt8]) -> Int {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return bytes[(bytes.starts(with: mark) ? mark.count : 0)...].firstIndex { !$0.isSpace } ?? bytes.count
    }

    // MARK: Values

    /// - Parameter depth: how many objects and arrays it stands in.
    private mutating func value(at depth: Int) throws(FactsError) {
        values += 1
        guard values <= JSONCheck.most else { throw .tooManyValues }
        switch next() {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"): try object(at: depth + 1)
        case UInt8(ascii: "["): try array(at: depth + 1)
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try number()
        }
    }

    /// A member's name: where its bytes stand, or which of the names it is that are written with escapes.
    private struct Name {
        let start: Int
        let count: Int
        var decoded = -1
    }

    /// Objects with more members than this are hostile, or settings; looking through all of them for each would take too long.
    private static let fewMembers = 64

    private mutating func object(at depth: Int) throws(FactsError) {
        guard depth <= JSONCheck.deepest else { throw .tooDeep }
        place += 1
        if takes("}") { return }
        let first = members.count
        var many: Set<ArraySlice<UInt8>>?
        repeat {
            let name = try name()
            guard takes(":") else { throw .damaged }
            path.append(name)
            if isRepeated(name, since: first, &many), repeated == nil {
                repeated = path.map { String(decoding: bytes(of: $0), as: UTF8.self) }.joined(separator: ".")
            }
            members.append(name)
            if depth == 3, inBooks { part = FactsTally.Part(bytes(of: name)) }
            _ = next()
            let start = place
            try value(at: depth)
            if inBooks, depth == 5, let part, part.counts(byteCount: name.count) {
                tallies[tallies.count - 1].take(bytes(of: name), bytes[start..<place], in: part)
            } else if inBooks, depth == 3, bytes(of: name).elementsEqual("review".utf8) {
                tallies[tallies.count - 1].review = start..<place
            }
            path.removeLast()
        } while takes(",")
        members.removeLast(members.count - first)
        guard takes("}") else { throw .damaged }
    }

    private func isRepeated(_ name: Name, since first: Int, _ many: inout Set<ArraySlice<UInt8>>?) -> Bool {
        guard members.count - first >= JSONCheck.fewMembers else {
            for index in first..<members.count where members[index].count == name.count {
                if bytes(of: members[index]).elementsEqual(bytes(of: name)) { return true }
            }
            return false
        }
        if many == nil { many = Set(members[first...].map(bytes(of:))) }
        return many?.insert(bytes(of: name)).inserted == false
    }

    private func bytes(of name: Name) -> ArraySlice<UInt8> {
        name.decoded < 0 ? bytes[name.start..<(name.start + name.count)] : decoded[name.decoded][...]
    }

    private mutating func array(at depth: Int) throws(FactsError) {
        guard depth <= JSONCheck.deepest else { throw .tooDeep }
        place += 1
        if takes("]") { return }
        let isBooks = depth == 2 && path.count == 1 && bytes(of: path[0]).elementsEqual("books".utf8)
        let items = inBooks && depth == 4 && path.count == 2 ? part : nil
        let isRows =
            inBooks && depth == 6 && part == .projects && path.count == 3 && bytes(of: path[2]).elementsEqual("indicators".utf8)
        if isBooks { inBooks = true }
        repeat {
            _ = next()
            let start = place
            if isBooks {
                guard books.count < JSONCheck.mostBooks else { throw .tooManyBooks }
                tallies.append(FactsTally())
            }
            if let items { try tallies[tallies.count - 1].begin(items) }
            if isRows { try tallies[tallies.count - 1].addIndicator() }
            try value(at: depth)
            if isBooks { books.append(start..<place) }
        } while takes(",")
        if isBooks { inBooks = false }
        guard takes("]") else { throw .damaged }
    }

    private mutating func number() throws(FactsError) {
        if byte == UInt8(ascii: "-") { place += 1 }
        if byte == UInt8(ascii: "0") { place += 1 } else { try digits() }
        if byte == UInt8(ascii: ".") {
            place += 1
            try digits()
        }
        guard byte | 0x20 == UInt8(ascii: "e") else { return }
        place += 1
        if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { place += 1 }
        try digits()
    }

    private mutating func digits() throws(FactsError) {
        guard byte.isDigit else { throw .damaged }
        while byte.isDigit { place += 1 }
    }

    // MARK: Strings

    private mutating func name() throws(FactsError) -> Name {
        guard next() == UInt8(ascii: "\"") else { throw .damaged }
        let start = place
        if try string() { return Name(start: start + 1, count: place - start - 2) }
        guard let name = try? JSONDecoder().decode(String.self, from: Data(bytes[start..<place])) else { throw .damaged }
        decoded.append(Array(name.utf8))
        return Name(start: 0, count: name.utf8.count, decoded: decoded.count - 1)
    }

    /// - Returns: whether the string holds no escape.
    private mutating func string() throws(FactsError) -> Bool {
        var isPlain = true
        var here = place + 1
        while here < bytes.count {
            let byte = bytes[here]
            here += 1
            if byte == UInt8(ascii: "\"") {
                place = here
                return isPlain
            }
            guard byte >= 0x20 else { throw .damaged }
            if byte == UInt8(ascii: "\\") {
                isPlain = false
                place = here
                try escape()
                here = place
            }
        }
        throw .damaged
    }

    /// What follows a `\\`, or both halves of a sign outside of the first plane.
    private mutating func escape() throws(FactsError) {
        guard byte == UInt8(ascii: "u") else {
            guard "\"\\/bfnrt".utf8.contains(byte) else { throw .damaged }
            place += 1
            return
        }
        switch try unit() {
        case 0xD800...0xDBFF:
            guard byte == UInt8(ascii: "\\") else { throw .damaged }
            place += 1
            guard byte == UInt8(ascii: "u"), (0xDC00...0xDFFF).contains(try unit()) else { throw .damaged }
        case 0xDC00...0xDFFF: throw .damaged
        default: break
        }
    }

    /// `u` and four hexadecimal digits.
    private mutating func unit() throws(FactsError) -> Int {
        let end = place + 5
        guard end <= bytes.count, bytes[(place + 1)..<end].allSatisfy(\.isHexadecimal),
            let unit = Int(String(decoding: bytes[(place + 1)..<end], as: UTF8.self), radix: 16)
        else { throw .damaged }
        place = end
        return unit
    }

    // MARK: Signs

    /// The next byte; 0, which no value holds, at the end.
    private var byte: UInt8 { place < bytes.count ? bytes[place] : 0 }

    /// The first byte of what comes next, without taking it.
    private mutating func next() -> UInt8 {
        var here = place
        while here < bytes.count, bytes[here].isSpace { here += 1 }
        place = here
        return byte
    }

    private mutating func takes(_ sign: Unicode.Scalar) -> Bool {
        guard next() == UInt8(ascii: sign) else { return false }
        place += 1
        return true
    }

    private mutating func word(_ word: String) throws(FactsError) {
        guard bytes[place...].starts(with: word.utf8) else { throw .damaged }
        place += word.utf8.count
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
