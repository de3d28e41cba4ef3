internal import Delivery
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import SourceFiles
internal import Text

extension Option {
    /// Options that every command takes.
    static let common = [help, version, language, resources, quiet]

    static let help = Option(
        "help", short: "h", "显示说明；写在命令后面时，显示这个命令的说明", en: "show help; behind a command, the help of that command")
    static let version = Option("version", short: "V", "显示版本", en: "show the version")
    static let language = Option(
        "lang", .choice(Language.allCases.map(\.rawValue)), "说明的语言：zh（中文，默认）或 en（英文）", en: "help in Chinese (default) or English")
    static let resources = Option(
        "resources", .folder, "使用另一套资源（字体、版式、样式、规则用词）；不写时依环境变量 GOALBOOK_RESOURCES",
        en: "other fonts, styles and rule words; default $GOALBOOK_RESOURCES")
    static let quiet = Option(
        "quiet", "只说失败和警告：没有进度，没有说明，不列出完成的乡镇",
        en: "tell failures and warnings only: no progress, no notes, no lines of what was made")

    // Options that several commands share.
    static let jobs = Option(
        "jobs", Value("N", en: "N"), "同时处理几个乡镇、读几个文件，1到256，默认为处理器个数",
        en: "towns or files at a time, 1 to 256, default the number of processors")
    static let profile = Option(
        "profile", .file("json5"), "县级审核设定；不写时用输入文件夹里的 审核设定.json5",
        en: "settings of the county's review; default 审核设定.json5 in the input folder")
    static let workspace = Option(
        "workspace", .folder, "工作文件夹（goalbook init 建立的），默认为环境变量 GOALBOOK_WORKSPACE 或当前文件夹",
        en: "made by goalbook init; default $GOALBOOK_WORKSPACE or the current folder")
}

extension Operands {
    /// Goal books.
    static let books = Operands(
        Value("文件或文件夹…", en: "FILE-OR-FOLDER...", .files(SourceReader.extensions.sorted())), 1...(.max), demand: "没有写明要读取的文件或文件夹")
}

extension Arguments {
    /// Towns or files at a time.
    func jobs() throws(UsageError) -> Int {
        guard let word = self[.jobs] else { return ProcessInfo.processInfo.activeProcessorCount }
        guard let jobs = Int(word), (1...256).contains(jobs) else { throw UsageError("--jobs 应是1到256之间的整数，写的是\(word.quoted)") }
        return jobs
    }

    func day(_ option: Option) throws(UsageError) -> CalendarDay? {
        guard let word = self[option] else { return nil }
        guard let day = CalendarDay(iso: word) else { throw UsageError("--\(option.name) 应是如 2026-05-31 的日期，写的是\(word.quoted)") }
        return day
    }
}

/// `SOURCE_DATE_EPOCH`, the date that the environment sets.
enum SourceDate {
    /// The date inside the files; seconds since 1970.
    static func date() throws(UsageError) -> Date? {
        guard let word = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !word.isEmpty else { return nil }
        guard let seconds = Int64(word), (0...253_402_300_799).contains(seconds) else {
            throw UsageError("环境变量 SOURCE_DATE_EPOCH 应是秒数，写的是\(word.quoted)")
        }
        return Date(timeIntervalSince1970: TimeInterval(seconds))
    }

    static func day() throws(UsageError) -> CalendarDay? {
        try date().flatMap(CalendarDay.init(utc:))
    }
}
