import BookLayout

/// Measures without a font: every character is as wide as the type size.
struct FixedPitch: TextMeasuring {
    func layOut(_ request: TextRequest) -> FixedLines {
        FixedLines(request)
    }

    func width(of text: String, in style: TextStyle) -> Double {
        Double(text.split(separator: "\n").map(\.count).max() ?? 0) * style.size
    }
}

/// Counts its lines at once, and cuts them out only when they are looked at: random tables have many.
struct FixedLines: LaidText {
    var request: TextRequest
    var leading: Double
    let perLine: Int
    /// The characters of each paragraph, the indent counted.
    let lengths: [Int]
    let lineCount: Int

    init(_ request: TextRequest) {
        self.request = request
        leading = request.style.leading
        let perLine = max(1, Int((request.width + 0.01) / request.style.size))
        let indent = Int(request.indent / request.style.size)
        lengths = FixedLines.lengths(of: request.text, indent: indent)
        lineCount = lengths.reduce(0) { $0 + max(1, ($1 + perLine - 1) / perLine) }
        self.perLine = perLine
    }

    private static func lengths(of text: String, indent: Int) -> [Int] {
        var (lengths, length) = ([Int](), indent)
        var text = text
        text.withUTF8 { bytes in
            for index in 0..<bytes.count {
                if bytes[index] == 10 {
                    lengths.append(length)
                    length = indent
                } else if bytes[index] & 0xC0 != 0x80 {
                    // Each scalar begins with a byte that is no continuation.
                    length += 1
                }
            }
        }
        return lengths + [length]
    }

    var lines: [String] {
        var lines: [String] = []
        for paragraph in request.text.split(separator: "\n", omittingEmptySubsequences: false) {
            var rest = Substring(String(repeating: "　", count: Int(request.indent / request.style.size)) + paragraph)
            repeat {
                lines.append(String(rest.prefix(perLine)))
                rest = rest.dropFirst(perLine)
            } while !rest.isEmpty
        }
        return lines
    }

    /// The characters of the longest of some lines.
    func length(of range: Range<Int>) -> Int {
        var (line, longest) = (0, 0)
        for length in lengths {
            let count = max(1, (length + perLine - 1) / perLine)
            let here = range.clamped(to: line..<(line + count))
            if let last = here.last {
                longest = max(longest, here.count > 1 ? perLine : min(perLine, length - (last - line) * perLine))
            }
            line += count
        }
        return longest
    }

    func end(ofLine line: Int) -> Double { Double(lines[line].count) * request.style.size }

    func spaced(leading: Double) -> FixedLines {
        var spaced = self
        spaced.leading = leading
        return spaced
    }
}

extension TextStyle {
    /// One unit wide and high, so that a page can be shown as text.
    static let unit = TextStyle(.table, size: 1, leading: 1)
}

extension PageGeometry {
    static func units(_ width: Double, _ height: Double) -> PageGeometry {
        PageGeometry(pageWidth: width, pageHeight: height, top: 0, inner: 0, width: width, height: height)
    }
}

typealias UnitBuilder = PageBuilder<FixedPitch>

extension PageBuilder where Measurer == FixedPitch {
    convenience init(width: Double, height: Double) {
        self.init(measurer: FixedPitch(), geometry: .units(width, height)) { .arabic($0) }
    }

    /// The pages as lines of text, trailing blanks cut; repeated texts are shown like others.
    func pictures() -> [String] {
        pages.map { page in
            var rows = Array(
                repeating: Array(repeating: Character("·"), count: Int(geometry.width)), count: Int(geometry.height))
            for text in page.texts {
                for (offset, line) in text.block.lines[text.lines].enumerated() {
                    let row = Int(text.y) + offset
                    for (column, character) in line.enumerated() where rows.indices.contains(row) {
                        let place = Int(text.x) + column
                        if rows[row].indices.contains(place) { rows[row][place] = character }
                    }
                }
            }
            var lines = rows.map { String($0) }
            while let last = lines.last, last.allSatisfy({ $0 == "·" }) { lines.removeLast() }
            return lines.joined(separator: "\n")
        }
    }
}
