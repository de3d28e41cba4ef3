internal import Aggregation
public import Diagnostics
public import Foundation
internal import GoalModel
public import Reporting

/// rollup.json: the county overview, for other programs and to be read back (schema `goalbook.rollup/1`).
public struct RollupFile: Codable {
    @Written private var schema: String?
    @Written private var title: String?
    public let towns: [Town]
    public let failures: [InputFailure]
    @Written private var budget: FactsAmount?
    @Written private var projects: Int?
    @Written private var errors: Int?
    @Written private var warnings: Int?
    /// Left out for a single town.
    @WrittenIfAny private var likeness: Likeness?

    public struct Town: Codable {
        public let folder: String
        @Written var town: String?
        @Written var county: String?
        @Written var year: String?
        @Written var projects: Int?
        @Written var indicators: Int?
        @Written var budget: FactsAmount?
        @Written var score: Decimal?
        @Written var errors: Int?
        @Written var warnings: Int?
        @Written var hints: Int?
        /// Left out where the town is of today's input.
        public let remark: String?
        /// When its results were made, `2026-01-31`; left out where nobody keeps count of that.
        public let updated: String?
        /// How far the town is in its year; left out where there are no actual figures.
        @WrittenIfAny var progress: FactsProgress?

        init(_ row: CountyReport.Row) {
            folder = row.folder
            town = row.town
            county = row.county
            year = row.year
            projects = row.projects
            indicators = row.indicators
            budget = FactsAmount(row.budget)
            score = row.score.map(\.decimal)
            errors = row.errors
            warnings = row.warnings
            hints = row.hints
            remark = row.remark
            updated = row.updated?.iso
            progress = row.progress.map(FactsProgress.init)
        }
    }

    /// What the towns have copied from each other.
    struct Likeness: Encodable {
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

        init(_ similarity: CountySimilarity) {
            rows = similarity.rows
            shared = similarity.shared
            share = Decimal(similarity.share.tenths) / 1000
            towns = similarity.towns.map {
                Town(folder: $0.folder, rows: $0.rows, shared: $0.shared, share: Decimal($0.share.tenths) / 1000)
            }
            groups = similarity.groups.map { group in
                Group(
                    rows: group.rows,
                    members: group.members.map { Member(folder: $0.folder, town: $0.town, projects: $0.projects) })
            }
        }
    }

    public init(_ county: CountyReport) {
        schema = "goalbook.rollup/1"
        title = county.title
        towns = county.rows.map(Town.init)
        failures = county.failures
        budget = FactsAmount(county.total)
        projects = county.projects
        errors = county.errors
        warnings = county.warnings
        likeness = county.similarity.map(Likeness.init)
    }

    /// - Throws: `DecodingError` for bytes that are no such file.
    public init(_ json: Data) throws {
        self = try JSONDecoder().decode(RollupFile.self, from: json)
    }

    /// UTF-8, keys sorted.
    ///
    /// - Throws: `EncodingError`, which no report can cause.
    public func json() throws -> Data {
        try ReadableJSON.data(self)
    }
}
