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

        /// `石桥镇：2023年 → 2024年`; `石桥镇2024年：一审稿 → 二审稿` for two versions of a year.
        public var title: String {
            let (older, newer) = (change.older, change.newer)
            let years = (Report.yearName(older.year), Report.yearName(newer.year))
            if older.year == newer.year {
                let year = newer.year == nil ? "" : years.1
                return "\(name)\(year)：\(older.name ?? "上一份") → \(newer.name ?? "这一份")"
            }
            guard let before = older.name, let after = newer.name else { return "\(name)：\(years.0) → \(years.1)" }
            return "\(name)：\(before)（\(years.0)） → \(after)（\(years.1)）"
        }

        public init(name: String, change: BookChange) {
            self.name = name
            self.change = change
        }
    }

    /// Towns are matched by region and unit code, or by name; of several years the same one, else the one before.
    ///
    /// - Parameter names: what the sides are called where the year does not tell them apart, or everywhere if chosen.
    public init(older: EarlierBooks, newer: EarlierBooks, names: VersionNames? = nil) {
        var used: Set<Int> = []
        for var edition in newer.editions {
            let own = older.editions.indices.filter { older.editions[$0].key.isOfSameTown(as: edition.key) }
            let basis = edition.basis(among: own.map { older.editions[$0] }) ?? own.map { older.editions[$0] }.latest
            guard var basis else {
                onlyNewer.append(edition.title)
                continue
            }
            used.formUnion(own)
            if let names, names.areChosen || basis.year == edition.year {
                (basis.name, edition.name) = (names.older, names.newer)
            }
            towns.append(Town(name: edition.townName, change: BookChange(from: basis, to: edition)))
        }
        onlyOlder = older.editions.indices.filter { !used.contains($0) }.map { older.editions[$0].title }
    }
}

extension Edition {
    fileprivate var townName: String {
        Report.townName(key.town, unit: BudgetUnit(code: key.unitCode, name: ""))
    }

    fileprivate var title: String { "\(townName)（\(Report.yearName(year))）" }
}

extension [Edition] {
    /// The newest; of equal years the first.
    fileprivate var latest: Edition? {
        let newest = map { $0.year ?? 0 }.max()
        return first { ($0.year ?? 0) == newest }
    }
}
