public import Appraisal
public import Foundation
internal import GoalModel

/// 绩效自评 of one or more towns as JSON (schema `goalbook.evaluation/1`).
public struct EvaluationFile {
    private let document: Document

    /// - Parameter reports: those without a self-evaluation are left out.
    public init(_ reports: [AppraisalReport]) {
        document = Document(books: reports.compactMap { report in report.evaluation.map { FactsEvaluation(report, $0) } })
    }

    /// UTF-8, keys sorted.
    ///
    /// - Throws: `EncodingError`, which no report can cause.
    public func json() throws -> Data { try ReadableJSON.data(document) }

    private struct Document: Encodable {
        let schema = "goalbook.evaluation/1"
        let books: [FactsEvaluation]
    }
}

/// 绩效自评 of a town.
struct FactsEvaluation: Encodable {
    let town: String
    @Written var fiscalYear: Int?
    let preset: String
    let projects: [Project]
    @Written var mean: Decimal?
    @Written var weightedMean: Decimal?
    let checks: [FactsCheck]

    init(_ report: AppraisalReport, _ evaluation: TownEvaluation) {
        town = report.book.town
        fiscalYear = report.book.fiscalYear
        preset = report.settings.preset
        projects = evaluation.projects.map(Project.init)
        mean = evaluation.mean?.decimal
        weightedMean = evaluation.weightedMean?.decimal
        checks = evaluation.checks.map(FactsCheck.init)
    }

    struct Project: Encodable {
        let code: String
        let name: String
        let adjustedFen: Int64
        @Written var paidFen: Int64?
        let execution: Execution
        let rows: [Row]
        @Written var total: Decimal?
        @Written var grade: String?

        init(_ project: ProjectEvaluation) {
            (code, name) = (project.code, project.name)
            adjustedFen = project.adjusted.fen
            paidFen = project.paid?.fen
            execution = Execution(project)
            rows = project.rows.map(Row.init)
            total = project.total?.decimal
            grade = project.grade?.rawValue
        }
    }

    struct Execution: Encodable {
        @Written var ratePercent: Decimal?
        let weight: Decimal
        @Written var points: Decimal?

        init(_ project: ProjectEvaluation) {
            let isTold = project.paid != nil
            ratePercent = isTold ? project.execution.percent?.decimal : nil
            weight = project.execution.weight.decimal
            points = isTold ? project.execution.points.decimal : nil
        }
    }

    struct Row: Encodable {
        let row: Int
        let weight: Decimal
        @Written var points: Decimal?
        let working: String

        init(_ judged: RowEvaluation) {
            row = judged.row
            weight = judged.score.weight.decimal
            points = judged.isNotApplicable ? nil : judged.score.points?.decimal
            working = judged.score.working
        }
    }
}
