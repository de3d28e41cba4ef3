internal import Foundation
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
struct TextLines {
    private(set) var lines: [TextLine] = []
    private(set) var stripped = StrippedMarks()

    init(_ text: String) {
        var line = String.UnicodeScalarView()
        var number = 1
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where afterReturn: afterReturn = false
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
                append(String(line), number: number)
                line.removeAll(keepingCapacity: true)
                number += 1
                afterReturn = scalar == "\r"
            case "\u{0B}":
                // A soft line break of Word: a new line of text that an editor does not count.
                append(String(line), number: number)
                line.removeAll(keepingCapacity: true)
            default:
                afterReturn = false
                if (scalar.value < 0x20 && scalar != "\t") || scalar.value == 0x7F || scalar == "\u{FEFF}" {
                    stripped.controls += 1
                } else {
                    line.append(scalar)
                }
            }
        }
        if !line.isEmpty { append(String(line), number: number) }
    }

    private mutating func append(_ raw: String, number: Int) {
        let marks = FieldMarks(raw)
        stripped.bookmarks += marks.bookmarks
        stripped.fields += marks.fields
        let leadingTab = marks.text.utf8.first == UInt8(ascii: "\t")
        // A tab with text behind it begins a cell also inside a line; tabs at the end of a line are Word's own.
        let pieces = cells(in: leadingTab ? marks.text.dropFirst() : marks.text[...])
        let beginsCell = leadingTab || pieces.count > 2
        for (index, piece) in (beginsCell ? pieces : [marks.text]).enumerated() {
            let text = trimming(piece)
            lines.append(
                TextLine(number: number, text: text, beginsCell: beginsCell, isMarkedHeading: marks.isHeading && index == 0))
        }
    }

    private func cells(in line: Substring) -> [String] {
        var pieces = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        while pieces.count > 1, pieces.last?.unicodeScalars.allSatisfy(\.isBlankInText) == true { pieces.removeLast() }
        return pieces
    }

    private mutating func trimming(_ piece: String) -> String {
        let scalars = piece.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlankInText }),
            let last = scalars.lastIndex(where: { !$0.isBlankInText })
        else {
            countNoBreakSpaces(in: scalars[...])
            return ""
        }
        countNoBreakSpaces(in: scalars[..<first])
        countNoBreakSpaces(in: scalars[scalars.index(after: last)...])
        return String(scalars[first...last])
    }

    private mutating func countNoBreakSpaces(in scalars: Substring.UnicodeScalarView) {
        for scalar in scalars where scalar == "\u{A0}" { stripped.noBreakSpaces += 1 }
    }
}

extension Unicode.Scalar {
    /// White space at the ends of extracted text, NBSP and the ideographic space included.
    fileprivate var isBlankInText: Bool {
        switch value {
        case 0x09, 0x20, 0xA0, 0x3000, 0x2000...0x200B: true
        default: false
        }
    }
}
