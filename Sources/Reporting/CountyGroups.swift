public import Aggregation
public import GoalModel

extension CountyReport {
    /// The towns of one county, where there are several.
    public struct CountyTotal: Hashable, Sendable {
        /// Empty where the books name none.
        public var county: String
        public var towns: Int
        public var projects: Int
        /// The sum of its rows, exact and as shown.
        public var budget: ShownAmount
        /// `nil` where no book has a score.
        public var lowestScore: Points?
        public var errors: Int
    }

    /// The totals of each county, in the order of the rows; one entry where all towns are of one county.
    public var counties: [CountyTotal] {
        rows.grouped(by: \.county).map { county, mine in
            CountyTotal(
                county: county, towns: Set(mine.map(\.town)).count, projects: mine.reduce(0) { $0 + $1.projects },
                budget: mine.map(\.budget).reduce(.zero, +), lowestScore: mine.compactMap(\.score).min(),
                errors: mine.reduce(0) { $0 + $1.errors })
        }
    }

    /// The share of each of ``byKind`` in the total.
    public var kindShares: [Share] { byKind.map(\.amount).shares }

    /// How many rows have a score within a range.
    public struct ScoreBand: Hashable, Sendable {
        public var label: String
        public var rows: Int
    }

    /// The scores in bands of ten points, the best first; every band, also an empty one.
    public var scoreBands: [ScoreBand] {
        let scores = rows.compactMap { $0.score?.tenths }
        let bands = [
            ("90分及以上", 900...1000), ("80—90分", 800...899), ("70—80分", 700...799), ("60—70分", 600...699), ("60分以下", 0...599),
        ]
        return bands.map { label, range in ScoreBand(label: label, rows: scores.count { range.contains($0) }) }
    }

    /// The rows with the greatest budgets, the greatest first.
    public func greatest(_ limit: Int) -> [Row] {
        Array(rows.greatestFirst(by: \.budget.exact).prefix(limit))
    }

    /// The rows by what needs a decision: those that failed or are not new first, then those with the most errors, then those
    /// with the lowest score.
    public var mostUrgent: [Row] { rows.mostUrgentFirst { ($0.state, $0.errors, $0.score) } }

    /// When the newest of the results were made; `nil` where nobody keeps count of that.
    public var lastUpdate: CalendarDay? { rows.compactMap(\.updated).max() }

    /// What changed in all towns that can be compared, in one sentence; `nil` where none can.
    public var changeSentence: String? {
        let changes = rows.compactMap(\.change)
        if changes.isEmpty { return nil }
        let money = changes.map(\.difference).reduce(.zero, +)
        let errors = changes.reduce(0) { $0 + $1.errorDifference }
        let (better, worse) = (
            changes.count { ($0.scoreDifference ?? .zero) > .zero }, changes.count { ($0.scoreDifference ?? .zero) < .zero }
        )
        let words = [
            money.exact == .zero
                ? "预算合计不变" : "预算合计\(money.exact > .zero ? "增加" : "减少")\(money.exact > .zero ? money : .zero - money)万元",
            errors == 0 ? "错误数不变" : "错误\(errors > 0 ? "增加" : "减少")\(abs(errors))处",
            better + worse == 0 ? nil : "得分提高的\(better)个、降低的\(worse)个",
        ]
        return "与上一份可比的\(changes.count)个乡镇：\(words.compactMap(\.self).joined(separator: "；"))。"
    }
}

extension Array {
    /// Those in trouble first, then those with the most errors, then those with the lowest score; equal ones as they stand.
    func mostUrgentFirst(by key: (Element) -> (state: TownState, errors: Int, score: Points?)) -> [Element] {
        let keys = enumerated().map { offset, element in
            let (state, errors, score) = key(element)
            return (element: element, order: (state, -errors, score?.tenths ?? .max, offset))
        }
        return keys.sorted { $0.order < $1.order }.map(\.element)
    }
}
