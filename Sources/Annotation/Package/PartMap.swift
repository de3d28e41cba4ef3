internal import SourceFiles
internal import Text

/// The elements of one XML part with the places of their tags in its bytes, so that something can be written between them.
///
/// The part has been parsed before: it is well-formed, and no document type is in it.
struct PartMap {
    struct Element {
        /// With its prefix.
        let name: Range<Int>
        /// Of the `<`.
        let start: Int
        /// Behind the start tag.
        let contentStart: Int
        /// Of the end tag's `<`; that of ``contentStart`` where start and end are one tag.
        fileprivate(set) var contentEnd: Int
        /// Behind the end tag.
        fileprivate(set) var end: Int
        /// −1 for the outermost.
        let parent: Int
        /// The number behind that of the last element inside.
        fileprivate(set) var next: Int

        /// Written as one tag, `<p/>`.
        var isOneTag: Bool { end == contentStart }
    }

    let bytes: [UInt8]
    private(set) var elements: [Element] = []

    /// - Throws: ``ReadingError`` where tags do not fit together.
    init(_ bytes: [UInt8], named part: String) throws(ReadingError) {
        self.bytes = bytes
        var open: [Int] = []
        var place = 0
        while let start = PartMap.find("<", in: bytes, from: place) {
            let kind = start + 1 < bytes.count ? bytes[start + 1] : 0
            switch kind {
            case UInt8(ascii: "?"): place = PartMap.behind("?>", in: bytes, from: start + 2)
            case UInt8(ascii: "!"):
                let isComment = bytes[start...].starts(with: "<!--".utf8)
                place = PartMap.behind(isComment ? "-->" : "]]>", in: bytes, from: start + 4)
            case UInt8(ascii: "/"):
                place = PartMap.behind(">", in: bytes, from: start)
                guard let last = open.popLast() else { throw .damaged("\(part.quoted)的标记不成对") }
                elements[last].contentEnd = start
                elements[last].end = place
                elements[last].next = elements.count
            default:
                place = PartMap.endOfTag(in: bytes, from: start)
                guard place > start + 2 else { throw .damaged("\(part.quoted)的标记不完整") }
                let name = start + 1..<PartMap.endOfName(in: bytes, from: start + 1)
                let isOneTag = bytes[place - 2] == UInt8(ascii: "/")
                if !isOneTag { open.append(elements.count) }
                elements.append(
                    Element(
                        name: name, start: start, contentStart: place, contentEnd: place, end: place,
                        parent: (isOneTag ? open.last : open.dropLast().last) ?? -1, next: elements.count + 1))
            }
        }
        guard open.isEmpty, !elements.isEmpty else { throw .damaged("\(part.quoted)的标记不成对") }
    }

    /// The elements directly inside, in order.
    func children(of element: Int) -> [Int] {
        var result: [Int] = []
        var child = element + 1
        while child < elements[element].next {
            result.append(child)
            child = elements[child].next
        }
        return result
    }

    func first(_ name: String, in element: Int) -> Int? {
        var child = element + 1
        while child < elements[element].next {
            if isNamed(name, child) { return child }
            child = elements[child].next
        }
        return nil
    }

    /// The elements of a name, at any depth.
    func all(_ name: String) -> [Int] { elements.indices.filter { isNamed(name, $0) } }

    /// Without regard to its prefix.
    func isNamed(_ name: String, _ element: Int) -> Bool {
        let own = elements[element].name
        guard own.count >= name.utf8.count, bytes[own.suffix(name.utf8.count)].elementsEqual(name.utf8) else { return false }
        return own.count == name.utf8.count || bytes[own.upperBound - name.utf8.count - 1] == UInt8(ascii: ":")
    }

    /// The name as it is written, with its prefix.
    func writtenName(_ element: Int) -> String { text(elements[element].name) }

    /// The name without its prefix.
    func name(_ element: Int) -> Substring { writtenName(element).split(separator: ":").last ?? "" }

    /// `w:`; empty for a name without a prefix.
    func prefix(_ element: Int) -> String {
        let name = writtenName(element)
        return name.firstIndex(of: ":").map { String(name[...$0]) } ?? ""
    }

    /// What an attribute says, whatever its prefix.
    func attribute(_ name: String, of element: Int) -> String? {
        attributes(of: element).first { $0.name.split(separator: ":").last.map(String.init) == name }.map {
            text($0.value).unescaped
        }
    }

    /// The attributes of a start tag with the places of their values.
    func attributes(of element: Int) -> [(name: String, value: Range<Int>)] {
        var result: [(name: String, value: Range<Int>)] = []
        var place = elements[element].name.upperBound
        let end = elements[element].contentStart
        while place < end {
            let begin = place
            while place < end, bytes[place] != UInt8(ascii: "=") { place += 1 }
            guard place + 1 < end else { break }
            let name = text(begin..<place).trimmed
            place += 1
            while place < end, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "'") { place += 1 }
            guard place < end else { break }
            let close = PartMap.find(bytes[place], in: bytes, from: place + 1) ?? end
            result.append((name, place + 1..<max(place + 1, close)))
            place = close + 1
        }
        return result
    }

    /// The whole numbers that attributes `id` have, whatever their prefixes, anywhere in the part.
    var numbers: [Int] {
        var result: [Int] = []
        var place = 0
        while let found = PartMap.find("=", in: bytes, from: place) {
            place = found + 1
            guard found > 2, bytes[found - 1] == UInt8(ascii: "d"), bytes[found - 2] == UInt8(ascii: "i"),
                place + 1 < bytes.count,
                !UInt8.isWord(bytes[found - 3])
            else { continue }
            let digits = bytes[(place + 1)...].prefix(10).prefix { (48...57).contains($0) }
            if !digits.isEmpty { result.append(digits.reduce(0) { $0 * 10 + Int($1) - 48 }) }
        }
        return result
    }

    /// The namespace that a prefix stands for at an element.
    ///
    /// - Parameter prefix: with its colon; empty for that of names without one.
    func namespace(of prefix: String, at element: Int) -> String? {
        let wanted = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix.dropLast()
        var place = element
        while place >= 0 {
            if let found = attributes(of: place).first(where: { $0.name == wanted }) { return text(found.value) }
            place = elements[place].parent
        }
        return nil
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UInt8 {
    /// Whether it stands within a name, where no prefix ends.
    fileprivate static func isWord(_ byte: UInt8) -> Bool { byte > 0x20 && byte != UInt8(ascii: ":") }
}

extension PartMap {
    private static func find(_ byte: UInt8, in bytes: [UInt8], from place: Int) -> Int? {
        guard place < bytes.count else { return nil }
        return bytes[place...].firstIndex(of: byte)
    }

    private static func find(_ sign: Unicode.Scalar, in bytes: [UInt8], from place: Int) -> Int? {
        find(UInt8(ascii: sign), in: bytes, from: place)
    }

    /// The place behind the next of these words; the end where there is none.
    private static func behind(_ word: String, in bytes: [UInt8], from begin: Int) -> Int {
        let word = Array(word.utf8)
        var place = begin
        while let found = find(word[0], in: bytes, from: place) {
            if bytes[found...].starts(with: word) { return found + word.count }
            place = found + 1
        }
        return bytes.count
    }

    private static func endOfName(in bytes: [UInt8], from begin: Int) -> Int {
        var place = begin
        while place < bytes.count, bytes[place] > 0x20, bytes[place] != UInt8(ascii: ">"), bytes[place] != UInt8(ascii: "/") {
            place += 1
        }
        return place
    }

    private static func endOfTag(in bytes: [UInt8], from begin: Int) -> Int {
        var place = begin
        var quote: UInt8?
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return place
            }
        }
        return begin
    }
}

extension String {
    /// The text of an XML attribute or element without the writing of signs that XML has for itself.
    var unescaped: String {
        guard contains("&") else { return self }
        return replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    }
}
