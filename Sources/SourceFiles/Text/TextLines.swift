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
        var line: [UInt8] = []
        var number = 1
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let (end, width) = TextLines.lineEnd(bytes, index)
            if let end {
                append(line, number: number)
                line.removeAll(keepingCapacity: true)
                if end == .hard { number += 1 }
                if byte == 0x0C { stripped.controls += 1 }
                index += width
            } else if (byte < 0x20 && byte != 0x09) || byte == 0x7F {
                stripped.controls += 1
                index += 1
            } else if byte == 0xEF, TextLines.stands([0xBB, 0xBF], in: bytes, after: index) {
                stripped.controls += 1
                index += 3
            } else {
                line.append(byte)
                index += 1
            }
        }
        if !line.isEmpty { append(line, number: number) }
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
        case 0x0D: (.hard, stands([0x0A], in: bytes, after: index) ? 2 : 1)
        case 0x0B, 0x0C: (.soft, 1)
        case 0xC2 where stands([0x85], in: bytes, after: index): (.hard, 2)
        case 0xE2 where stands([0x80, 0xA8], in: bytes, after: index) || stands([0x80, 0xA9], in: bytes, after: index): (.hard, 3)
        default: (nil, 0)
        }
    }

    private static func stands(_ next: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, after index: Int) -> Bool {
        bytes[(index + 1)...].starts(with: next)
    }

    private mutating func append(_ raw: [UInt8], number: Int) {
        if raw.isEmpty {
            lines.append(TextLine(number: number, text: "", beginsCell: false, isMarkedHeading: false))
            return
        }
        let marks = FieldMarks(raw)
        stripped.bookmarks += marks.bookmarks
        stripped.fields += marks.fields
        // Blanks before the first tab are the extractor's own and no cell.
        let indented = marks.text.drop { $0 == 0x20 }
        let leadingTab = indented.first == 0x09
        // A tab with text behind it begins a cell also inside a line; tabs at the end of a line are Word's own.
        let pieces = cells(in: leadingTab ? indented.dropFirst() : marks.text[...])
        let beginsCell = leadingTab || pieces.count > 2
        for (index, piece) in (beginsCell ? pieces : [marks.text[...]]).enumerated() {
            let text = trimming(piece)
            lines.append(
                TextLine(number: number, text: text, beginsCell: beginsCell, isMarkedHeading: marks.isHeading && index == 0))
        }
    }

    private func cells(in line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var pieces = line.split(separator: 0x09, omittingEmptySubsequences: false)
        while pieces.count > 1, let last = pieces.last, last.headBlank == last.endIndex { pieces.removeLast() }
        return pieces
    }

    private mutating func trimming(_ piece: ArraySlice<UInt8>) -> String {
        let start = piece.headBlank
        let end = piece[start...].tailBlank
        countNoBreakSpaces(in: piece[..<start])
        countNoBreakSpaces(in: piece[end...])
        return String(decoding: piece[start..<end], as: UTF8.self)
    }

    private mutating func countNoBreakSpaces(in blanks: ArraySlice<UInt8>) {
        for byte in blanks where byte == 0xC2 { stripped.noBreakSpaces += 1 }
    }
}

extension ArraySlice<UInt8> {
    /// Where the white space at the beginning ends, NBSP and the ideographic space included.
    fileprivate var headBlank: Int {
        var index = startIndex
        while index < endIndex {
            let width = blankWidth(self[index...].prefix(3))
            if width == 0 { break }
            index += width
        }
        return index
    }

    /// Where the white space at the end begins.
    fileprivate var tailBlank: Int {
        var end = endIndex
        while let width = (1...3).first(where: { width in
            end - startIndex >= width && blankWidth(self[(end - width)..<end]) == width
        }) {
            end -= width
        }
        return end
    }

    /// The bytes of the blank that `head` begins with: tab, space, NBSP, U+2000–200B or U+3000; 0 for anything else.
    private func blankWidth(_ head: ArraySlice<UInt8>) -> Int {
        let bytes = (head.first ?? 0, head.dropFirst().first ?? 0, head.dropFirst(2).first ?? 0)
        switch bytes {
        case (0x09, _, _), (0x20, _, _): return 1
        case (0xC2, 0xA0, _): return 2
        case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x80...0x8B): return 3
        default: return 0
        }
    }
}
