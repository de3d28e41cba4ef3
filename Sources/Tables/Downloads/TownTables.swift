public import Foundation
public import Reporting

/// What a town's page shows in tables, as files beside it: each kind of table once, as CSV and as JSON.
public struct TownTables {
    private let report: Report
    /// The folder of the files, inside the town's.
    package static let folder = "表格"

    package enum Kind: String, CaseIterable {
        case projects = "项目"
        case indicators = "绩效指标"
        case plan = "支出计划"
        case funding = "资金构成"
        case findings = "问题清单"

        /// The file relative to the town's folder.
        package func path(_ ending: String) -> String { "\(TownTables.folder)/\(rawValue).\(ending)" }
    }

    public init(_ report: Report) {
        self.report = report
    }

    /// Every file with its path relative to the town's folder.
    ///
    /// - Throws: `EncodingError`, which no report can cause.
    public func files() throws -> [(path: String, bytes: Data)] {
        try Kind.allCases.flatMap { kind in
            let table = table(kind)
            return [
                (kind.path("csv"), Data(table.csv.utf8)),
                (kind.path("json"), try table.json(kind.rawValue, town: report.town, year: report.year)),
            ]
        }
    }

    func table(_ kind: Kind) -> DataTable {
        let lists = TownLists(report)
        return switch kind {
        case .projects: lists.projects.table(for: .files)
        case .indicators: lists.indicators.table(for: .files)
        case .plan: lists.plan.table(for: .files)
        case .funding: lists.funding.table(for: .files)
        case .findings: lists.findings.table(for: .files)
        }
    }
}
