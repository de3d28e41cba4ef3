internal import Aggregation
internal import Diagnostics
public import Foundation
internal import GoalModel
internal import Linting
public import Reporting

/// 数据.xlsx: what a town's book says and what was found in it, to work with in a spreadsheet.
public struct DataWorkbook {
    let report: Report
    private let findings: [Int: [Finding]]

    public init(_ report: Report) {
        self.report = report
        findings = report.findingsByProject
    }

    /// - Parameter created: the date inside the file; without one, 1 January of the book's year.
    /// - Throws: ``WorkbookError`` when the temporary file cannot be written.
    public func written(created: Date? = nil) throws(WorkbookError) -> WrittenWorkbook {
        var lists = [projects, indicators, plan, funding, findingList, estimates]
        if let change = report.change {
            let sheets = [ChangeSheets(change: change)]
            lists.append(ChangeSheets.money(sheets, title: title("与\(change.basisTitle)相比的金额", unit: "万元")))
            lists.append(ChangeSheets.list(sheets, title: title("与\(change.basisTitle)相比的变化")))
        }
        return try WrittenWorkbook(
            lists, file: ResultFile.data.rawValue, title: title(""), isMasked: report.isMasked, created: created,
            year: report.book.fiscalYear)
    }

    func title(_ part: String, unit: String = "") -> String {
        "\(report.town)\(report.year)预算绩效目标" + (part.isEmpty ? "" : "：\(part)") + (unit.isEmpty ? "" : "　金额单位：\(unit)")
    }

    private var projects: SheetList {
        let parts = Dictionary(report.funding.projects.map { ($0.project, $0) }) { first, _ in first }
        let scores = Dictionary(report.quality.projects.map { ($0.project, $0.score) }) { first, _ in first }
        var list = SheetList(
            name: "项目", title: title("项目", unit: "万元"),
            columns: [
                .init("序号"), .init("项目编码", upTo: 24), .init("项目名称", upTo: 24), .init("单位编码"), .init("单位名称", upTo: 16),
                .init("类别"), .init("预算数（万元）"), .init("财政资金（万元）"), .init("其他资金（万元）"), .init("占比"),
                .init("资金用途", upTo: 30), .init("绩效目标", upTo: 36), .init("指标"), .init("得分"), .init("错误"), .init("警告"),
                .init("提示"),
            ])
        list.rows = report.book.projects.map { project in
            let counts = FindingCounts(findings[project.number] ?? [])
            return [
                .count(project.number), .code(project.code), .text(project.name), .code(project.unit.code ?? ""),
                .text(project.unit.name), .text(parts[project.number]?.kind ?? ""),
                .optional(project.budget) { .exact($0) }, .optional(project.fiscalFunds) { .exact($0) },
                .optional(project.otherFunds) { .exact($0) }, .optional(parts[project.number]?.share) { .share($0) },
                .text(project.purpose), .text(project.goals.joined(separator: "\n")), .count(project.indicators.count),
                .optional(scores[project.number]) { .points($0) }, .count(counts.errors), .count(counts.warnings),
                .count(counts.hints),
            ]
        }
        let sources = Dictionary(report.funding.bySource.map { ($0.label, $0.amount.exact) }) { first, _ in first }
        list.sums = [
            [
                .text("合计"), .blank, .blank, .blank, .blank, .blank, .exact(report.funding.total.exact),
                .optional(sources["财政资金"]) { .exact($0) }, .optional(sources["其他资金"]) { .exact($0) }, .blank, .blank, .blank,
                .blank, .optional(report.quality.score) { .points($0) }, .blank, .blank, .blank,
            ]
        ]
        list.frozenColumns = 3
        list.colour = 0x1F_4E79
        return list
    }

    private var indicators: SheetList {
        var list = SheetList(
            name: "指标", title: title("绩效指标"),
            columns: [
                .init("项目序号"), .init("项目编码", upTo: 22), .init("项目名称", upTo: 20), .init("行"), .init("一级指标"),
                .init("二级指标", upTo: 14), .init("三级指标", upTo: 18), .init("绩效指标描述", upTo: 30), .init("指标值", upTo: 18),
                .init("比较"), .init("数值"), .init("单位"), .init("期限"), .init("指标值确定依据", upTo: 24),
            ])
        list.rows = report.book.projects.flatMap { project in
            project.indicators.enumerated().map { index, row in
                let quantity = row.target.quantity
                return [
                    .count(project.number), .code(project.code), .text(project.name), .count(index + 1), .text(row.category),
                    .text(row.type), .text(row.name), .text(row.description), .text(row.target.text),
                    .code(quantity?.comparator?.rawValue ?? ""), .optional(quantity?.number) { .decimal($0) },
                    .text(quantity?.unit ?? ""), .text(row.target.deadline.map(DataWorkbook.words) ?? ""), .text(row.basis),
                ]
            }
        }
        list.frozenColumns = 3
        list.colour = 0xC5_5A11
        return list
    }

    private static func words(_ deadline: Target.Deadline) -> String {
        (deadline.year.map { "\($0)年" } ?? "") + (deadline.by?.title ?? "")
    }

    /// Each project's cumulative shares, and below what they come to for the town.
    private var plan: SheetList {
        let points = report.schedule.points
        var list = SheetList(
            name: "支出计划", title: title("资金支出计划（到各时点的累计）", unit: "万元"),
            columns: [
                .init("序号"), .init("项目编码", upTo: 24), .init("项目名称", upTo: 30), .init("预算数（万元）"),
            ] + points.map { .init($0.by.title) })
        list.rows = report.book.projects.map { project in
            let shares = Dictionary(project.plan.points.map { ($0.by, $0.percent) }) { _, last in last }
            return [
                .count(project.number), .code(project.code), .text(project.name), .optional(project.budget) { .exact($0) },
            ] + points.map { .optional(shares[$0.by] ?? nil) { .percent($0) } }
        }
        func sum(_ title: String, _ first: CellValue = .blank, _ value: (Schedule.Point) -> CellValue) -> [CellValue] {
            [.blank, .blank, .text(title), first] + points.map(value)
        }
        list.sums = [
            sum("累计计划（万元）", .shown(report.funding.total)) { .shown($0.planned) }, sum("本期计划（万元）") { .shown($0.added) },
            sum("占预算") { .share($0.share) }, sum("均衡进度") { .share($0.evenShare) },
        ]
        list.frozenColumns = 3
        list.colour = 0x37_8C3F
        return list
    }

    private var funding: SheetList {
        let funding = report.funding
        var list = SheetList(
            name: "资金", title: title("资金构成", unit: "万元"),
            columns: [.init("分法"), .init("名称", upTo: 40), .init("项目"), .init("金额（万元）"), .init("占比")])
        func rows(_ title: String, _ parts: [Funding.Part]) -> [[CellValue]] {
            parts.map { [.text(title), .text($0.label), .count($0.projects), .shown($0.amount), .share($0.share)] }
        }
        list.rows = rows("资金来源", funding.bySource) + rows("项目类别", funding.byKind) + rows("项目规模", funding.bands)
        list.rows += rows("设立年份", funding.byAge)
        list.rows += funding.topTen.map { [.text("最大的项目"), .text($0.name), .count(1), .shown($0.amount), .share($0.share)] }
        list.sums = [[.text("全部预算"), .blank, .count(funding.projects.count), .shown(funding.total), .blank]]
        list.colour = 0xBF_8F00
        return list
    }
}
