internal import Text

/// Text for a terminal, where a Chinese character is two columns wide.
enum TerminalText {
    /// The number of columns that `text` fills.
    static func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x1100...0x115F, 0x2014, 0x2018...0x201D, 0x2026, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            2
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        default: 1
        }
    }

    /// Marks that may not begin a line.
    private static let closing = Set("，。；：、？！）”》％%")

    /// Whether two neighbours are of one Latin word or number.
    private static func staysTogether(_ a: Character?, _ b: Character) -> Bool {
        guard let a else { return false }
        func isPart(_ character: Character) -> Bool { character.isASCII && !character.isWhitespace }
        return isPart(a) && isPart(b)
    }

    /// Breaks `text` into lines of at most `columns`, every line behind the first begun with `indent`.
    static func wrap(_ text: String, columns: Int, indent: String = "") -> String {
        var lines: [String] = []
        var line = ""
        var filled = 0
        for character in text {
            if character == "\n" {
                lines.append(line.withoutLastBlanks)
                (line, filled) = (indent, width(indent))
                continue
            }
            let wide = character.unicodeScalars.reduce(0) { $0 + width($1) }
            if filled + wide > columns {
                // A mark that may not begin a line takes the character before it along; Latin words and numbers stay whole.
                var carried = ""
                var first = character
                while closing.contains(first) || staysTogether(line.last, first), line.count > indent.count + 1,
                    width(carried) < columns / 2, let last = line.popLast()
                {
                    carried = String(last) + carried
                    first = last
                }
                // No line ends or begins with the blank that it was broken at.
                lines.append(line.withoutLastBlanks)
                line = indent + carried.drop { $0 == " " }
                filled = width(line)
                if carried.isEmpty, character == " " { continue }
            }
            line.append(character)
            filled += wide
        }
        lines.append(line.withoutLastBlanks)
        return lines.joined(separator: "\n")
    }

    /// `text` behind as many spaces as fill `columns` with it.
    static func right(_ text: String, to columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - width(text))) + text
    }

    /// `text` filled up with spaces to `columns`.
    static func padded(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - width(text)))
    }
}

extension String {
    fileprivate var withoutLastBlanks: String { String(trimmingSuffix { $0 == " " }) }
}
