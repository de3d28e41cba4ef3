/// The strings that a page shows for one mark.
struct MarkedText {
    /// In the order in which the page shows them; those that follow closely are one.
    private var runs: [Run] = []
    private(set) var length = 0

    /// A piece of text on one line.
    struct Run {
        var text: String
        var begin: TextPlace.Spot
        /// The right end, in the measure of the page.
        var end: Double

        /// Whether the piece stands on the same line as another.
        func isBeside(_ other: Run) -> Bool {
            (begin.y - other.begin.y).magnitude < max(begin.height, other.begin.height) / 2
        }
    }

    /// - Returns: whether it begins a piece of its own.
    mutating func append(_ text: String, from begin: TextPlace.Spot, to end: Double) -> Bool {
        length += text.unicodeScalars.count
        let run = Run(text: text, begin: begin, end: end)
        if let last = runs.last, last.isBeside(run), (begin.x - last.end).magnitude < begin.height / 4 {
            runs[runs.count - 1].text += text
            runs[runs.count - 1].end = end
            return false
        }
        runs.append(run)
        return true
    }

    /// The pieces as they are read.
    ///
    /// Where a font lacks some signs, programs show those before or after the others of their line: a line that goes back is put
    /// in order from left to right.
    var ordered: [Run] {
        var result: [Run] = []
        var start = 0
        for index in runs.indices where index + 1 == runs.count || !runs[index].isBeside(runs[index + 1]) {
            let line = runs[start...index]
            start = index + 1
            let goesBack = zip(line, line.dropFirst()).contains { $1.begin.x < $0.begin.x - $0.begin.height / 4 }
            guard goesBack, line.allSatisfy(\.begin.isUpright) else {
                result += line
                continue
            }
            result += line.enumerated().sorted { a, b in
                (a.element.begin.x, a.offset) < (b.element.begin.x, b.offset)
            }.map(\.element)
        }
        return result
    }
}
