public import Diagnostics
internal import Platform
internal import Text

/// Why results could not be put in their place.
public enum PublicationError: ExplainedError, Hashable {
    case notAFolder(String)
    case foreignFolder(String)
    /// A disk begins there.
    case mountPoint(String)
    case holdsInput(String, String)
    /// The results of towns, which something else would replace.
    case holdsTowns(String)
    /// Another run writes there.
    case held(String, RunLock.Holder?)
    /// A single file that shall not be overwritten.
    case exists(String)
    case notWritable(String, reason: String, remedy: String)
    case notPublished(String, String)

    static func notWritable(_ path: String, _ error: any Error) -> Self {
        let trouble = error.fileTrouble
        return .notWritable(path, reason: trouble.reason, remedy: trouble.remedy)
    }

    /// The system call that has just failed kept something from being written.
    static func refused(_ path: String) -> Self {
        let trouble = systemTrouble()
        return .notWritable(path, reason: trouble.reason, remedy: trouble.remedy)
    }

    /// The system call that has just failed kept new results from taking the place of others.
    static func notSwapped(_ path: String) -> Self {
        let trouble = systemTrouble()
        return .notPublished(path, "\(trouble.reason)。\(trouble.remedy)")
    }

    /// What a disk that refuses says of a place.
    public static func refusing(_ path: String, _ error: any Error) -> Self { notWritable(path, error) }

    public var message: String {
        switch self {
        case .notAFolder(let path): "输出位置\(path.quoted)是一个文件，不是文件夹。请换一个位置（-o 文件夹）"
        case .foreignFolder(let path): "输出文件夹\(path.quoted)不是空的，也不是 goalbook 生成的（没有 manifest.json），为免误删不覆盖。请换一个文件夹，或先把它清空"
        case .mountPoint(let path): "输出位置\(path.quoted)是磁盘的挂载点，不能整个换入新结果。请写它里面的一个文件夹，如 -o \(path.trimmingSuffix("/"))/结果"
        case .holdsInput(let path, let file): "输入\(file.quoted)放在输出文件夹\(path.quoted)里，换入新结果时会丢失。请把它移到别处，或换一个输出文件夹"
        case .holdsTowns(let path): "输出文件夹\(path.quoted)里是各乡镇的结果和答复，不能整个换掉。请换一个文件夹"
        case .held(let path, let holder): "输出文件夹\(path.quoted)：" + RunLock.heldSentence(holder)
        case .exists(let path): "文件\(path.quoted)已经有了，里面可能有填好的内容，不覆盖。请换一个文件名，或先把它移走"
        case .notWritable(let path, let reason, let remedy): "写不进\(path.quoted)：\(reason)。\(remedy)。原有结果没有改动"
        case .notPublished(let path, let reason): "结果没能换入\(path.quoted)：\(reason)。原有结果没有改动"
        }
    }

    /// A folder that cannot be used was named wrongly; a disk that refuses is no fault of the command line.
    public var exitCode: ExitCode {
        switch self {
        case .notAFolder, .foreignFolder, .mountPoint, .holdsInput, .holdsTowns, .exists: .usage
        case .held: .held
        case .notWritable, .notPublished: .publishing
        }
    }
}
