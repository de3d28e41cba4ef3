internal import Appraisal
public import Foundation
internal import GoalModel
public import Reporting

/// 数据.xlsx: what a town's book says and what was found in it, to work with in a spreadsheet.
public struct DataWorkbook {
    private let report: Report

    public init(_ report: Report) {
        self.report = report
    }

    /// - Parameter created: the date inside the file; without one, 1 January of the book's year.
    /// - Throws: ``WorkbookError`` when the temporary file cannot be written.
    public func written(created: Date? = nil) throws(WorkbookError) -> WrittenWorkbook {
        try WrittenWorkbook(
            sheets, file: ResultFile.data.rawValue, title: title(""), isMasked: report.isMasked, created: created,
            year: report.book.fiscalYear)
    }

    private func title(_ part: String, unit: String = "") -> String {
        "\(report.town)\(report.year)预算绩效目标" + (part.isEmpty ? "" : "：\(part)") + (unit.isEmpty ? "" : "　金额单位：\(unit)")
    }

    private var sheets: [SheetList] {
        let lists = TownLists(report)
        let ownSheets = [
            SheetList(lists.projects, name: "项目", title: title("项目", unit: "万元"), frozen: 2, colour: 0x1F_4E79),
            SheetList(lists.indicators, name: "指标", title: title("绩效指标"), frozen: 2, colour: 0xC5_5A11),
            SheetList(lists.planSheet, name: "支出计划", title: title("资金支出计划（到各时点的累计）", unit: "万元"), frozen: 2, colour: 0x37_8C3F),
            SheetList(lists.fundingSheet, name: "资金", title: title("资金构成", unit: "万元"), colour: 0xBF_8F00),
            SheetList(lists.findingsAndReadings, name: "问题", title: title("问题清单"), frozen: 2, colour: 0xC0_0000),
            SheetList(lists.estimates, name: "测算", title: title("测算核对（数量×单价与预算数）", unit: "万元"), frozen: 2, colour: 0x7F_6000),
        ]
        let sheets = ownSheets + yearSheets
        guard let change = report.change else { return sheets }
        let lines = ChangeLists([(nil, change)])
        return sheets
            + lines.sheets(
                money: title("与\(change.basisTitle)相比的金额", unit: "万元"), all: title("与\(change.basisTitle)相比的变化"))
    }

    /// What the actual figures come to, where there are any.
    private var yearSheets: [SheetList] {
        guard let appraisal = report.appraisal else { return [] }
        let monitoring = appraisal.monitoring.map { town in
            SheetList(
                MonitoringLists(appraisal, town).projects, name: "运行监控",
                title: title("绩效运行监控（\(town.asOf.period)）", unit: "万元"), frozen: 3, colour: 0x1F_4E79)
        }
        let evaluation = appraisal.evaluation.map { town in
            SheetList(
                EvaluationLists(appraisal, town).projects, name: "绩效自评", title: title("绩效自评", unit: "万元"), frozen: 2,
                colour: 0x37_8C3F)
        }
        return [monitoring, evaluation].compactMap(\.self)
    }
}
