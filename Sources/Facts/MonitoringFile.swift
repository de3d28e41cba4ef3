public import Appraisal
public import Foundation
internal import GoalModel

/// 绩效运行监控 of one or more towns as JSON (schema `goalbook.monitoring/1`).
public struct MonitoringFile {
    private let document: Document

    /// - Parameter reports: those without a monitoring are left out.
    public init(_ reports: [AppraisalReport]) {
        document = Document(books: reports.compactMap { report in report.monitoring.map { FactsMonitoring(report, $0) } })
    }

    /// UTF-8, keys sorted.
    ///
    /// - Throws: `EncodingError`, which no report can cause.
    public func json() throws -> Data { try ReadableJSON.data(document) }

    private struct Document: Encodable {
        let schema = "goalbook.monitoring/1"
        let books: [FactsMonitoring]
    }
}

/// 绩效运行监控 of a town.
struct FactsMonitoring: Encodable {
    let town: String
    @Written var fiscalYear: Int?
    let asOf: String
    let preset: String
    let projects: [Project]
    let counts: [String: Int]
    let checks: [FactsCheck]

    init(_ report: AppraisalReport, _ monitoring: TownMonitoring) {
        town = report.book.town
        fiscalYear = report.book.fiscalYear
        asOf = monitoring.asOf.iso
        preset = report.settings.preset
        projects = monitoring.projects.map(Project.init)
        counts = Dictionary(uniqueKeysWithValues: Lamp.allCases.map { ($0.rawValue, monitoring.counts[$0]) })
        checks = monitoring.checks.map(FactsCheck.init)
    }

    struct Project: Encodable {
        let code: String
        let name: String
        let adjustedFen: Int64
        @Written var paidFen: Int64?
        @Written var ratePercent: Decimal?
        @Written var standardPercent: Decimal?
        @Written var value: Decimal?
        let lamp: String
        @Written var forecastFen: Int64?
        let indicators: [Row]

        init(_ project: ProjectMonitoring) {
            (code, name, lamp) = (project.code, project.name, project.lamp.rawValue)
            let money = project.money
            adjustedFen = money.adjusted.fen
            paidFen = money.paid?.fen
            ratePercent = money.rate?.percent.decimal
            standardPercent = money.standard?.percent.decimal
            value = money.value?.percent.decimal
            forecastFen = money.forecast?.fen
            indicators = project.indicators.map(Row.init)
        }
    }

    struct Row: Encodable {
        let row: Int
        let target: String
        @Written var actual: String?
        @Written var value: Decimal?
        let lamp: String

        init(_ seen: IndicatorMonitoring) {
            (row, target, lamp) = (seen.row, seen.target, seen.lamp.rawValue)
            actual = seen.actual.isEmpty ? nil : seen.actual
            value = seen.value?.percent.decimal
        }
    }
}
