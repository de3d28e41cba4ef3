internal import GoalModel
internal import Text

/// The text of a paragraph, in the lines that line breaks make of it.
struct WordParagraph {
    private(set) var lines: [String] = [""]
    var isHeading = false

    var isEmpty: Bool {
        lines.allSatisfy(\.isEmpty)
    }

    mutating func append(_ text: String) {
        lines[lines.count - 1] += text
    }

    mutating func append(_ more: [String]) {
        guard let first = more.first else { return }
        append(first)
        lines += more.dropFirst()
    }

    /// The lines that say something, as a cell shows them.
    var cellLines: [String] {
        lines.map { String($0.map { $0 == "\t" ? " " : $0 }).trimmed }.filter { !$0.isEmpty }
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
