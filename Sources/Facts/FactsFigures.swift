internal import Aggregation
internal import Appraisal
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Linting
internal import Reporting

/// What is reckoned of a book; a county's overview is made of it.
struct FactsFigures: Codable {
    let totals: Totals
    let funding: FactsFunding
    @Written var schedule: FactsSchedule?
    let quality: FactsQuality
    /// What the county's overview shows beside the figures; older versions lack it.
    let overview: FactsOverview?
    /// What changed since an older book or result; left out where there is none.
    let change: FactsChange?
    /// 绩效运行监控 and 绩效自评; left out where there are no actual figures.
    @WrittenIfAny var monitoring: FactsMonitoring?
    @WrittenIfAny var evaluation: FactsEvaluation?

    struct Totals: Codable {
        let projects: Int
        let indicators: Int
        let budgetFen: Int64
        @Written var fiscalFen: Int64?
        @Written var otherFen: Int64?
    }

    init(_ report: Report) {
        let town = CountyReport.Town(report, folder: "")
        let columns = FundingTable(book: report.book, funding: report.funding)
        totals = Totals(
            projects: town.row.projects, indicators: town.row.indicators, budgetFen: columns.budget.exact.fen,
            fiscalFen: columns.fiscalFunds?.exact.fen, otherFen: columns.otherFunds?.exact.fen)
        funding = FactsFunding(report.funding)
        schedule = FactsSchedule(report.schedule)
        quality = FactsQuality(report.quality)
        overview = FactsOverview(town, isMasked: report.isMasked)
        change = report.change.map(FactsChange.init)
        monitoring = report.appraisal.flatMap { all in all.monitoring.map { FactsMonitoring(all, $0) } }
        evaluation = report.appraisal.flatMap { all in all.evaluation.map { FactsEvaluation(all, $0) } }
    }
}

/// A shown amount: exact in 分, and as shown in 万元.
struct FactsAmount: Codable {
    let fen: Int64
    @Written var shown: String?

    init(_ amount: ShownAmount) {
        fen = amount.exact.fen
        shown = amount.description
    }
}

struct FactsFunding: Codable {
    let total: FactsAmount
    @Written var bySource: [Part]?
    let byKind: [Part]
    @Written var bands: [Part]?
    @Written var byAge: [Part]?
    @Written var topTen: [ProjectPart]?
    @Written var topTenSharePercent: Decimal?
    @Written var withoutBudget: [Int]?

    init(_ funding: Funding) {
        total = FactsAmount(funding.total)
        bySource = funding.bySource.map(Part.init)
        byKind = funding.byKind.map(Part.init)
        bands = funding.bands.map(Part.init)
        byAge = funding.byAge.map(Part.init)
        topTen = funding.topTen.map {
            ProjectPart(project: $0.project, amount: FactsAmount($0.amount), sharePercent: $0.share.decimal)
        }
        topTenSharePercent = funding.topTenShare.decimal
        withoutBudget = funding.withoutBudget
    }

    struct Part: Codable {
        let label: String
        let amount: FactsAmount
        let projects: Int
        @Written var sharePercent: Decimal?

        init(_ part: Funding.Part) {
            label = part.label
            amount = FactsAmount(part.amount)
            projects = part.projects
            sharePercent = part.share.decimal
        }
    }

    struct ProjectPart: Encodable {
        let project: Int
        let amount: FactsAmount
        let sharePercent: Decimal
    }
}

struct FactsSchedule: Encodable {
    let points: [Point]
    let mechanical: [Int]
    let allAtEnd: [Int]
    let unfinished: [Int]
    @Written var next: Due?

    struct Point: Encodable {
        let by: String
        let planned: FactsAmount
        let sharePercent: Decimal
        let evenSharePercent: Decimal
    }

    struct Due: Encodable {
        let by: String
        let amount: FactsAmount
        let projects: [Int]
    }

    init(_ schedule: Schedule) {
        points = schedule.points.map { point in
            Point(
                by: point.by.code, planned: FactsAmount(point.planned), sharePercent: point.share.decimal,
                evenSharePercent: point.evenShare.decimal)
        }
        mechanical = schedule.mechanical
        allAtEnd = schedule.allAtEnd
        unfinished = schedule.unfinished
        next = schedule.next.map { Due(by: $0.by.code, amount: FactsAmount($0.amount), projects: $0.projects) }
    }
}

struct FactsQuality: Codable {
    @Nullable var score: Decimal?
    /// Older versions lack them.
    let losses: [Loss]?
    @Written var projects: [ProjectScore]?
    @Written var rows: Int?
    @Written var quantifiedRows: Int?
    @Written var copiedRows: Int?
    /// What to put right first: what each rule would win, the most first.
    @Written var fixes: [Fix]?

    init(_ quality: Quality) {
        score = quality.score.map(\.decimal)
        losses = quality.losses.map(Loss.init)
        projects = quality.projects.map { project in
            ProjectScore(
                project: project.project, score: project.score.decimal, losses: project.losses.map(Loss.init))
        }
        rows = quality.rows
        quantifiedRows = quality.quantifiedRows
        copiedRows = quality.copiedRows
        fixes = quality.fixes.map(Fix.init)
    }

    struct Loss: Codable {
        let code: String
        let findings: Int
        let points: Decimal

        init(_ loss: Quality.Loss) {
            code = loss.code
            findings = loss.findings
            points = loss.points.decimal
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
            points = fix.points.decimal
        }
    }

    struct ProjectScore: Encodable {
        let project: Int
        let score: Decimal
        let losses: [Loss]
    }
}
