import Aggregation

extension CountyReport.KindPart {
    /// The kind of projects that no word of the table fits; it stands last.
    private static let rest = "其他"

    /// The same parts with figures that add up to the row's own.
    static func adding(_ parts: [Self], to budget: ShownAmount) -> [Self] {
        zip(parts, ShownAmount.column(parts.map(\.amount.exact), to: budget)).map { part, amount in
            Self(label: part.label, projects: part.projects, amount: amount)
        }
    }

    /// The sums by kind, exact and as shown.
    static func totals(_ rows: [[Self]]) -> [Self] {
        var sums: [String: Self] = [:]
        for part in rows.joined() {
            var sum = sums[part.label] ?? Self(label: part.label, projects: 0, amount: .zero)
            sum.projects += part.projects
            sum.amount = sum.amount + part.amount
            sums[part.label] = sum
        }
        return sums.values.sorted { a, b in
            if (a.label == rest) != (b.label == rest) { return b.label == rest }
            return a.amount.exact == b.amount.exact ? a.label < b.label : a.amount.exact > b.amount.exact
        }
    }
}

extension CountyReport.Change {
    init(_ change: BookChange) {
        self.init(
            basis: change.basisTitle, difference: change.difference, scoreDifference: change.scoreDifference,
            errorDifference: change.newer.errors - change.older.errors)
    }
}
