package import Aggregation
internal import Foundation
internal import GoalModel
internal import Reporting

/// What changed since an older book or result.
package struct FactsChange: Encodable {
    /// `2023年`, or `上一份`.
    let basis: String
    let older: Side
    let newer: Side
    let difference: FactsAmount
    let growthPercent: OrNull<Decimal>
    let added: [Movement]
    let dropped: [Movement]
    /// With another budget.
    let changed: [Movement]
    /// How many projects have the same budget.
    let unchanged: Int
    /// What differs within the projects, and findings that came or went.
    let details: [Detail]
    let remainingFindings: Int

    package init(_ change: BookChange) {
        basis = change.basisTitle
        older = Side(change.older)
        newer = Side(change.newer)
        difference = FactsAmount(change.difference)
        growthPercent = OrNull(change.growth.map { Decimal($0) / 10 })
        added = change.added.map(Movement.init)
        dropped = change.dropped.map(Movement.init)
        changed = change.changed.map(Movement.init)
        unchanged = change.unchanged
        details = change.details.map(Detail.init)
        remainingFindings = change.findings.remaining.count
    }

    struct Side: Encodable {
        let year: OrNull<Int>
        let budgetFen: Int64
        let projects: Int
        let score: OrNull<Decimal>
        let errors: Int

        init(_ edition: Edition) {
            year = OrNull(edition.year)
            budgetFen = edition.total.fen
            projects = edition.projects.count
            score = OrNull(edition.score.map { Decimal($0) / 10 })
            errors = edition.errors
        }
    }

    struct Movement: Encodable {
        let name: String
        let older: OrNull<FactsAmount>
        let newer: OrNull<FactsAmount>

        init(_ movement: BookChange.Movement) {
            name = movement.name
            older = OrNull(movement.older.map(FactsAmount.init))
            newer = OrNull(movement.newer.map(FactsAmount.init))
        }
    }

    struct Detail: Encodable {
        let subject: String
        let project: String
        let item: String
        let kind: String
        let older: String
        let newer: String

        init(_ detail: ChangeDetail) {
            subject = detail.subject.rawValue
            project = detail.project
            item = detail.item
            kind = detail.kind.rawValue
            older = detail.older
            newer = detail.newer
        }
    }
}
