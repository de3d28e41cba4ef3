/// Breaks a paragraph into lines, each as full as it can be.
///
/// Widths are in Pango's units, 1024 a point.
struct LineBreaking {
    let scalars: [Unicode.Scalar]
    /// Of each character, with the space behind it.
    let widths: [Int]
    let ranks: [BreakRank]
    /// What a punctuation mark can give up at a line's end, or, if it opens, at the beginning of one.
    let blanks: [Int]
    let available: Int
    /// Of the first line.
    let indent: Int

    struct Line: Equatable {
        var characters: Range<Int>
        /// Without the blanks that hang over its end.
        var visible: Range<Int>
        /// Of the visible characters.
        var width: Int
        var squeezesFirst = false
        var squeezesLast = false
    }

    var lines: [Line] {
        var lines: [Line] = []
        var start = 0
        while start < scalars.count {
            let line = line(from: start)
            lines.append(line)
            start = line.characters.upperBound
        }
        return lines
    }

    private func line(from start: Int) -> Line {
        let room = start == 0 ? available - indent : available
        var width = squeezesFirst(start) ? -blanks[start] : 0
        var limit = start
        while limit < scalars.count {
            width += widths[limit]
            let fits = LineSigns.isBlank(scalars[limit]) || width - blankBehind(limit) <= room
            if !fits, limit > start { break }
            limit += 1
        }
        return line(from: start, to: limit == scalars.count ? limit : lastBreak(after: start, upTo: limit))
    }

    /// The line of these characters, wherever it should have ended.
    func line(from start: Int, to end: Int) -> Line {
        let room = start == 0 ? available - indent : available
        let squeezesFirst = squeezesFirst(start)
        let first = squeezesFirst ? -blanks[start] : 0
        var last = end
        while last > start, LineSigns.isBlank(scalars[last - 1]) { last -= 1 }
        var width = widths[start..<last].reduce(first, +)
        let isOver = end < scalars.count || width > room
        let behind = isOver && last > start ? blankBehind(last - 1) : 0
        // The last line keeps its blanks as long as there is room for them.
        if end == scalars.count {
            let whole = widths[last..<end].reduce(width, +)
            if whole <= room { (last, width) = (end, whole) }
        }
        return Line(
            characters: start..<end, visible: start..<last, width: width - behind, squeezesFirst: squeezesFirst,
            squeezesLast: behind > 0)
    }

    private func squeezesFirst(_ start: Int) -> Bool {
        start > 0 && blanks[start] > 0 && !LineSigns.mayEnd(scalars[start])
    }

    private func blankBehind(_ index: Int) -> Int {
        blanks[index] > 0 && LineSigns.mayEnd(scalars[index]) ? blanks[index] : 0
    }

    /// A place at a hyphen, where the free one leaves a hole.
    private func fuller(_ free: Int, upTo limit: Int, from start: Int) -> Int {
        guard let hyphen = ((free + 1)..<(limit + 1)).last(where: { ranks.indices.contains($0) && ranks[$0] == .atHyphen }) else {
            return free
        }
        return widths[start..<free].reduce(0, +) < available * 4 / 5 ? hyphen : free
    }

    /// The last place of the best rank there is; at least one character stands on a line.
    private func lastBreak(after start: Int, upTo limit: Int) -> Int {
        var best: Int?
        var index = limit
        while index > start {
            if ranks[index] == .free { return fuller(index, upTo: limit, from: start) }
            if ranks[index] > (best.map { ranks[$0] } ?? .never) { best = index }
            index -= 1
        }
        if let best { return best }
        // A glyph of many characters that is wider than the line.
        var next = limit
        while next < scalars.count, ranks[next] == .never { next += 1 }
        return next
    }
}
