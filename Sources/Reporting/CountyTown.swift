internal import Aggregation
public import GoalModel
public import Linting

extension CountyReport {
    /// A town's part of the county's page, so that whole reports need not be kept.
    public struct Town: Sendable {
        public var row: Row
        let key: Key
        /// `nil` where the book names none.
        let county: String?
        let region: String
        let fiscalYear: Int?
        /// The same for all years of a town.
        private let identity: String
        /// What of its rows is compared with other towns.
        public let prints: RowFingerprints
        public let rules: [RuleCount]

        /// A town by figures that are known already.
        ///
        /// - Parameter row: its names are those that ``Report/townName(_:unit:)`` and ``Report/yearName(_:)`` make.
        public init(
            _ row: Row, key town: TownKey, county: String?, fiscalYear: Int?, rules: [RuleCount], prints: RowFingerprints
        ) {
            self.row = row
            self.prints = prints
            key = Key(region: town.region ?? "", unit: town.unitCode ?? "", year: fiscalYear ?? 0, folder: row.folder)
            self.county = county
            region = town.region ?? ""
            identity = "\(region) \(town.unitCode ?? "") \(town.unitCode == nil ? town.town : "")"
            self.fiscalYear = fiscalYear
            self.rules = rules
        }

        /// - Parameter folder: the town's result folder, relative to the overview.
        public init(_ report: Report, folder: String) {
            let book = report.book
            var row = Row(
                folder: folder, town: report.town, county: book.county ?? "", year: report.year, projects: book.projects.count,
                indicators: book.projects.reduce(0) { $0 + $1.indicators.count }, budget: report.funding.total,
                score: report.quality.score, errors: report.counts.errors, warnings: report.counts.warnings,
                hints: report.counts.hints)
            row.byKind = report.funding.byKind.map { KindPart(label: $0.label, projects: $0.projects, amount: $0.amount) }
            row.change = report.change.map(Change.init)
            let placed = report.placedFindings
            row.faults = report.faults(placed)
            row.progress = report.progress
            self.init(
                row, key: book.townKey, county: book.county, fiscalYear: book.fiscalYear, rules: report.ruleCounts(placed),
                prints: RowFingerprints(book))
        }

        var similarityPart: CountySimilarity.Part { CountySimilarity.Part(row: row, identity: identity, prints: prints) }
    }
}
