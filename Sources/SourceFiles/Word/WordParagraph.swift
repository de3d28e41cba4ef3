internal import GoalModel
internal import Text

/// The text of a paragraph, in the lines that line breaks make of it.
struct WordParagraph {
    private(set) var lines: [String] = [""]
    var isHeading = false
    /// The outline level that its style sets it on, from 0.
    var level: Int?
    var remarks: [WordRemark] = []
    /// Its element in the part, the first of several that are one.
    var element: Int?

    var isEmpty: Bool {
        lines.allSatisfy(\.isEmpty)
    }

    /// Nothing, or only blanks.
    var isBlank: Bool {
        lines.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }

    mutating func prepend(_ text: String) {
        lines[0] = text + lines[0]
    }

    mutating func append(_ more: [String]) {
        guard let first = more.first else { return }
        lines[lines.count - 1] += first
        lines += more.dropFirst()
    }

    /// The lines that say something, as a cell shows them.
    var cellLines: [String] {
        lines.map { line in
            let holdsTab = line.utf8.contains(0x09)
            return (holdsTab ? line.mappingScalars { $0 == "\t" ? " " : $0 } : line).trimmed
        }.filter { !$0.isEmpty }
    }

    /// Tabs as blanks, but for the one before the page number of a typed table of contents.
    static func withTabs(_ line: String) -> String {
        guard line.contains("\t") else { return line }
        var words = line.split(separator: "\t").map(String.init)
        guard let last = words.last, words.count > 1, !last.isEmpty, last.allSatisfy({ ("0"..."9").contains($0) }) else {
            return words.joined(separator: " ")
        }
        words.removeLast()
        return words.joined(separator: " ") + "\t" + last
    }
}
