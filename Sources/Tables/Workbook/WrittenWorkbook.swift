public import Diagnostics
public import Foundation
internal import Text

public struct WrittenWorkbook: Sendable {
    public var bytes: Data
    /// What did not find room in its cell.
    public var diagnostics: [Diagnostic]
}

extension WrittenWorkbook {
    /// - Parameters:
    ///   - file: the workbook's name, for messages.
    ///   - isMasked: nothing in it is for inside use only.
    ///   - created: the date that it bears; the clock is never asked.
    ///   - year: of whose 1 January it is when no date is given.
    init(
        _ lists: [SheetList], file name: String, title: String, isMasked: Bool, created: Date?, year: Int?
    ) throws(WorkbookError) {
        let file = try WorkbookFile(title: CellText(title).text, created: WrittenWorkbook.seconds(created, year: year))
        for list in lists {
            var list = list
            if !isMasked { list.title += "　" + WrittenWorkbook.restriction }
            var sheet = list.sheet
            sheet.pageHead = isMasked ? nil : WrittenWorkbook.restriction
            try file.add(sheet)
        }
        diagnostics = file.cuts.map { cell in
            Diagnostic(
                .warning, id: "cell-cut", at: nil, "\(name)\(cell)的文字超过\(CellText.limit)字，一格放不下，只写了前面的",
                remedy: "全文在facts.json和目标书里")
        }
        bytes = try file.finish()
    }

    static let restriction = "内部资料，仅供内部审核使用"

    /// libxlsxwriter would put the time of the clock for 0.
    static func seconds(_ created: Date?, year: Int?) -> Int {
        if let created { return max(1, Int(created.timeIntervalSince1970)) }
        // Days from 1970 to 1 January of the year in the Gregorian calendar.
        let before = min(max(year ?? 1970, 1970), 9999) - 1
        let days = before * 365 + before / 4 - before / 100 + before / 400 - 719_162
        return max(1, days * 86_400)
    }
}

/// Why a workbook could not be made.
public enum WorkbookError: ExplainedError, Hashable {
    case outOfMemory
    /// A name, text or check that the format does not allow: where.
    case refused(String)
    /// The temporary file could not be written.
    case notWritten(String)

    public var message: String {
        switch self {
        case .outOfMemory: "内存不足，没能生成Excel文件。请关闭其他程序后再试"
        case .refused(let place): "Excel文件的格式不允许\(place)。请把这条信息报告给维护人员"
        case .notWritten(let folder): "写不进临时文件夹\(folder.quoted)，没能生成Excel文件。请检查磁盘空间和权限，或用环境变量 TMPDIR 换一个位置"
        }
    }

    public var exitCode: ExitCode { .publishing }
}
