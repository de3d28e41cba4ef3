package import Aggregation
package import GoalModel
internal import Linting
package import Reporting

/// A town's lists, each with all its columns; the workbook, the files for other programs and the page are written from them.
package struct TownLists {
    package let report: Report

    package init(_ report: Report) { self.report = report }

    package struct ProjectRow {
        package let project: Project
        let part: Funding.ProjectPart?
        let score: Points?
        let found: FindingCounts
    }

    private var projectRows: [ProjectRow] {
        let parts = Dictionary(report.funding.projects.map { ($0.project, $0) }) { first, _ in first }
        let scores = Dictionary(report.quality.projects.map { ($0.project, $0.score) }) { first, _ in first }
        let counts = report.countsByProject
        return report.book.projects.map { project in
            ProjectRow(
                project: project, part: parts[project.number], score: scores[project.number],
                found: counts[project.number] ?? FindingCounts([]))
        }
    }

    package var projects: DataList<ProjectRow> {
        let sources = Dictionary(report.funding.bySource.map { ($0.label, $0.amount.exact) }) { first, _ in first }
        let score = report.quality.score?.cell ?? .blank
        return DataList(
            projectRows,
            [
                Column("序号", "number", in: [.xlsx, .files], totals: [.text("合计")]) { $0.project.number },
                Column("项目编码", "code", in: [.xlsx, .files], upTo: 24) { Code($0.project.code) }.unprinted(),
                Column("项目名称", "name", upTo: 24) { $0.project.name },
                Column("类别", "kind") { $0.part?.kind },
                Column("预算", "budgetWan", in: [.files, .html], kind: "bu") { $0.part?.amount },
                Column("预算数", "budget", in: .xlsx, totals: [.exact(report.funding.total.exact)]) { $0.project.budget },
                Column("财政资金", "fiscal", in: .xlsx, totals: [total(sources["财政资金"])]) { $0.project.fiscalFunds },
                Column("其他资金", "other", in: .xlsx, totals: [total(sources["其他资金"])]) { $0.project.otherFunds },
                Column("占比", "percent", kind: "sh") { $0.part?.share },
                Column("指标", "indicators", in: .xlsx) { $0.project.indicators.count },
                Column("得分", "score", kind: "sc", totals: [score]) { $0.score },
                Column("错误", "errors", kind: "er") { $0.found.errors },
                Column("警告", "warnings", kind: "wa") { $0.found.warnings },
                Column("提示", "hints", in: .xlsx) { $0.found.hints },
                Column("预算单位编码", "unitCode", in: [.xlsx, .files]) { Code($0.project.unit.code) }.named("单位编码", in: .xlsx)
                    .unprinted(),
                Column("预算单位", "unitName", in: [.xlsx, .files]) { $0.project.unit.name }.named("单位名称", in: .xlsx).unprinted(),
                Column("金额单位", "moneyUnit", in: .files) { $0.project.unitTitle },
                Column("预算数", "budgetText", in: .files) { $0.project.raw.budget },
                Column("财政资金", "fiscalText", in: .files) { $0.project.raw.fiscalFunds },
                Column("其他资金", "otherText", in: .files) { $0.project.raw.otherFunds },
                Column("资金用途", "purpose", in: [.xlsx, .files], upTo: 30) { $0.project.purpose },
                Column("绩效目标", "goals", in: [.xlsx, .files], upTo: 36) { $0.project.goals.joined(separator: "\n") },
            ]
        )
        .moving("purpose", "goals", before: "indicators", in: .xlsx)
        .moving("code", "unitCode", "unitName", before: nil, in: .xlsx)
    }

    private func total(_ amount: Money?) -> Cell { amount?.cell ?? .blank }

    package struct IndicatorRow {
        let project: Project
        /// From 1.
        let number: Int
        let indicator: Indicator
    }

    var indicators: DataList<IndicatorRow> {
        func field(_ field: Indicator.Field, upTo limit: Int = 16) -> Column<IndicatorRow> {
            Column(field.title, field.rawValue, upTo: limit) { $0.indicator[field] }
        }
        return DataList(
            report.book.projects.flatMap { project in
                project.indicators.enumerated().map { IndicatorRow(project: project, number: $0 + 1, indicator: $1) }
            },
            [
                Column("序号", "project") { $0.project.number }.named("项目序号", in: .xlsx),
                Column("项目编码", "code", upTo: 22) { Code($0.project.code) }.unprinted(),
                Column("项目名称", "projectName", upTo: 20) { $0.project.name },
                Column("行", "row") { $0.number },
                field(.category), field(.type, upTo: 14), field(.name, upTo: 18), field(.description, upTo: 30),
                field(.target, upTo: 18),
                Column("比较", "comparator", in: .xlsx) { Code($0.indicator.target.quantity?.comparator?.rawValue) },
                Column("数值", "value", in: .xlsx) { $0.indicator.target.quantity?.number },
                Column("单位", "unit", in: .xlsx) { $0.indicator.target.quantity?.unit },
                Column("期限", "deadline", in: .xlsx) { $0.indicator.target.deadline.map(Self.words) },
                field(.basis, upTo: 24),
            ]
        ).moving("code", before: nil, in: .xlsx)
    }

    private static func words(_ deadline: Target.Deadline) -> String {
        (deadline.year.map { "\($0)年" } ?? "") + (deadline.by?.title ?? "")
    }

    package struct FundingRow {
        let way: String
        package let label: String
        let projects: Int
        package let amount: ShownAmount
        let share: Share
        /// Of a row about one project.
        package var project: Int?
    }

    /// The ways to divide the money, in the order of the page.
    var funding: DataList<FundingRow> {
        DataList(report.fundingLists.flatMap { Self.rows($0.title, $0.parts) }, fundingColumns)
    }

    /// As a workbook has them, with the greatest projects.
    var fundingSheet: DataList<FundingRow> {
        let funding = report.funding
        let ways = [
            ("资金来源", funding.bySource), ("项目类别", funding.byKind), ("项目规模", funding.bands), ("设立年份", funding.byAge),
        ]
        return DataList(ways.flatMap { Self.rows($0, $1) } + greatest.rows, fundingColumns)
    }

    /// One way to divide it.
    package func funding(_ parts: [Funding.Part]) -> DataList<FundingRow> { DataList(Self.rows("", parts), fundingColumns) }

    package var greatest: DataList<FundingRow> {
        DataList(
            report.funding.topTen.map {
                FundingRow(
                    way: "最大的项目", label: $0.name, projects: 1, amount: $0.amount, share: $0.share, project: $0.project)
            }, fundingColumns)
    }

    private static func rows(_ way: String, _ parts: [Funding.Part]) -> [FundingRow] {
        parts.map { FundingRow(way: way, label: $0.label, projects: $0.projects, amount: $0.amount, share: $0.share) }
    }

    private var fundingColumns: [Column<FundingRow>] {
        let funding = report.funding
        return [
            Column("分组", "list", in: [.xlsx, .files], totals: [.text("全部预算")]) { $0.way }.named("分法", in: .xlsx),
            Column("名称", "label", upTo: 40) { $0.label },
            Column("项目", "projects", totals: [.count(funding.projects.count)]) { $0.projects }.named("项目数", in: .files),
            Column("金额", "amountWan", totals: [.shown(funding.total)]) { $0.amount },
            Column("占比", "percent") { $0.share },
        ]
    }
}
