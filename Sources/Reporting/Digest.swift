public import Aggregation
public import GoalModel
internal import Text

/// The content of one mail over several towns: three figures, three things to do, a row for each town, notices.
///
/// For a leader above the towns the towns are all of the county; for others those that the reader answers for.
public struct Digest: Sendable {
    /// Whose towns these are, such as `巨鹿县`, or the towns themselves where there are at most two.
    public var title: String
    /// How many towns there are, in words; empty where the title names them.
    public var extent: String
    /// The year of all of them; empty where they are of several.
    public var year: String
    /// Those of the ``CountyReport``.
    public var figures: [Figure]
    /// At most three, the most useful first.
    public var actions: [TownAction]
    /// Those in trouble first, then those with the most errors, then those with the lowest score.
    public var rows: [Row]
    /// The totals of each year, the oldest first; empty where all rows are of one year.
    public var years: [CountyReport.YearTotal]
    /// Those of the gravest state first.
    public var notices: [Notice]

    public struct Row: Hashable, Sendable {
        /// The town, with its county where two have the name, and with its year where the rows are of several.
        public var name: String
        /// The rows add up to the digest's total.
        public var budget: ShownAmount
        /// `nil` where the book has no projects.
        public var score: Points?
        public var errors: Int
        public var state: TownState
        /// What changed, in one line; `nil` when nothing is known to have changed.
        public var change: String?
        /// The town's result folder.
        public var folder: String
    }

    /// One thing to do, in one town or in several.
    public struct TownAction: Hashable, Sendable {
        public var title: String
        /// Whose it is, such as `巨鹿镇`, or `巨鹿镇、泉坊镇等5个乡镇`.
        public var place: String
        /// Where and how in the first of these towns.
        public var detail: String
        /// What it wins in words, such as `可得2.5分`; `nil` when nothing.
        public var gain: String?
    }

    /// A town's part of a digest, so that whole reports need not be kept.
    public struct Town: Sendable {
        let folder: String
        let actions: [Action]
        let change: String?

        /// - Parameter folder: the town's result folder, as the ``CountyReport`` was given it.
        public init(_ report: Report, folder: String) {
            self.folder = folder
            actions = report.actions
            change = report.change?.shortLine
        }
    }

    /// - Parameters:
    ///   - county: The rows and the sums of these towns and no others.
    ///   - towns: The same towns, in any order; one that is missing has nothing to do and no change.
    ///   - notices: What is to be said of single towns.
    public init(county: CountyReport, towns: [Town], notices: [Notice] = []) {
        let names = county.townNames
        let isMixed = county.years.count > 1
        let byFolder = Dictionary(towns.map { ($0.folder, $0) }) { first, _ in first }
        rows = zip(county.rows, names).map { row, name in
            Row(
                name: isMixed && !name.hasSuffix("）") ? "\(name)（\(row.year)）" : name, budget: row.budget, score: row.score,
                errors: row.errors, state: row.state, change: byFolder[row.folder]?.change, folder: row.folder)
        }.mostUrgentFirst { ($0.state, $0.errors, $0.score) }
        let known = zip(county.rows, names).compactMap { row, name in byFolder[row.folder].map { (name: name, town: $0) } }
        actions = TownActionList(towns: known).actions
        figures = county.figures
        title =
            county.rows.count <= 2 && !county.rows.isEmpty ? names.joined(separator: "、") : county.title.oneLine.shortened(to: 24)
        extent = county.rows.count <= 2 ? "" : "\(county.towns)个乡镇"
        years = isMixed ? county.years : []
        year = county.years.count == 1 ? county.years[0].year : ""
        self.notices = notices.enumerated().sorted { ($0.element.state, $0.offset) < ($1.element.state, $1.offset) }.map(
            \.element)
    }
}

extension CountyReport {
    /// A name for each row that tells it from the others: the town, with its county where two counties have one of the name,
    /// and with its year where there are books of several.
    fileprivate var townNames: [String] {
        let counties = Dictionary(grouping: rows, by: \.town).mapValues { Set($0.map(\.county)).count }
        let names = rows.map { row in
            ((counties[row.town] ?? 0) > 1 ? row.county + row.town : row.town).oneLine.shortened(to: 24)
        }
        let uses = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        return zip(rows, names).map { row, name in (uses[name] ?? 0) > 1 ? "\(name)（\(row.year)）" : name }
    }
}
