public import Aggregation
internal import GoalModel

/// The books of two sides, each town's with its own.
public struct Comparison: Sendable {
    /// In the order of the newer side.
    public private(set) var towns: [Town] = []
    /// Towns of the older side alone, each with its year.
    public private(set) var onlyOlder: [String] = []
    /// Towns of the newer side alone, each with its year.
    public private(set) var onlyNewer: [String] = []

    /// A town that is on both sides.
    public struct Town: Sendable {
        /// `石桥镇`.
        public var name: String
        public var change: BookChange

        /// `石桥镇：2023年 → 2024年`.
        public var title: String {
            "\(name)：\(Report.yearName(change.older.year)) → \(Report.yearName(change.newer.year))"
        }

        public init(name: String, change: BookChange) {
            self.name = name
            self.change = change
        }
    }

    /// Towns are matched by region and unit code, or by name; of several years the same one, else the one before.
    public init(older: EarlierBooks, newer: EarlierBooks) {
        var used: Set<Int> = []
        for edition in newer.editions {
            let own = older.editions.indices.filter { older.editions[$0].key.isOfSameTown(as: edition.key) }
            let basis = edition.basis(among: own.map { older.editions[$0] }) ?? own.map { older.editions[$0] }.latest
            guard let basis else {
                onlyNewer.append(edition.title)
                continue
            }
            used.formUnion(own)
            towns.append(Town(name: edition.name, change: BookChange(from: basis, to: edition)))
        }
        onlyOlder = older.editions.indices.filter { !used.contains($0) }.map { older.editions[$0].title }
    }
}

extension Edition {
    fileprivate var name: String {
        Report.townName(key.town, unit: BudgetUnit(code: key.unitCode, name: ""))
    }

    fileprivate var title: String { "\(name)（\(Report.yearName(year))）" }
}

extension [Edition] {
    /// The newest; of equal years the first.
    fileprivate var latest: Edition? {
        let newest = map { $0.year ?? 0 }.max()
        return first { ($0.year ?? 0) == newest }
    }
}
