public import Diagnostics

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
        case .notWritten(let folder): "写不进临时文件夹“\(folder)”，没能生成Excel文件。请检查磁盘空间和权限，或用环境变量 TMPDIR 换一个位置"
        }
    }

    public var exitCode: ExitCode { .publishing }
}
