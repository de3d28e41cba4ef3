public import Appraisal
public import Foundation
internal import GoalModel
internal import Reporting

/// 监控.xlsx: the monitoring of a town, to work with in a spreadsheet.
public struct MonitoringWorkbook {
    private let report: AppraisalReport
    private let town: TownMonitoring

    public static let fileName = "监控.xlsx"

    /// `nil` where nothing was monitored.
    public init?(_ report: AppraisalReport) {
        guard let town = report.monitoring else { return nil }
        (self.report, self.town) = (report, town)
    }

    /// - Parameter created: the date inside the file; without one, 1 January of the book's year.
    /// - Throws: ``WorkbookError`` when the temporary file cannot be written.
    public func written(created: Date? = nil) throws(WorkbookError) -> WrittenWorkbook {
        let lists = MonitoringLists(report, town)
        var sheets = [
            SheetList(lists.projects, name: "项目", title: title("项目", unit: "万元"), frozen: 3, colour: 0x1F_4E79),
            SheetList(lists.indicators, name: "指标", title: title("绩效指标"), frozen: 3, colour: 0xC5_5A11),
        ]
        if !town.checks.isEmpty {
            sheets.append(SheetList(lists.checks, name: "要补要改", title: title("要补、要改的"), colour: 0xC0_0000))
        }
        return try WrittenWorkbook(
            sheets, file: Self.fileName, title: title(""), isMasked: false, created: created, year: report.book.fiscalYear)
    }

    private func title(_ part: String, unit: String = "") -> String {
        "\(report.book.town)\(report.yearTitle)绩效运行监控（\(town.asOf.period)）" + .part(part, unit: unit)
    }
}

/// 自评.xlsx: the self-evaluation of a town, its sheets in the column order of the national import.
public struct EvaluationWorkbook {
    private let report: AppraisalReport
    private let town: TownEvaluation

    public static let fileName = "自评.xlsx"

    /// `nil` where nothing was evaluated.
    public init?(_ report: AppraisalReport) {
        guard let town = report.evaluation else { return nil }
        (self.report, self.town) = (report, town)
    }

    /// - Parameter created: the date inside the file; without one, 1 January of the book's year.
    /// - Throws: ``WorkbookError`` when the temporary file cannot be written.
    public func written(created: Date? = nil) throws(WorkbookError) -> WrittenWorkbook {
        let lists = EvaluationLists(report, town)
        var sheets = [
            SheetList(lists.projects, name: "汇总", title: title("汇总", unit: "万元"), frozen: 2, colour: 0x1F_4E79),
            SheetList(lists.money, name: "资金", title: title("资金", unit: "万元"), frozen: 2, colour: 0xBF_8F00),
            SheetList(lists.goals, name: "总体目标", title: title("总体目标"), frozen: 2, colour: 0x37_8C3F),
            SheetList(lists.indicators, name: "指标", title: title("绩效指标"), frozen: 3, colour: 0xC5_5A11),
        ]
        if !town.overall.rows.isEmpty {
            sheets.append(SheetList(lists.overall, name: "部门整体", title: title("部门整体"), colour: 0x7F_6000))
        }
        if !town.checks.isEmpty {
            sheets.append(SheetList(lists.checks, name: "要补要改", title: title("要补、要改的"), colour: 0xC0_0000))
        }
        return try WrittenWorkbook(
            sheets, file: Self.fileName, title: title(""), isMasked: false, created: created, year: report.book.fiscalYear)
    }

    private func title(_ part: String, unit: String = "") -> String {
        "\(report.book.town)\(report.yearTitle)度绩效自评" + .part(part, unit: unit)
    }
}

extension String {
    /// What a sheet's title says behind the workbook's.
    static func part(_ part: String, unit: String) -> String {
        (part.isEmpty ? "" : "：\(part)") + (unit.isEmpty ? "" : "　金额单位：\(unit)")
    }
}
