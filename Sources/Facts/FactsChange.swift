internal import Aggregation
internal import Foundation
internal import GoalModel
internal import Reporting

/// What changed since an older book or result.
struct FactsChange: Codable {
    /// `2023年`, or `上一份`.
    let basis: String
    let older: Side
    let newer: Side
    @Written var difference: FactsAmount?
    @Written var growthPercent: Decimal?
    @Written var added: [Movement]?
    @Written var dropped: [Movement]?
    /// With another budget.
    @Written var changed: [Movement]?
    /// How many projects have the same budget.
    @Written var unchanged: Int?
    /// What differs within the projects, and findings that came or went.
    @Written var details: [Detail]?
    @Written var remainingFindings: Int?
    /// Rows whose target is below what was reached the year before; left out where there are none.
    @WrittenIfAny var easierTargets: [EasierTarget]?

    init(_ change: BookChange) {
        basis = change.basisTitle
        older = Side(change.older)
        newer = Side(change.newer)
        difference = FactsAmount(change.difference)
        growthPercent = change.growth.map(\.decimal)
        added = change.added.map(Movement.init)
        dropped = change.dropped.map(Movement.init)
        changed = change.changed.map(Movement.init)
        unchanged = change.unchanged
        details = change.details.map { detail in
            Detail(
                subject: detail.subject.rawValue, project: detail.project, item: detail.item, kind: detail.kind.rawValue,
                older: detail.older, newer: detail.newer)
        }
        remainingFindings = change.findings.remaining.count
        easierTargets =
            change.easier.isEmpty
            ? nil
            : change.easier.map {
                EasierTarget(
                    project: $0.project, row: $0.number, name: $0.row[.name], target: $0.row[.target], reached: $0.reached)
            }
    }

    struct EasierTarget: Encodable {
        let project: Int
        let row: Int
        let name: String
        let target: String
        let reached: String
    }

    struct Side: Codable {
        @Written var year: Int?
        /// Left out where years tell the sides apart.
        @WrittenIfAny var name: String?
        let budgetFen: Int64
        @Written var projects: Int?
        @Nullable var score: Decimal?
        let errors: Int

        init(_ edition: Edition) {
            year = edition.year
            name = edition.name
            budgetFen = edition.total.fen
            projects = edition.projects.count
            score = edition.score.map(\.decimal)
            errors = edition.errors
        }
    }

    struct Movement: Encodable {
        let name: String
        @Written var older: FactsAmount?
        @Written var newer: FactsAmount?

        init(_ movement: BookChange.Movement) {
            name = movement.name
            older = movement.older.map(FactsAmount.init)
            newer = movement.newer.map(FactsAmount.init)
        }
    }

    struct Detail: Encodable {
        let subject: String
        let project: String
        let item: String
        let kind: String
        let older: String
        let newer: String
    }
}
