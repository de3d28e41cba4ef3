/// An error that tells a person what is wrong and what to do, and decides how the program ends when nobody handles it.
public protocol ExplainedError: Error, CustomStringConvertible {
    /// One or two Chinese sentences with place, reason and remedy.
    var message: String { get }
    var exitCode: ExitCode { get }
}

extension ExplainedError {
    /// For an error that belongs to a file or a town and is handled there.
    public var exitCode: ExitCode { .internalError }
    public var description: String { message }
}

/// How the program ends; the numbers are a contract with scripts.
public enum ExitCode: Int32, Sendable, CaseIterable {
    case done = 0
    case findings = 1
    case usage = 2
    case someFailed = 3
    case nothingReadable = 4
    case held = 10
    case publishing = 11
    case mail = 12
    case internalError = 70

    /// The words of help and manual.
    public var meaning: Bilingual {
        switch self {
        case .done: Bilingual("完成", en: "done")
        case .findings: Bilingual("有达到级别的问题（仅 check）", en: "findings at or above --fail-on (check only)")
        case .usage: Bilingual("用法或设置有误", en: "usage or settings")
        case .someFailed: Bilingual("部分乡镇失败，其余已完成", en: "some towns failed, the rest is done")
        case .nothingReadable: Bilingual("没有可读的输入", en: "no readable input")
        case .held: Bilingual("另一次运行还没有结束", en: "another run holds the lock")
        case .publishing: Bilingual("结果没能写入", en: "publishing failed")
        case .mail: Bilingual("邮件没有发出", en: "mail failed")
        case .internalError: Bilingual("内部错误", en: "internal error")
        }
    }
}
