internal import Aggregation
internal import Diagnostics
public import Foundation
internal import GoalModel
public import Reporting

/// 汇总.xlsx: the county overview to work with in a spreadsheet; its figures are those of the page.
public struct CountyWorkbook {
    private let county: CountyReport

    public init(_ county: CountyReport) {
        self.county = county
    }

    /// - Parameter created: the date inside the file; without one, 1 January of the newest year.
    /// - Throws: ``WorkbookError`` when the temporary file cannot be written.
    public func written(created: Date? = nil) throws(WorkbookError) -> WrittenWorkbook {
        let lists = CountyLists(county)
        var sheets = [
            SheetList(lists.towns, name: "乡镇", title: title("各乡镇", unit: "万元"), frozen: 2, colour: 0x1F_4E79),
            SheetList(lists.kinds, name: "资金类别", title: title("各乡镇资金按项目类别", unit: "万元"), frozen: 2, colour: 0xBF_8F00),
            leaders(lists),
        ]
        if !county.failures.isEmpty {
            sheets.append(SheetList(lists.failures, name: "失败", title: title("失败的乡镇和文件"), colour: 0xC0_0000))
        }
        return try WrittenWorkbook(
            sheets, file: CountyWorkbook.fileName, title: title(""), isMasked: county.isMasked, created: created,
            year: county.newestYear
        )
    }

    public static let fileName = "汇总.xlsx"

    private func title(_ part: String, unit: String = "") -> String {
        "\(county.title)预算绩效目标汇总" + (part.isEmpty ? "" : "：\(part)") + (unit.isEmpty ? "" : "　金额单位：\(unit)")
    }

    /// Figures for the charts, with the charts beside them.
    private func leaders(_ lists: CountyLists) -> SheetList {
        let kinds = county.byKind.map { (way: "项目类别", name: $0.label, amount: $0.amount) }
        let several = county.years.count > 1
        let towns = county.greatest(CountyWorkbook.shownTowns).map {
            (way: "预算最多的乡镇", name: several ? "\($0.town) \($0.year)" : $0.town, amount: $0.budget)
        }
        var list = SheetList(lists.figures(kinds + towns), name: "图表", title: title("图表", unit: "万元"), colour: 0x37_8C3F)
        let (labels, values) = (list.place(of: "label"), list.place(of: "amountWan"))
        let first = SheetList.firstRow
        func chart(_ title: String, _ from: Int, _ count: Int, at row: Int) -> SheetChart {
            SheetChart(
                title: title, description: "\(title)，数字在左边的表里", sheet: "图表", rows: (from)...(from + count - 1),
                labels: labels, values: values, unit: "万元", place: (row: row, column: 4), height: 120 + 26 * count)
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
}
