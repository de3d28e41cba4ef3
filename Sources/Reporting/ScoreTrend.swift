public import GoalModel

/// A town's score and errors from night to night, the oldest first; of nights on which its results were made anew.
public struct ScoreTrend: Hashable, Sendable {
    public struct Night: Hashable, Sendable {
        public var day: CalendarDay
        /// `nil` where the book could not be scored.
        public var score: Points?
        public var errors: Int

        public init(day: CalendarDay, score: Points?, errors: Int) {
            (self.day, self.score, self.errors) = (day, score, errors)
        }
    }

    /// At least two.
    public let nights: [Night]

    /// So many nights are shown at most.
    public static let most = 30

    /// - Returns: `nil` for less than two nights; of several runs of one day the last one counts.
    public init?(_ nights: [Night]) {
        var days: [Night] = []
        for night in nights {
            if days.last?.day == night.day { days.removeLast() }
            days.append(night)
        }
        guard days.count > 1 else { return nil }
        self.nights = days.suffix(ScoreTrend.most)
    }

    private var first: Night? { nights.first }
    private var last: Night? { nights.last }

    /// What the score has gained since the first night; `nil` where one of the two has none.
    public var scoreGain: Points? {
        guard let before = first?.score, let now = last?.score else { return nil }
        return now - before
    }

    /// How many more errors there are than on the first night.
    public var moreErrors: Int { (last?.errors ?? 0) - (first?.errors ?? 0) }

    /// `83.1 → 89.2（+6.1）`.
    public var scoreWords: String {
        let change = scoreGain.map { $0 == .zero ? "" : "（\($0 > .zero ? "+" : "")\($0)）" } ?? ""
        return "\(words(first?.score)) → \(words(last?.score))\(change)"
    }

    /// `14 → 9（-5）`.
    public var errorWords: String {
        let change = moreErrors == 0 ? "" : "（\(moreErrors > 0 ? "+" : "")\(moreErrors)）"
        return "\(first?.errors ?? 0) → \(last?.errors ?? 0)\(change)"
    }

    /// From when to when, in one sentence with the figures.
    public var sentence: String {
        "\(first?.day.iso ?? "")至\(last?.day.iso ?? "")，更新了\(nights.count)次：得分 \(scoreWords)，错误 \(errorWords)。"
    }

    private func words(_ score: Points?) -> String { score?.description ?? "—" }
}

extension CountyReport {
    /// The towns whose score or errors changed over the nights, those that improved most first.
    public var movers: [Row] {
        let moved = rows.filter { ($0.trend?.scoreGain ?? .zero) != .zero || ($0.trend?.moreErrors ?? 0) != 0 }
        return moved.enumerated().sorted { a, b in
            let (one, other) = (a.element.trend, b.element.trend)
            let gains = (one?.scoreGain ?? .zero, other?.scoreGain ?? .zero)
            if gains.0 != gains.1 { return gains.0 > gains.1 }
            return (one?.moreErrors ?? 0, a.offset) < (other?.moreErrors ?? 0, b.offset)
        }.map(\.element)
    }

    /// How many improved and how many did not, in one sentence; `nil` where nothing changed.
    public var movementSentence: String? {
        let trends = movers.compactMap(\.trend)
        guard !trends.isEmpty else { return nil }
        func count(_ sign: (Points) -> Bool) -> Int { trends.count { $0.scoreGain.map(sign) ?? false } }
        let (better, worse) = (count { $0 > .zero }, count { $0 < .zero })
        let rest = trends.count - better - worse
        let words = [(better, "得分提高"), (worse, "得分降低"), (rest, "只有错误数变了")].filter { $0.0 > 0 }
        return words.map { "\($0)个乡镇\($1)" }.joined(separator: "，") + "。"
    }
}
