internal import Diagnostics
internal import GoalModel
internal import Linting
internal import Reporting

/// What was found in a town's book.
extension TownLists {
    struct FindingRow {
        let severity: Severity
        let rule: String
        let title: String
        let message: String
        let remedy: String
        let place: String?
        var placed: PlacedFinding?
        var project: Project?
    }

    private var findingRows: [FindingRow] {
        let projects = Dictionary(report.book.projects.map { ($0.number, $0) }) { first, _ in first }
        return report.placedFindings.map { placed in
            let finding = placed.finding
            return FindingRow(
                severity: finding.severity, rule: finding.code, title: finding.title, message: finding.message,
                remedy: finding.remedy, place: placed.place, placed: placed, project: finding.project.flatMap { projects[$0] })
        }
    }

    var findings: DataList<FindingRow> { DataList(findingRows, findingColumns) }

    /// With what could not be read.
    var findingsAndReadings: DataList<FindingRow> {
        let readings = report.notes.map { diagnostic in
            FindingRow(
                severity: diagnostic.severity, rule: "读取", title: diagnostic.id,
                message: [diagnostic.summary, diagnostic.explanation].filter { !$0.isEmpty }.joined(separator: "。"),
                remedy: diagnostic.remedy, place: diagnostic.location?.description)
        }
        return DataList(readings + findingRows, findingColumns)
    }

    private var findingColumns: [Column<FindingRow>] {
        [
            Column("级别", "severity") { $0.severity },
            Column("规则", "rule") { Code($0.rule) },
            Column("名称", "title", upTo: 18) { $0.title }.named("问题类型", in: .xlsx),
            Column("审核内容", "criterion") { $0.placed?.finding.criterion.rawValue },
            Column("序号", "project") { $0.placed?.finding.project }.named("项目序号", in: .xlsx),
            Column("项目编码", "code", in: .files) { $0.project.map { Code($0.code) } },
            Column("项目名称", "name", in: .xlsx, upTo: 20) { $0.project?.name },
            Column("指标行", "row") { $0.placed?.finding.indicator },
            Column("位置", "place", upTo: 24) { $0.place },
            Column("问题", "message", upTo: 40) { $0.message },
            Column("改法", "remedy", upTo: 40) { $0.remedy },
            Column("可改为", "suggestion", upTo: 20) { $0.placed?.finding.suggestion },
            Column("指纹", "fingerprint", in: .xlsx, upTo: 18) { $0.placed.map { Code($0.finding.fingerprint) } }.unprinted(),
            Column("页内地址", "anchor", in: .files) { $0.placed.map { "#" + $0.anchor } },
        ]
    }

    /// Quantity times unit cost beside the budget, a row a project that states both.
    var estimates: DataList<(estimate: Estimate, project: Project?)> {
        let projects = Dictionary(report.book.projects.map { ($0.number, $0) }) { first, _ in first }
        return DataList(
            report.estimates.map { ($0, projects[$0.project]) },
            [
                Column("序号", "project") { $0.estimate.project }.named("项目序号", in: .xlsx),
                Column("项目编码", "code", upTo: 22) { Code($0.project?.code) }.unprinted(),
                Column("项目名称", "name", upTo: 24) { $0.project?.name },
                Column("算式", "formula", upTo: 40) { $0.estimate.formula },
                Column("性质", "bound") { $0.estimate.bound.rawValue },
                Column("测算数", "estimate") { $0.estimate.estimateFen.map { Money(fen: $0) } },
                Column("预算数", "budget") { $0.estimate.budget },
                Column("测算与预算之比", "ratio") { $0.estimate.ratio },
                Column("一致", "agrees") { Code($0.estimate.agrees ? "是" : "否") },
                Column("级别", "severity") { $0.estimate.severity },
                Column("说明", "text", upTo: 50) { $0.estimate.text },
            ]
        ).moving("code", before: nil, in: .xlsx)
    }
}
