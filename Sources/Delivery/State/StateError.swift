public import Diagnostics
internal import Platform
internal import Text

/// Why the state of a workspace could not be used.
public enum StateError: ExplainedError, Hashable {
    /// Another program has the database under its lock.
    case locked(String)
    case damaged(String)
    /// Written by a newer version of the program.
    case newer(String)
    case trouble(String, reason: String, remedy: String)

    public var message: String {
        switch self {
        case .locked(let path): "状态数据库\(path.quoted)被别的程序锁住了。请关闭正在打开它的程序，再运行一次"
        case .damaged(let path): "状态数据库\(path.quoted)已损坏。请从备份恢复；没有备份时把它移走再运行：全部乡镇会重新生成，邮件会再发一次"
        case .newer(let path): "状态数据库\(path.quoted)是更新的版本写的。请安装新版 goalbook"
        case .trouble(let path, let reason, let remedy): "状态数据库\(path.quoted)用不了：\(reason)。\(remedy)"
        }
    }

    public var exitCode: ExitCode { .publishing }
}

extension Error {
    /// What went wrong and what to do about it, in words.
    var trouble: String {
        (self as? any ExplainedError)?.message ?? "\(fileTrouble.reason)。\(fileTrouble.remedy)"
    }

    /// The sentence of an error that keeps results from being published.
    var publicationMessage: String {
        self is PublicationError ? trouble : trouble + "。原有结果没有改动"
    }
}
