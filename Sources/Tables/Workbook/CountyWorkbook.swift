internal import Aggregation
internal import Diagnostics
public import Foundation
internal import GoalModel
public import Reporting

/// 汇总.xlsx: the county overview to work with in a spreadsheet; its figures are those of the page.
public struct CountyWorkbook {
    private let county: CountyReport
    private let isMasked: Bool

    /// - Parameter isMasked: the towns' results are for everyone's eyes.
    public init(_ county: CountyReport, isMasked: Bool) {
        self.county = county
        self.isMasked = isMasked
    }

    /// - Parameter created: the date inside the file; without one, 1 January of the newest year.
    /// - Throws: ``WorkbookError`` when the temporary file cannot be written.
    public func written(created: Date? = nil) throws(WorkbookError) -> WrittenWorkbook {
        var lists = [towns, kinds, leaders]
        if !county.failures.isEmpty { lists.append(failures) }
        return try WrittenWorkbook(
            lists, file: CountyWorkbook.fileName, title: title(""), isMasked: isMasked, created: created, year: county.newestYear)
    }

    public static let fileName = "汇总.xlsx"

    private func title(_ part: String, unit: String = "") -> String {
        "\(county.title)预算绩效目标汇总" + (part.isEmpty ? "" : "：\(part)") + (unit.isEmpty ? "" : "　金额单位：\(unit)")
    }

    private var towns: SheetList {
        let (hasChanges, hasRemarks) = (county.rows.contains { $0.change != nil }, county.rows.contains { $0.remark != nil })
        var list = SheetList(
            name: "乡镇", title: title("各乡镇", unit: "万元"),
            columns: [
                .init("县（市、区）", upTo: 20), .init("乡镇", upTo: 24), .init("年度"), .init("项目"), .init("指标"),
                .init("预算（万元）"), .init("得分"), .init("错误"), .init("警告"), .init("提示"), .init("结果文件夹", upTo: 50),
            ])
        list.rows = county.rows.map { row in
            [
                .text(row.county), .text(row.town), .text(row.year), .count(row.projects), .count(row.indicators),
                .shown(row.budget), .optional(row.score) { .points($0) }, .count(row.errors), .count(row.warnings),
                .count(row.hints), .text(row.folder),
            ] + (hasChanges ? change(row.change) : []) + (hasRemarks ? [.text(row.remark ?? "")] : [])
        }
        if hasChanges {
            list.columns += [.init("与哪一份比"), .init("预算增减（万元）"), .init("得分增减"), .init("错误增减")]
        }
        if hasRemarks { list.columns.append(.init("说明", upTo: 40)) }
        list.sums = county.years.count > 1 ? county.years.map(sum) : []
        list.sums.append([
            .text("合计"), .text("\(county.towns)个乡镇"), .blank, .count(county.projects), .blank, .shown(county.total), .blank,
            .count(county.errors), .count(county.warnings),
        ])
        for index in list.sums.indices {
            list.sums[index] += Array(repeating: .blank, count: list.columns.count - list.sums[index].count)
        }
        list.frozenColumns = 2
        list.colour = 0x1F_4E79
        return list
    }

    private func change(_ change: CountyReport.Change?) -> [CellValue] {
        [
            .text(change?.basis ?? ""), .optional(change?.difference) { .difference($0) },
            .optional(change?.scoreDifference) { .pointDifference($0) },
            .optional(change?.errorDifference) { .countDifference($0) },
        ]
    }

    private func sum(_ year: CountyReport.YearTotal) -> [CellValue] {
        [.text("其中"), .text("\(year.towns)个乡镇"), .text(year.year), .count(year.projects), .blank, .shown(year.budget)]
    }

    /// The money by town and kind; the rows and the columns add up to what stands beside and below them.
    private var kinds: SheetList {
        let labels = county.byKind.map(\.label)
        var list = SheetList(
            name: "资金类别", title: title("各乡镇资金按项目类别", unit: "万元"),
            columns: [.init("县（市、区）", upTo: 20), .init("乡镇", upTo: 24), .init("年度"), .init("合计（万元）")]
                + labels.map { .init($0) })
        list.rows = county.rows.map { row in
            let parts = Dictionary(row.byKind.map { ($0.label, $0.amount) }) { first, _ in first }
            return [.text(row.county), .text(row.town), .text(row.year), .shown(row.budget)]
                + labels.map { .optional(parts[$0]) { .shown($0) } }
        }
        list.sums = [
            [.text("合计"), .blank, .blank, .shown(county.total)] + county.byKind.map { .shown($0.amount) }
        ]
        list.frozenColumns = 2
        list.colour = 0xBF_8F00
        return list
    }

    /// Figures for the charts, with the charts beside them.
    private var leaders: SheetList {
        var list = SheetList(
            name: "图表", title: title("图表", unit: "万元"),
            columns: [.init("分法"), .init("名称", upTo: 28), .init("金额（万元）")])
        let kinds = county.byKind.map { [CellValue.text("项目类别"), .text($0.label), .shown($0.amount)] }
        let top = county.greatest(CountyWorkbook.shownTowns)
        let several = county.years.count > 1
        let towns = top.map {
            [CellValue.text("预算最多的乡镇"), .text(several ? "\($0.town) \($0.year)" : $0.town), .shown($0.budget)]
        }
        list.rows = kinds + towns
        list.colour = 0x37_8C3F
        let first = SheetList.firstRow
        func chart(_ title: String, _ from: Int, _ count: Int, at row: Int) -> SheetChart {
            SheetChart(
                title: title, description: "\(title)，数字在左边的表里", sheet: "图表", rows: (from)...(from + count - 1), labels: 1,
                values: 2, unit: "万元", place: (row: row, column: 4), height: 120 + 26 * count)
        }
        // A row is some 20 pixels high.
        if !kinds.isEmpty { list.charts.append(chart("资金按项目类别", first, kinds.count, at: 1)) }
        if towns.count > 1 {
            let place = kinds.isEmpty ? 1 : 3 + (120 + 26 * kinds.count) / 20
            list.charts.append(
                chart(
                    towns.count < county.rows.count ? "预算最多的\(towns.count)个乡镇" : "各乡镇预算", first + kinds.count, towns.count,
                    at: place))
        }
        return list
    }

    /// How many towns a chart can show.
    private static let shownTowns = 20

    private var failures: SheetList {
        var list = SheetList(
            name: "没有完成", title: title("没有完成或不能公开的文件"), columns: [.init("文件", upTo: 40), .init("原因和办法", upTo: 80)])
        list.rows = county.failures.map { [.text($0.path), .text($0.reason)] }
        list.colour = 0xC0_0000
        return list
    }
}
