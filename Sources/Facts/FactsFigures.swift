internal import Aggregation
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Linting

/// A shown amount: exact in 分, and as shown in 万元.
struct FactsAmount: Encodable {
    let fen: Int64
    let shown: String

    init(_ amount: ShownAmount) {
        fen = amount.exact.fen
        shown = amount.description
    }
}

struct FactsFunding: Encodable {
    let total: FactsAmount
    let bySource: [Part]
    let byKind: [Part]
    let bands: [Part]
    let byAge: [Part]
    let topTen: [ProjectPart]
    let topTenSharePercent: Decimal
    let withoutBudget: [Int]

    init(_ funding: Funding) {
        total = FactsAmount(funding.total)
        bySource = funding.bySource.map(Part.init)
        byKind = funding.byKind.map(Part.init)
        bands = funding.bands.map(Part.init)
        byAge = funding.byAge.map(Part.init)
        topTen = funding.topTen.map(ProjectPart.init)
        topTenSharePercent = Decimal(funding.topTenShare) / 10
        withoutBudget = funding.withoutBudget
    }

    struct Part: Encodable {
        let label: String
        let amount: FactsAmount
        let projects: Int
        let sharePercent: Decimal

        init(_ part: Funding.Part) {
            label = part.label
            amount = FactsAmount(part.amount)
            projects = part.projects
            sharePercent = Decimal(part.share) / 10
        }
    }

    struct ProjectPart: Encodable {
        let project: Int
        let amount: FactsAmount
        let sharePercent: Decimal

        init(_ part: Funding.ProjectPart) {
            project = part.project
            amount = FactsAmount(part.amount)
            sharePercent = Decimal(part.share) / 10
        }
    }
}

struct FactsSchedule: Encodable {
    let points: [Point]
    let mechanical: [Int]
    let allAtEnd: [Int]
    let unfinished: [Int]
    let next: OrNull<Due>

    init(_ schedule: Schedule) {
        points = schedule.points.map(Point.init)
        mechanical = schedule.mechanical
        allAtEnd = schedule.allAtEnd
        unfinished = schedule.unfinished
        next = OrNull(schedule.next.map(Due.init))
    }

    struct Point: Encodable {
        let by: String
        let planned: FactsAmount
        let sharePercent: Decimal
        let evenSharePercent: Decimal

        init(_ point: Schedule.Point) {
            by = point.by.code
            planned = FactsAmount(point.planned)
            sharePercent = Decimal(point.share) / 10
            evenSharePercent = Decimal(point.evenShare) / 10
        }
    }

    struct Due: Encodable {
        let by: String
        let amount: FactsAmount
        let projects: [Int]

        init(_ due: Schedule.Due) {
            by = due.by.code
            amount = FactsAmount(due.amount)
            projects = due.projects
        }
    }
}

struct FactsQuality: Encodable {
    let score: OrNull<Decimal>
    let losses: [Loss]
    let projects: [ProjectScore]
    let rows: Int
    let quantifiedRows: Int
    let copiedRows: Int
    /// What to put right first: what each rule would win, the most first.
    let fixes: [Fix]

    init(_ quality: Quality) {
        score = OrNull(quality.score.map { Decimal($0) / 10 })
        losses = quality.losses.map(Loss.init)
        projects = quality.projects.map(ProjectScore.init)
        rows = quality.rows
        quantifiedRows = quality.quantifiedRows
        copiedRows = quality.copiedRows
        fixes = quality.fixes.map(Fix.init)
    }

    struct Loss: Encodable {
        let code: String
        let findings: Int
        let points: Decimal

        init(_ loss: Quality.Loss) {
            code = loss.code
            findings = loss.findings
            points = Decimal(loss.points) / 10
        }
    }

    struct Fix: Encodable {
        let code: String
        let findings: Int
        let projects: Int
        let points: Decimal

        init(_ fix: Quality.Fix) {
            code = fix.code
            findings = fix.findings
            projects = fix.projects
            points = Decimal(fix.points) / 10
        }
    }

    struct ProjectScore: Encodable {
        let project: Int
        let score: Decimal
        let losses: [Loss]

        init(_ score: Quality.ProjectScore) {
            project = score.project
            self.score = Decimal(score.score) / 10
            losses = score.losses.map(Loss.init)
        }
    }
}
