internal import Foundation

/// Takes the marks out of a line that text extraction leaves of Word's fields: they are no text.
struct FieldMarks {
    /// The line without marks.
    private(set) var text: String
    /// A mark said that this line is an entry of the contents.
    private(set) var isHeading = false
    private(set) var bookmarks = 0
    private(set) var fields = 0

    init(_ line: String) {
        text = line
        if line.utf8.contains(UInt8(ascii: "[")) { stripBookmarks() }
        if line.utf8.contains(UInt8(ascii: "\\")) { stripFields() }
    }

    /// `[bookmark: _Toc_2_2_0000000001]`
    private mutating func stripBookmarks() {
        while let start = text.range(of: "[bookmark:"), let end = text.range(of: "]", range: start.upperBound..<text.endIndex) {
            isHeading = isHeading || text[start.upperBound..<end.lowerBound].contains("_Toc")
            bookmarks += 1
            text.removeSubrange(start.lowerBound..<end.upperBound)
        }
    }

    /// Entries ` TC 总体绩效目标 \f A \l 1 ` and references ` PAGEREF _Toc1 \h `: from the field's word to its last switch.
    private mutating func stripFields() {
        for word in ["TC", "PAGEREF", "HYPERLINK", "TOC"] {
            while let start = fieldStart(word), let end = endOfSwitches(after: start) {
                if word == "TC" { isHeading = true }
                fields += 1
                text.removeSubrange(start..<end)
            }
        }
    }

    private func fieldStart(_ word: String) -> String.Index? {
        var from = text.startIndex
        while let found = text.range(of: word + " ", range: from..<text.endIndex) {
            let isAlone = found.lowerBound == text.startIndex || text[text.index(before: found.lowerBound)].isWhitespace
            if isAlone, text[found.upperBound...].contains("\\") { return found.lowerBound }
            from = found.upperBound
        }
        return nil
    }

    /// The end of a run of switches such as `\f A \l 1`, each a letter and perhaps a short value.
    private func endOfSwitches(after start: String.Index) -> String.Index? {
        guard var index = text[start...].firstIndex(of: "\\") else { return nil }
        while index < text.endIndex, text[index] == "\\" {
            index = text.index(after: index)
            let letter = index < text.endIndex ? text[index] : " "
            if index < text.endIndex { index = text.index(after: index) }
            var ahead = text[index...].firstIndex { $0 != " " } ?? text.endIndex
            if ahead < text.endIndex, text[ahead] == "\"" {
                ahead = text[text.index(after: ahead)...].firstIndex(of: "\"").map(text.index(after:)) ?? text.endIndex
            } else if ahead < text.endIndex, text[ahead] != "\\", "flonst".contains(letter), text[ahead].isASCII {
                ahead = text[ahead...].firstIndex { !$0.isASCII || $0 == " " } ?? text.endIndex
            } else {
                ahead = index
            }
            index = ahead
            if index < text.endIndex, text[index] == " " {
                let next = text[index...].firstIndex { $0 != " " } ?? text.endIndex
                if next == text.endIndex || text[next] == "\\" { index = next }
            }
        }
        return index
    }
}
