internal import Aggregation
internal import Diagnostics
public import Foundation
internal import GoalModel
public import Reporting

/// rollup.json: the county overview for other programs (schema `goalbook.rollup/1`).
public struct RollupFile {
    private let document: Document

    public init(_ county: CountyReport) {
        document = Document(county)
    }

    /// UTF-8, keys sorted.
    ///
    /// - Throws: `EncodingError`, which no report can cause.
    public func json() throws -> Data {
        try ReadableJSON.data(document)
    }

    private struct Document: Encodable {
        let schema = "goalbook.rollup/1"
        let title: String
        let towns: [Town]
        let failures: [InputFailure]
        let budget: FactsAmount
        let projects: Int
        let errors: Int
        let warnings: Int
        /// Left out for a single town.
        let likeness: Likeness?

        init(_ county: CountyReport) {
            title = county.title
            towns = county.rows.map(Town.init)
            failures = county.failures
            budget = FactsAmount(county.total)
            projects = county.projects
            errors = county.errors
            warnings = county.warnings
            likeness = county.likeness.map(Likeness.init)
        }
    }

    /// What the towns have copied from each other.
    private struct Likeness: Encodable {
        let rows: Int
        let shared: Int
        let share: Decimal
        let towns: [Town]
        let groups: [Group]

        struct Town: Encodable {
            let folder: String
            let rows: Int
            let shared: Int
            let share: Decimal
        }

        struct Group: Encodable {
            let rows: Int
            let members: [Member]
        }

        struct Member: Encodable {
            let folder: String
            let town: String
            let projects: [Int]
        }

        init(_ likeness: CountyLikeness) {
            rows = likeness.rows
            shared = likeness.shared
            share = Decimal(likeness.share) / 1000
            towns = likeness.towns.map {
                Town(folder: $0.folder, rows: $0.rows, shared: $0.shared, share: Decimal($0.share) / 1000)
            }
            groups = likeness.groups.map { group in
                Group(
                    rows: group.rows,
                    members: group.members.map { Member(folder: $0.folder, town: $0.town, projects: $0.projects) })
            }
        }
    }

    private struct Town: Encodable {
        let folder: String
        let town: String
        let county: String
        let year: String
        let projects: Int
        let indicators: Int
        let budget: FactsAmount
        let score: OrNull<Decimal>
        let errors: Int
        let warnings: Int
        let hints: Int
        /// Left out where the town is of today's input.
        let remark: String?
        /// When its results were made; left out where nobody keeps count of that.
        let updated: String?

        init(_ row: CountyReport.Row) {
            folder = row.folder
            town = row.town
            county = row.county
            year = row.year
            projects = row.projects
            indicators = row.indicators
            budget = FactsAmount(row.budget)
            score = OrNull(row.score.map { Decimal($0) / 10 })
            errors = row.errors
            warnings = row.warnings
            hints = row.hints
            remark = row.remark
            updated = row.updated?.iso
        }
    }
}
