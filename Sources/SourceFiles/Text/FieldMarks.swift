internal import Text

/// Takes the marks out of a line that text extraction leaves of Word's fields: they are no text.
///
/// One pass over the bytes; a mark without an end, or with more inside than a mark holds, is text and stays.
struct FieldMarks {
    /// The line without marks, in UTF-8.
    private(set) var text: [UInt8] = []
    /// A mark said that this line is an entry of the contents.
    private(set) var isHeading = false
    private(set) var bookmarks = 0
    private(set) var fields = 0

    init(_ bytes: some Sequence<UInt8>) {
        let line = Array(bytes)
        text.reserveCapacity(line.count)
        var index = 0
        while index < line.count {
            if line[index] == UInt8(ascii: "["), let end = endOfBookmark(in: line[index...]) {
                bookmarks += 1
                index = end
            } else if FieldMarks.firsts.contains(line[index]), let end = endOfField(in: line[index...]) {
                fields += 1
                index = end
            } else {
                text.append(line[index])
                index += 1
            }
        }
    }

    /// No name, address or title inside a mark is longer.
    private static let longest = 400

    /// `[bookmark: _Toc_2_2_0000000001]`
    private mutating func endOfBookmark(in line: ArraySlice<UInt8>) -> Int? {
        guard line.starts(with: FieldMarks.bookmark) else { return nil }
        let inside = line.dropFirst(FieldMarks.bookmark.count).prefix(FieldMarks.longest).prefix {
            $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]")
        }
        guard inside.endIndex < line.endIndex, line[inside.endIndex] == UInt8(ascii: "]") else { return nil }
        isHeading = isHeading || String(decoding: inside, as: UTF8.self).holds("_Toc")
        return inside.endIndex + 1
    }

    /// Entries ` TC 总体绩效目标 \f A \l 1 ` and references ` PAGEREF _Toc1 \h `: from the field's word to its last switch.
    private mutating func endOfField(in line: ArraySlice<UInt8>) -> Int? {
        guard standsAlone, let word = FieldMarks.words.first(where: { line.starts(with: $0) })
        else { return nil }
        let argument = line.dropFirst(word.count).prefix(FieldMarks.longest)
        guard let mark = argument.firstIndex(of: UInt8(ascii: "\\")), let end = endOfSwitches(in: line[mark...]) else {
            return nil
        }
        if word == FieldMarks.words[0] { isHeading = true }
        return end
    }

    private static let bookmark = Array("[bookmark:".utf8)
    /// What the words of fields begin with.
    private static let firsts = Array("TPH".utf8)
    private static let words = ["TC ", "PAGEREF ", "HYPERLINK ", "TOC "].map { Array($0.utf8) }

    /// Nothing or a blank stands before what comes next.
    private var standsAlone: Bool {
        guard let last = text.last else { return true }
        return last == 0x20 || last == 0x09 || text.hasSuffix([0xC2, 0xA0]) || text.hasSuffix([0xE3, 0x80, 0x80])
    }

    /// The end of a run of switches such as `\f A \l 1`, each a letter and perhaps a short value.
    private func endOfSwitches(in line: ArraySlice<UInt8>) -> Int? {
        var rest = line
        while rest.first == UInt8(ascii: "\\") {
            rest = rest.dropFirst()
            guard let letter = rest.first, letter < 0x80 else { return rest.startIndex }
            rest = rest.dropFirst()
            let value = rest.drop { $0 == 0x20 }
            if value.first == UInt8(ascii: "\"") {
                let inside = value.dropFirst().prefix(FieldMarks.longest)
                guard let quote = inside.firstIndex(of: UInt8(ascii: "\"")) else { return rest.startIndex }
                rest = value[(quote + 1)...]
            } else if let next = value.first, next != UInt8(ascii: "\\"), next < 0x80, "flonst".utf8.contains(letter) {
                rest = value.drop { $0 < 0x80 && $0 != 0x20 }
            }
            let behind = rest.drop { $0 == 0x20 }
            if behind.isEmpty || behind.first == UInt8(ascii: "\\") { rest = behind }
        }
        return rest.startIndex
    }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ bytes: [UInt8]) -> Bool {
        count >= bytes.count && self[(count - bytes.count)...].elementsEqual(bytes)
    }
}
