extension [Rule] {
    /// The same lines with as few strokes as possible: what touches or overlaps on one line becomes one.
    ///
    /// A table has hundreds of edges of cells on a page, and a dozen lines. All must be of one weight; slanted ones stay as
    /// they are.
    public var joined: [Rule] {
        var rest: [Rule] = []
        var level: [Int: [Stretch]] = [:]
        var upright: [Int: [Stretch]] = [:]
        for rule in self {
            if rule.fromY == rule.toY, rule.fromX != rule.toX {
                level[Self.place(rule.fromY), default: []].append(Stretch(rule, rule.fromX, rule.toX))
            } else if rule.fromX == rule.toX, rule.fromY != rule.toY {
                upright[Self.place(rule.fromX), default: []].append(Stretch(rule, rule.fromY, rule.toY))
            } else {
                rest.append(rule)
            }
        }
        let lines = level.sorted { $0.key < $1.key }.flatMap { Self.joined($0.value).map(\.level) }
        return lines + upright.sorted { $0.key < $1.key }.flatMap { Self.joined($0.value).map(\.upright) } + rest
    }

    /// Lines that are closer than this are one, in pt: edges are sums of fractions.
    private static let tolerance = 0.01

    private static func place(_ position: Double) -> Int {
        Int((Swift.min(Swift.max(position, -1e6), 1e6) / tolerance).rounded())
    }

    /// What rules of one line cover of it.
    private static func joined(_ stretches: [Stretch]) -> [Stretch] {
        var lines: [Stretch] = []
        for stretch in stretches.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            if let last = lines.last, stretch.from <= last.to + tolerance {
                lines[lines.count - 1].to = Swift.max(last.to, stretch.to)
            } else {
                lines.append(stretch)
            }
        }
        return lines
    }
}

/// From where to where a rule goes along its line.
private struct Stretch {
    let rule: Rule
    let from: Double
    var to: Double

    init(_ rule: Rule, _ start: Double, _ end: Double) {
        self.rule = rule
        (from, to) = start <= end ? (start, end) : (end, start)
    }

    var level: Rule {
        var rule = rule
        (rule.fromX, rule.toX) = (from, to)
        return rule
    }

    var upright: Rule {
        var rule = rule
        (rule.fromY, rule.toY) = (from, to)
        return rule
    }
}
