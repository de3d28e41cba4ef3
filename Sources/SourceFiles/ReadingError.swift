public import Diagnostics

/// Why a file could not be read at all.
public enum ReadingError: Error, Hashable, Sendable {
    case empty
    case binary
    case unknownEncoding
    case tooLarge(bytes: Int, limit: Int)

    /// The trouble as a diagnostic at the file.
    public func diagnostic(path: String) -> Diagnostic {
        let place = Location(file: path)
        return switch self {
        case .empty:
            Diagnostic(.error, id: "file-empty", at: place, "文件是空的，没有任何内容", remedy: "请确认导出是否成功，重新保存后再试")
        case .binary:
            Diagnostic(
                .error, id: "file-binary", at: place, "文件不是文本，含有二进制内容", explanation: "扩展名虽为文本，内容却不是",
                remedy: "请从 Word 中另存为纯文本后再试")
        case .unknownEncoding:
            Diagnostic(
                .error, id: "encoding-unknown", at: place, "认不出文字编码", explanation: "试过 UTF-8、UTF-16 和 GB18030，都有无法识别的字节",
                remedy: "请用记事本或 WPS 打开，另存为 UTF-8 编码")
        case .tooLarge(let bytes, let limit):
            Diagnostic(
                .error, id: "file-too-large", at: place, "文件过大（\(bytes / 1_048_576) MB，上限 \(limit / 1_048_576) MB）",
                remedy: "一个乡镇的目标书通常不到 1 MB，请检查是否选错了文件")
        }
    }
}
