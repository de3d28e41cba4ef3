internal import Text

/// The text of a paragraph in the lines in which it stands on the page.
///
/// Where text wraps is the program's doing and means nothing; but a line that ends although more would have fitted on it, or a
/// line that begins with the next number of a list, was begun by the author.
struct FlowLines {
    private var rows: [Line] = []

    private struct Line {
        var text: String
        var page: Int
        /// `nil` for words that stand for what is shown.
        var last: MarkedText.Run?
        var left: Double
        var isUpright: Bool
    }

    /// Something that can be a number before a paragraph.
    var isShort: Bool {
        let length = rows.reduce(0) { $0 + $1.text.trimmed.utf8.count }
        return length > 0 && length <= 60
    }

    mutating func append(_ run: MarkedText.Run, page: Int) {
        if let line = rows.last, line.page == page, line.last?.isBeside(run) != false {
            rows[rows.count - 1].text += run.text
            rows[rows.count - 1].last = run
        } else {
            rows.append(Line(text: run.text, page: page, last: run, left: run.begin.x, isUpright: run.begin.isUpright))
        }
    }

    mutating func append(_ words: String) {
        if rows.isEmpty {
            rows.append(Line(text: words, page: 0, left: 0, isUpright: false))
        } else {
            rows[rows.count - 1].text += words
        }
    }

    /// The lines that the author began, those that say something.
    var lines: [String] {
        var result: [String] = []
        let right = rows.compactMap(\.last?.end).max() ?? 0
        let left = rows.map(\.left).min() ?? 0
        for index in rows.indices {
            let text = FlowLines.withoutControls(rows[index].text)
            guard index > 0 else {
                result.append(text)
                continue
            }
            let before = rows[index - 1]
            if FlowLines.goesOnList(result[result.count - 1], text)
                || FlowLines.isCut(before, rows[index], text, left: left, right: right)
            {
                result.append(text)
            } else {
                let gap = result[result.count - 1].last?.isLatin == true && text.first?.isLatin == true ? " " : ""
                result[result.count - 1] += gap + text
            }
        }
        return result.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// Whether a line begins with the number behind that of the line before.
    private static func goesOnList(_ before: String, _ text: String) -> Bool {
        guard let number = listNumber(text), let last = listNumber(before) else { return false }
        return number == last + 1
    }

    /// `2` of `2.`, `2、` and `（2）`.
    private static func listNumber(_ text: String) -> Int? {
        let rest = text.drop { $0.isWhitespace || $0 == "（" || $0 == "(" }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let behind = rest.dropFirst(digits.count)
        guard digits.utf8.count <= 3, let sign = behind.first, ".．、)）".contains(sign) else { return nil }
        // 2.5 is an amount, and 1.三个 is not.
        let isAmount = behind.dropFirst().first.map { $0.isASCII && $0.isNumber } ?? false
        return isAmount ? nil : Int(digits)
    }

    /// Whether a line ends although what follows would have fitted on it, with a sign that may not begin a line.
    private static func isCut(_ line: Line, _ next: Line, _ text: String, left: Double, right: Double) -> Bool {
        guard let last = line.last, line.isUpright, next.isUpright else { return false }
        let size = last.begin.height
        guard line.left - left < size / 2, next.left - left < size / 2 else { return false }
        // Numbers, Latin words and brackets keep together, and with one Chinese character.
        let word = text.unicodeScalars.prefix { !$0.properties.isIdeographic && $0 != " " }
        let width = word.reduce(1) { $0 + ($1.isASCII ? 0.6 : 1) }
        return right - last.end > size * (width + 2)
    }

    private static func withoutControls(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
}

extension Character {
    fileprivate var isLatin: Bool {
        isASCII && isLetter
    }
}
