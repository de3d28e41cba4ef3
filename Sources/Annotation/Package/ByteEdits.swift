/// What is written into a part, and what little is taken out for it; all other bytes stay.
struct ByteEdits {
    private var edits: [(range: Range<Int>, text: String)] = []

    var isEmpty: Bool { edits.isEmpty }

    /// What is inserted at one place stands in the order in which it was said.
    mutating func insert(_ text: String, at place: Int) {
        edits.append((place..<place, text))
    }

    mutating func replace(_ range: Range<Int>, with text: String) {
        edits.append((range, text))
    }

    /// Sets text at the end of an element; one that is written as one tag is opened.
    mutating func append(_ text: String, to element: Int, of map: PartMap) {
        let found = map.elements[element]
        if found.isOneTag {
            replace(found.contentStart - 2..<found.contentStart, with: ">\(text)</\(map.writtenName(element))>")
        } else {
            insert(text, at: found.contentEnd)
        }
    }

    func applied(to bytes: [UInt8]) -> [UInt8] {
        let ordered = edits.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.utf8.count })
        var place = 0
        for (_, edit) in ordered {
            result += bytes[place..<max(place, edit.range.lowerBound)]
            result += edit.text.utf8
            place = max(place, edit.range.upperBound)
        }
        result += bytes[place...]
        return result
    }
}
