import BookLayout

/// Measures without a font: every character is as wide as the type size.
struct FixedPitch: TextMeasuring {
    func layOut(_ request: TextRequest) -> FixedLines {
        let perLine = max(1, Int((request.width + 0.01) / request.style.size))
        var lines: [String] = []
        for paragraph in request.text.split(separator: "\n", omittingEmptySubsequences: false) {
            var rest = Substring(String(repeating: "　", count: Int(request.indent / request.style.size)) + paragraph)
            repeat {
                lines.append(String(rest.prefix(perLine)))
                rest = rest.dropFirst(perLine)
            } while !rest.isEmpty
        }
        return FixedLines(request: request, lines: lines, leading: request.style.leading)
    }

    func width(of text: String, in style: TextStyle) -> Double {
        Double(text.split(separator: "\n").map(\.count).max() ?? 0) * style.size
    }
}

struct FixedLines: LaidText {
    var request: TextRequest
    var lines: [String]
    var leading: Double

    var lineCount: Int { lines.count }
    func end(ofLine line: Int) -> Double { Double(lines[line].count) * request.style.size }
    func spaced(leading: Double) -> FixedLines { FixedLines(request: request, lines: lines, leading: leading) }
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
