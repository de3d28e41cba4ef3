public import Appraisal
internal import Diagnostics
public import Foundation
internal import GoalModel

/// Filled self-evaluation forms and what was found in them as JSON (schema `goalbook.evaluation/1`).
public struct ReviewedFormsFile {
    private let document: Document

    public init(_ forms: [ReviewedForm]) {
        document = Document(forms: forms.map(Form.init))
    }

    /// UTF-8, keys sorted.
    ///
    /// - Throws: `EncodingError`, which no form can cause.
    public func json() throws -> Data { try ReadableJSON.data(document) }

    private struct Document: Encodable {
        let schema = "goalbook.evaluation/1"
        let forms: [Form]
    }

    private struct Form: Encodable {
        let town: String
        @Written var fiscalYear: Int?
        @Written var preset: String?
        let location: FactsPlace
        let projects: [Project]
        @Written var mean: Decimal?
        @Written var weightedMean: Decimal?
        let checks: [Check]

        init(_ reviewed: ReviewedForm) {
            let form = reviewed.form
            town = form.unit?.text ?? form.department?.text ?? ""
            fiscalYear = form.fiscalYear
            location = FactsPlace(form.place)
            projects = [Project(reviewed)]
            mean = projects[0].total
            weightedMean = projects[0].total
            checks = reviewed.findings.map { Check($0, project: form.shownName) }
        }
    }

    /// Points as the rules give them where they can be told, and as printed.
    private struct Project: Encodable {
        @Written var code: String?
        let name: String
        @Written var adjustedFen: Int64?
        @Written var paidFen: Int64?
        let execution: Execution
        let rows: [Row]
        @Written var total: Decimal?
        @Written var grade: String?

        init(_ reviewed: ReviewedForm) {
            let (form, money) = (reviewed.form, reviewed.judged.money)
            name = form.shownName
            adjustedFen = money.adjustedMoney?.fen
            paidFen = money.paidMoney?.fen
            execution = Execution(money)
            rows = reviewed.judged.rows.map(Row.init)
            total = form.totalNumber
            grade = form.grade?.text
        }
    }

    private struct Execution: Encodable {
        @Written var ratePercent: Decimal?
        @Written var weight: Decimal?
        @Written var points: Decimal?
        @Written var printedPoints: Decimal?

        init(_ money: JudgedMoney) {
            ratePercent = money.score?.percent?.decimal
            weight = money.weight
            points = money.due
            printedPoints = money.points
        }
    }

    private struct Row: Encodable {
        let row: Int
        let name: String
        let target: String
        @Written var actual: String?
        @Written var weight: Decimal?
        @Written var points: Decimal?
        @Written var printedPoints: Decimal?
        @Written var working: String?

        init(_ judged: JudgedRow) {
            row = judged.row.number
            name = judged.row.name
            target = judged.row.target.text
            actual = judged.row[.actual]?.text
            weight = judged.weight
            points = judged.weight == nil ? nil : judged.score?.points?.decimal
            printedPoints = judged.points
            working = judged.weight == nil ? nil : judged.score?.working
        }
    }

    private struct Check: Encodable {
        let id: String
        let name: String
        let severity: String
        let project: String
        @Written var row: Int?
        let message: String
        let reason: String
        let remedy: String
        let location: FactsPlace

        init(_ finding: FormFinding, project: String) {
            id = finding.check.id
            name = finding.check.name
            severity = finding.severity.rawValue
            self.project = project
            row = finding.row
            message = finding.message
            reason = finding.check.reason
            remedy = finding.check.remedy
            location = FactsPlace(finding.location)
        }
    }
}
