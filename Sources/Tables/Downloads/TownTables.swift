internal import Aggregation
internal import Diagnostics
public import Foundation
internal import GoalModel
internal import Linting
public import Reporting

/// What a town's page shows in tables, as files beside it: each kind of table once, as CSV and as JSON.
public struct TownTables {
    private let report: Report
    /// The folder of the files, inside the town's.
    package static let folder = "表格"

    /// The kinds of table.
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
                (kind.path("json"), try table.json(town: report.town, year: report.year)),
            ]
        }
    }

    func table(_ kind: Kind) -> DataTable {
        let (columns, rows) =
            switch kind {
            case .projects: (projectColumns, projects)
            case .indicators: (indicatorColumns, indicators)
            case .plan: (planColumns, plan)
            case .funding: (fundingColumns, funding)
            case .findings: (findingColumns, findings)
            }
        return DataTable(name: kind.rawValue, columns: columns.map { DataTable.Column(title: $1, key: $0) }, rows: rows)
    }

    private typealias Columns = KeyValuePairs<String, String>
    private typealias Row = [DataTable.Cell]

    private var projectColumns: Columns {
        [
            "number": "序号", "code": "项目编码", "name": "项目名称", "kind": "类别", "budgetWan": "预算（万元）", "percent": "占比（%）",
            "score": "得分", "errors": "错误", "warnings": "警告", "unitCode": "预算单位编码", "unitName": "预算单位", "moneyUnit": "金额单位",
            "budgetText": "预算数", "fiscalText": "财政资金", "otherText": "其他资金", "purpose": "资金用途", "goals": "绩效目标",
        ]
    }

    private var projects: [Row] {
        let scores = Dictionary(report.quality.projects.map { ($0.project, $0.score) }, uniquingKeysWith: { first, _ in first })
        let counts = report.countsByProject
        return zip(report.book.projects, report.funding.projects).map { project, part in
            let found = counts[project.number]
            return [
                .count(project.number), .text(project.code), .text(project.name), .text(part.kind), .amount(part.amount),
                .tenths(part.share), .tenths(scores[project.number]), .count(found?.errors ?? 0), .count(found?.warnings ?? 0),
                .text(project.unit.code), .text(project.unit.name), .text(project.moneyUnit.rawValue),
                .text(project.raw.budget), .text(project.raw.fiscalFunds), .text(project.raw.otherFunds),
                .text(project.purpose), .text(project.goals.joined(separator: "\n")),
            ]
        }
    }

    private var indicatorColumns: Columns {
        [
            "project": "序号", "code": "项目编码", "projectName": "项目名称", "row": "行", "category": "一级指标", "type": "二级指标",
            "name": "三级指标", "description": "绩效指标描述", "target": "指标值", "basis": "指标值确定依据",
        ]
    }

    private var indicators: [Row] {
        report.book.projects.flatMap { project in
            project.indicators.enumerated().map { row, indicator in
                name(of: project) + [.count(row + 1)] + Indicator.Field.allCases.map { .text(indicator[$0]) }
            }
        }
    }

    private func name(of project: Project) -> Row {
        [.count(project.number), .text(project.code), .text(project.name)]
    }

    private var planColumns: Columns {
        [
            "project": "序号", "code": "项目编码", "name": "项目名称", "by": "时点", "plan": "累计", "addedWan": "本期（万元）",
            "plannedWan": "累计（万元）", "percent": "占预算（%）", "evenPercent": "均衡进度（%）",
        ]
    }

    /// The town as a whole, then each project.
    private var plan: [Row] {
        let town: [Row] = report.schedule.points.map { point in
            [
                .blank, .blank, .text(report.town), .text(point.by.title), .blank, .amount(point.added), .amount(point.planned),
                .tenths(point.share), .tenths(point.evenShare),
            ]
        }
        let projects = report.book.projects.flatMap { project in
            project.plan.points.indices.map { index in
                name(of: project) + [.text(project.plan.points[index].by.title), .text(project.planText(index))]
                    + [.blank, .blank, .blank, .blank]
            }
        }
        return town + projects
    }

    private var fundingColumns: Columns {
        ["list": "分组", "label": "名称", "projects": "项目数", "amountWan": "金额（万元）", "percent": "占比（%）"]
    }

    private var funding: [Row] {
        report.fundingLists.flatMap { title, parts in
            parts.map { [.text(title), .text($0.label), .count($0.projects), .amount($0.amount), .tenths($0.share)] }
        }
    }

    private var findingColumns: Columns {
        [
            "severity": "级别", "rule": "规则", "title": "名称", "criterion": "审核内容", "project": "序号", "code": "项目编码", "row": "指标行",
            "place": "位置", "message": "问题", "remedy": "改法", "suggestion": "可改为", "anchor": "页内地址",
        ]
    }

    private var findings: [Row] {
        let codes = Dictionary(report.book.projects.map { ($0.number, $0.code) }, uniquingKeysWith: { first, _ in first })
        return report.placedFindings.map { placed in
            let finding = placed.finding
            return [
                .text(finding.severity.title), .text(finding.code), .text(finding.title), .text(finding.criterion.rawValue),
                finding.project.map { .count($0) } ?? .blank, .text(finding.project.flatMap { codes[$0] }),
                finding.indicator.map { .count($0) } ?? .blank, .text(placed.place), .text(finding.message),
                .text(finding.remedy), .text(finding.suggestion), .text("#" + placed.anchor),
            ]
        }
    }
}
