public import Appraisal
public import Foundation
internal import Reporting

/// 监控汇总.xlsx or 自评汇总.xlsx: the towns of a county.
public struct CountyAppraisalWorkbook {
    private let county: AppraisalCounty

    public init(_ county: AppraisalCounty) { self.county = county }

    public var fileName: String { county.hasMonitoring ? "监控汇总.xlsx" : "自评汇总.xlsx" }

    /// - Parameter created: the date inside the file; without one, 1 January of the newest year.
    /// - Throws: ``WorkbookError`` when the temporary file cannot be written.
    public func written(created: Date? = nil) throws(WorkbookError) -> WrittenWorkbook {
        let lists = CountyAppraisalLists(county)
        let name = (county.county ?? "") + (county.hasMonitoring ? "绩效运行监控汇总" : "绩效自评汇总")
        let title = name + .part("", unit: "万元")
        var sheets: [SheetList] = []
        if county.hasMonitoring {
            sheets.append(SheetList(lists.monitoring, name: "运行监控", title: title, frozen: 1, colour: 0x1F_4E79))
        }
        if county.hasEvaluation {
            sheets.append(SheetList(lists.evaluation, name: "绩效自评", title: title, frozen: 1, colour: 0xC5_5A11))
        }
        return try WrittenWorkbook(
            sheets, file: fileName, title: name, isMasked: false, created: created, year: county.year)
    }
}
