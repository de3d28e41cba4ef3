/// Looks at laid-out lines with rules written down apart from those that made them.
public struct LineInspection {
    /// A line as it was set; lengths are in pt from the left edge of the box.
    public struct Line {
        public var text: String
        public var start: Double
        public var end: Double
        /// Where the last glyph ends, hanging blanks included.
        public var glyphEnd: Double
        /// Space added at each gap, in em.
        public var stretch: Double

        public init(text: String, start: Double, end: Double, glyphEnd: Double, stretch: Double) {
            self.text = text
            self.start = start
            self.end = end
            self.glyphEnd = glyphEnd
            self.stretch = stretch
        }
    }

    public private(set) var lineCount = 0
    public private(set) var stretchedCount = 0
    /// What is wrong.
    public private(set) var faults: [String] = []
    /// Lines broken at a place where none may be, because what stands there is wider than a line.
    public private(set) var torn: [String] = []

    public init() {}

    /// - Parameters:
    ///   - width: of the box in pt.
    ///   - em: the type size in pt.
    ///   - measure: how wide a text is in one line, in pt.
    public mutating func look(
        at lines: [Line], of text: String, width: Double, em: Double, isJustified: Bool, measure: (String) -> Double
    ) {
        lineCount += lines.count
        stretchedCount += lines.count { $0.stretch > 0 }
        if lines.map(\.text).joined() != String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\n" })) {
            faults.append("text lost or doubled: \(text)")
        }
        for line in lines {
            if line.stretch > 0.25 { faults.append("stretched by \(line.stretch) em: \(line.text)") }
            if line.end > width + 0.5 || line.start < 0 { faults.append("\(line.end) in a box of \(width): \(line.text)") }
            let hangs = line.text.last.map { " 　".contains($0) } ?? false
            if abs(line.glyphEnd - line.end) > 0.1, !hangs { faults.append("\(line.glyphEnd) is not \(line.end): \(line.text)") }
        }
        var next = 0
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let scalars = Array(paragraph.unicodeScalars)
            var place = 0
            repeat {
                guard next < lines.count else { break }
                let line = lines[next]
                place += line.text.unicodeScalars.count
                let room = width - line.start
                next += 1
                guard place < scalars.count else { break }
                if isJustified, line.stretch == 0, line.end < width - 0.5, width - line.end < 0.24 * em * Self.gaps(in: line.text)
                {
                    faults.append("not justified: \(line.text)")
                }
                guard BrokenLine.isForbidden(scalars, at: place) else { continue }
                let run = String(String.UnicodeScalarView(BrokenLine.run(around: place, in: scalars)))
                let note = "\(BrokenLine.shown(scalars, at: place)) in \(room / em) em"
                // At a line's end, a sign may lie in half its width.
                if measure(run) > room - 0.5 * em { torn.append(note) } else { faults.append("broken: \(note), run \(run)") }
            } while place < scalars.count
        }
        if next != lines.count { faults.append("\(lines.count - next) lines too many: \(text)") }
    }
    /// Places between two Chinese characters.
    private static func gaps(in text: String) -> Double {
        let characters = text.trimmingPrefix { " 　".contains($0) }.map { ("一"..."龥").contains($0) }
        return Double(zip(characters, characters.dropFirst()).count { $0 && $1 })
    }
}
