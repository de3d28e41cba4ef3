internal import GoalModel

/// One line of extracted text, freed of marks.
struct TextLine {
    /// Counted from 1 as an editor counts.
    var number: Int
    /// Freed of marks, blanks at the end and a leading tab.
    var text: String
    /// Begins with a tab: begins a cell.
    var beginsCell: Bool
    var isMarkedHeading: Bool

    var isBlank: Bool {
        text.isEmpty && !beginsCell
    }
}

/// Splits text into lines and counts what is stripped from them.
///
/// Bytes are looked at and not characters: a file can be thirty megabytes.
struct TextLines {
    private(set) var lines: [TextLine] = []
    private(set) var stripped = StrippedMarks()

    init(_ text: String) {
        var text = text
        text.withUTF8 { read($0) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        /// What of the line stands before a mark that was taken out.
        var before: [UInt8] = []
        var start = 0
        var number = 1
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if TextLines.isPlain(byte) {
                index += 1
                continue
            }
            let (end, width) = TextLines.lineEnd(bytes, index)
            if let end {
                append(before, bytes[start..<index], number: number)
                before.removeAll(keepingCapacity: true)
                if end == .hard { number += 1 }
                if byte == 0x0C { stripped.controls += 1 }
                index += width
                start = index
            } else if byte < 0x20 || byte == 0x7F || TextLines.stands([0xEF, 0xBB, 0xBF], in: bytes, at: index) {
                stripped.controls += 1
                before += bytes[start..<index]
                index += byte == 0xEF ? 3 : 1
                start = index
            } else {
                index += 1
            }
        }
        if !before.isEmpty || start < bytes.count { append(before, bytes[start...], number: number) }
    }

    /// Nearly all bytes are neither controls nor the first of a line end or a byte-order mark.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x20...0x7E: true
        case 0xC2, 0xE2, 0xEF: false
        default: byte >= 0x80
        }
    }

    /// Whether no line has more bytes.
    static func areShort(in text: String, _ most: Int) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            // Whoever looks back from there for a line end finds one.
            var start = 0
            while bytes.count - start > most {
                guard let end = bytes[start...(start + most)].lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return false }
                start = end + 1
            }
            return true
        }
    }

    private enum LineEnd {
        case hard
        /// A line or page break of Word: a new line of text that an editor does not count.
        case soft
    }

    /// The line end that stands at `index`, if any, and how many bytes it takes.
    private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (LineEnd?, Int) {
        switch bytes[index] {
        case 0x0A: (.hard, 1)
        case 0x0D: (.hard, stands([0x0D, 0x0A], in: bytes, at: index) ? 2 : 1)
        case 0x0B, 0x0C: (.soft, 1)
        case 0xC2 where stands([0xC2, 0x85], in: bytes, at: index): (.hard, 2)
        case 0xE2 where stands([0xE2, 0x80, 0xA8], in: bytes, at: index) || stands([0xE2, 0x80, 0xA9], in: bytes, at: index):
            (.hard, 3)
        default: (nil, 0)
        }
    }

    private static func stands(_ word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        bytes[index...].starts(with: word)
    }

    private mutating func append(_ before: [UInt8], _ rest: Slice<UnsafeBufferPointer<UInt8>>, number: Int) {
        if before.isEmpty {
            append(UnsafeBufferPointer(rebasing: rest), number: number)
        } else {
            (before + rest).withUnsafeBufferPointer { append($0, number: number) }
        }
    }

    private mutating func append(_ raw: UnsafeBufferPointer<UInt8>, number: Int) {
        if raw.isEmpty {
            lines.append(TextLine(number: number, text: "", beginsCell: false, isMarkedHeading: false))
        } else if raw.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "\\") }) {
            let marks = FieldMarks(raw)
            stripped.bookmarks += marks.bookmarks
            stripped.fields += marks.fields
            marks.text.withUnsafeBufferPointer { append($0[...], isHeading: marks.isHeading, number: number) }
        } else {
            append(raw[...], isHeading: false, number: number)
        }
    }

    /// - Parameter line: freed of marks.
    private mutating func append(_ line: Bytes, isHeading: Bool, number: Int) {
        // Blanks before the first tab are the extractor's own and no cell.
        let indented = line.drop { $0 == 0x20 }
        let leadingTab = indented.first == 0x09
        // A tab with text behind it begins a cell also inside a line; tabs at the end of a line are Word's own.
        let text = leadingTab ? indented.dropFirst() : line
        let pieces = text.contains(0x09) ? TextLines.cells(in: text) : []
        guard pieces.count > 1, leadingTab || pieces.count > 2 else {
            let whole = leadingTab ? pieces.first ?? text : line
            let piece = TextLine(number: number, text: trimming(whole), beginsCell: leadingTab, isMarkedHeading: isHeading)
            return lines.append(piece)
        }
        for (index, piece) in pieces.enumerated() {
            let text = trimming(piece)
            lines.append(TextLine(number: number, text: text, beginsCell: true, isMarkedHeading: isHeading && index == 0))
        }
    }

    private static func cells(in line: Bytes) -> [Bytes] {
        var pieces = line.split(separator: 0x09, omittingEmptySubsequences: false)
        while pieces.count > 1, let last = pieces.last, last.headBlank == last.endIndex { pieces.removeLast() }
        return pieces
    }

    private mutating func trimming(_ piece: Bytes) -> String {
        let start = piece.headBlank
        let end = piece[start...].tailBlank
        countNoBreakSpaces(in: piece[..<start])
        countNoBreakSpaces(in: piece[end...])
        return String(decoding: piece[start..<end], as: UTF8.self)
    }

    private mutating func countNoBreakSpaces(in blanks: Bytes) {
        for byte in blanks where byte == 0xC2 { stripped.noBreakSpaces += 1 }
    }
}

/// A part of a text's bytes, no longer there than the text.
private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

extension Bytes {
    /// Where the white space at the beginning ends, NBSP and the ideographic space included.
    fileprivate var headBlank: Int {
        var index = startIndex
        while index < endIndex {
            let width = blankWidth(at: index)
            if width == 0 { break }
            index += width
        }
        return index
    }

    /// Where the white space at the end begins.
    fileprivate var tailBlank: Int {
        var end = endIndex
        while let width = (1...3).first(where: { end - startIndex >= $0 && blankWidth(at: end - $0) == $0 }) { end -= width }
        return end
    }

    /// The bytes of the blank at a place: tab, space, NBSP, U+2000–200B or U+3000; 0 for anything else.
    private func blankWidth(at index: Int) -> Int {
        func byte(_ offset: Int) -> UInt8 { index + offset < endIndex ? self[index + offset] : 0 }
        switch self[index] {
        case 0x09, 0x20: return 1
        case 0xC2: return byte(1) == 0xA0 ? 2 : 0
        case 0xE3: return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0
        case 0xE2: return byte(1) == 0x80 && (0x80...0x8B).contains(byte(2)) ? 3 : 0
        default: return 0
        }
    }
}
