internal import BookLayout

/// Breaks a paragraph between words into as few lines as they allow, and chooses among these ways the one that looks best.
///
/// Few lines are made alike; of many the last one may be shorter.
struct WordBreaking {
    /// Knows the widths; its lines are as full as they can be.
    let filling: LineBreaking
    let ends: LineEnds
    /// Of the type, in Pango's units.
    let size: Double

    /// In squares of an em that a line's end is away from where it should be.
    private enum Cost {
        static let line = 10_000.0
        static let brokenPhrase = 60.0
        static let brokenNumber = 120.0
        static let date = 2.0
        static let sentence = -1.5
        static let pause = -0.5
        /// In titles.
        static let bracket = -8.0
        static let joint = -4.0
        static let insideBrackets = 10.0
        static let dateInTitle = 30.0
    }

    /// Lines of a paragraph that are made alike.
    private static let alike = 3
    /// The least width of the last of many lines, in em.
    private static let leastLast = 3.0

    var lines: [LineBreaking.Line] {
        let full = filling.lines
        guard full.count > 1 else { return full }
        var places = Set(filling.scalars.indices.dropFirst().filter { filling.ranks[$0] == .free })
        // Where no word ends in time, the full line does.
        for line in full.dropFirst() { places.insert(line.characters.lowerBound) }
        let starts = [0] + places.sorted() + [filling.scalars.count]
        let found = shortestWay(over: starts, target: target(full))
        return zip(found, found.dropFirst()).map { filling.line(from: $0, to: $1) }
    }

    /// The width in em that each line should have; `nil` for the whole room.
    private func target(_ full: [LineBreaking.Line]) -> Double? {
        let room = Double(filling.available) / size
        guard ends == .title || (full.count <= Self.alike && room <= 18) else { return nil }
        return full.reduce(0) { $0 + Double($1.width) } / size / Double(full.count)
    }

    /// Dynamic programming over the places where a line may begin.
    private func shortestWay(over starts: [Int], target: Double?) -> [Int] {
        var sums = [0]
        for width in filling.widths { sums.append((sums.last ?? 0) + width) }
        let depth = ends == .title ? bracketDepth : []
        var best = Array(repeating: Double.infinity, count: starts.count)
        var before = Array(repeating: 0, count: starts.count)
        best[0] = 0
        for end in starts.indices.dropFirst() {
            let isLast = end == starts.count - 1
            var visible = starts[end]
            while visible > 0, LineSigns.isBlank(filling.scalars[visible - 1]) { visible -= 1 }
            let atEnd = isLast ? 0 : penalty(at: starts[end], depth, isEven: target != nil)
            for start in stride(from: end - 1, through: 0, by: -1) {
                let width = sums[max(visible, starts[start])] - sums[starts[start]]
                let room = starts[start] == 0 ? filling.available - filling.indent : filling.available
                if width > room, start < end - 1 { break }
                guard best[start].isFinite else { continue }
                let cost = best[start] + Cost.line + shape(Double(width) / size, Double(room) / size, target, isLast) + atEnd
                if cost < best[end] { (best[end], before[end]) = (cost, start) }
            }
        }
        var way = [starts.count - 1]
        while let last = way.last, last > 0 { way.append(before[last]) }
        return way.reversed().map { starts[$0] }
    }

    private func shape(_ width: Double, _ room: Double, _ target: Double?, _ isLast: Bool) -> Double {
        // A last line that is a little shorter looks better than one that is a little longer.
        let tie = isLast ? 0.02 * width : 0
        if let target { return (width - target) * (width - target) + tie }
        let lack = isLast ? max(0, min(Self.leastLast, room / 3) - width) * 4 : (room - width) / 2
        return lack * lack + tie
    }

    private func penalty(at place: Int, _ depth: [Int], isEven: Bool) -> Double {
        let (last, next) = (filling.scalars[place - 1], filling.scalars[place])
        var penalty = 0.0
        switch filling.ranks[place] {
        case .free: break
        case .inPhrase: penalty = Cost.brokenPhrase
        default: penalty = Cost.brokenNumber
        }
        if "年月".unicodeScalars.contains(last), ("0"..."9").contains(next) {
            penalty += ends == .title ? Cost.dateInTitle : Cost.date
        }
        guard ends == .title else {
            if isEven, "，。；：！？".unicodeScalars.contains(last) { penalty += Cost.sentence }
            if isEven, last == "、" { penalty += Cost.pause }
            return penalty
        }
        if depth[place] > 0 { penalty += Cost.insideBrackets }
        if "（(《“".unicodeScalars.contains(next), depth[place] == 0 { penalty += Cost.bracket }
        if "的、）)》”　".unicodeScalars.contains(last), depth[place] == 0 { penalty += Cost.joint }
        return penalty
    }

    /// For each place how many brackets are open there.
    private var bracketDepth: [Int] {
        var depths: [Int] = []
        var depth = 0
        for scalar in filling.scalars {
            depths.append(depth)
            if "（(《“".unicodeScalars.contains(scalar) { depth += 1 }
            if "）)》”".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
        }
        return depths
    }
}

extension LineBreaking {
    /// - Parameter size: of the type, in Pango's units.
    func lines(_ ends: LineEnds, size: Double) -> [Line] {
        ends == .full ? lines : WordBreaking(filling: self, ends: ends, size: size).lines
    }
}
