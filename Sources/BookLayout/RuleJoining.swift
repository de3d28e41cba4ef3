extension [Rule] {
    /// The same lines with as few strokes as possible: what touches or overlaps on one line becomes one.
    ///
    /// A table has hundreds of edges of cells on a page, and a dozen lines. All must be of one weight; slanted ones stay as
    /// they are.
    public var joined: [Rule] {
        var rest: [Rule] = []
        var level: [Int: [Rule]] = [:]
        var upright: [Int: [Rule]] = [:]
        for rule in self {
            if rule.fromY == rule.toY, rule.fromX != rule.toX {
                level[Self.place(rule.fromY), default: []].append(rule)
            } else if rule.fromX == rule.toX, rule.fromY != rule.toY {
                upright[Self.place(rule.fromX), default: []].append(rule)
            } else {
                rest.append(rule)
            }
        }
        let lines = level.sorted { $0.key < $1.key }.flatMap { Self.joined($0.value, \.fromX, \.toX) }
        return lines + upright.sorted { $0.key < $1.key }.flatMap { Self.joined($0.value, \.fromY, \.toY) } + rest
    }

    /// Lines that are closer than this are one, in pt: edges are sums of fractions.
    private static let tolerance = 0.01

    private static func place(_ position: Double) -> Int {
        Int((Swift.min(Swift.max(position, -1e6), 1e6) / tolerance).rounded())
    }

    private static func joined(
        _ rules: [Rule], _ from: WritableKeyPath<Rule, Double>, _ to: WritableKeyPath<Rule, Double>
    ) -> [Rule] {
        let ordered = rules.map { rule in
            var rule = rule
            (rule[keyPath: from], rule[keyPath: to]) = (
                Swift.min(rule[keyPath: from], rule[keyPath: to]), Swift.max(rule[keyPath: from], rule[keyPath: to])
            )
            return rule
        }.sorted { ($0[keyPath: from], $0[keyPath: to]) < ($1[keyPath: from], $1[keyPath: to]) }
        var lines: [Rule] = []
        for rule in ordered {
            if let last = lines.last, rule[keyPath: from] <= last[keyPath: to] + tolerance {
                lines[lines.count - 1][keyPath: to] = Swift.max(last[keyPath: to], rule[keyPath: to])
            } else {
                lines.append(rule)
            }
        }
        return lines
    }
}
