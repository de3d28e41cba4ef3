internal import Aggregation
public import Foundation
public import Reporting

/// 变化.xlsx: what changed in one town or several, to work with in a spreadsheet.
public struct CompareWorkbook {
    public static let fileName = "变化.xlsx"

    private let comparison: Comparison

    public init(_ comparison: Comparison) {
        self.comparison = comparison
    }

    /// - Parameter created: the date inside the file; without one, 1 January of the newest year.
    /// - Throws: ``WorkbookError`` when the temporary file cannot be written.
    public func written(created: Date? = nil) throws(WorkbookError) -> WrittenWorkbook {
        let several = comparison.towns.count > 1
        let lists = ChangeLists(comparison.towns.map { (several ? $0.title : nil, $0.change) })
        let title = several ? "\(comparison.towns.count)个乡镇的变化" : comparison.towns.first?.title ?? "变化"
        return try WrittenWorkbook(
            lists.sheets(money: title + "　金额变化　金额单位：万元", all: title + "　全部变化"), file: CompareWorkbook.fileName, title: title,
            isMasked: false, created: created, year: comparison.towns.compactMap(\.change.newer.year).max())
    }
}
