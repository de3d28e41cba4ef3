internal import Delivery
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Outputs
internal import Print
internal import Synchronization

/// `goalbook build`: the main job.
enum BuildCommand: Command {
    static let name = "build"
    static let summary = Bilingual("生成目标书、网页和邮件", en: "make books, pages and mails")
    static let options: [Arguments.Option] = [
        .value("output", short: "o"), .value("jobs"), .value("only"), .value("as-of"), .value("preset"),
        .value("previous"), .value("shard"), .flag("mask"), .flag("no-proof"), .value("profile"),
    ]
    static let help = Bilingual(
        """
        用法：goalbook build 文件或文件夹… [选项]

        读取各乡镇的绩效目标书，在输出文件夹中生成：
          index.html、汇总.xlsx           汇总页、汇总表
          县级合订本.pdf                  各乡镇的目标书合为一册（两个乡镇以上；太厚时分册）
          <区划>-<单位编码>-<乡镇>-<年度>/   每个乡镇一个文件夹：绩效目标书.pdf、领导简报.pdf、审核意见书.pdf、
                                          index.html、mail.html、mail.txt、数据.xlsx、审核意见表.xlsx、
                                          facts.json
        原有结果整体替换；不是 goalbook 生成的非空文件夹不会被覆盖。

        选项：
          -o, --output 文件夹   输出位置，默认 out
          --jobs N              同时处理几个乡镇，默认为处理器个数
          --only 种类,…         只生成：book（目标书）、brief（领导简报）、review（审核意见书）、site（网页）、mail（邮件）、
                                workbook（Excel表）、facts（数据）；sheets（每个项目一份表，在“项目单页”中）只在写明时生成
          --as-of 年-月-日      以这一天说明下一步该支出什么
          --previous 文件夹     与这个文件夹里以前的结果比较，说明有什么变化；读取其中审核意见表上的答复
          --mask                把所有结果中的身份证号、手机号打上星号（13812345678 → 138******78）
          --preset 版式         official（公文，双面，默认）或 office（办公，单面）；见 presets.json5
          --no-proof            不把印好的目标书读回来与原文逐格核对
          --shard K/N           只做全部乡镇的第 K 份（共 N 份），供几台机器分担
          --profile 文件        县级审核设定；不写时用输入文件夹里的 审核设定.json5
          --resources 文件夹    使用另一套资源（字体、样式、规则用词）
        """,
        en: """
            Usage: goalbook build FILE-OR-FOLDER... [OPTIONS]

            Reads the towns' goal books and makes, in the output folder, index.html and 汇总.xlsx (overview),
            县级合订本.pdf (all books bound in one, from two towns on) and a
            folder a town with 绩效目标书.pdf, 领导简报.pdf (brief), 审核意见书.pdf (findings), index.html, mail.html,
            mail.txt, 数据.xlsx, 审核意见表.xlsx (findings to answer) and facts.json.
            Older results are replaced as a whole; a non-empty folder that is not ours is refused.

            Options:
              -o, --output DIR   where to write, default out
              --jobs N           towns at a time, default the number of processors
              --only KIND,...    only book, brief, review, site, mail, workbook, facts or sheets (a form a project;
                                 only when named)
              --as-of DATE       tell what is due next from this day (2026-05-31)
              --previous DIR     tell what changed since the results in this folder
              --mask             hide identity and mobile numbers in all results
              --preset NAME      official (GB/T 9704, duplex, default) or office (simplex)
              --no-proof         do not read the finished books back to compare them with their sources
              --shard K/N        make the K-th of N parts of the towns, so that several machines share the work
              --profile FILE     settings of the county's review; default 审核设定.json5 in the input folder
              --resources DIR    other fonts, styles and rule words
            """)

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard !arguments.positional.isEmpty else { throw UsageError("没有写明要读取的文件或文件夹") }
        let output = URL(filePath: arguments["output"] ?? "out")
        let tables = try invocation.tables()
        let run = BuildRun(
            tables: tables, jobs: try jobs(arguments), kinds: try kinds(arguments),
            asOf: try day(arguments), previous: try previous(arguments), masked: arguments.has("mask"),
            preset: try preset(arguments, of: tables),
            isProven: !arguments.has("no-proof"), created: try sourceDate(),
            tool: Program.nameAndVersion, shard: try shard(arguments))
        let search = InputSearch(arguments.positional, excluding: output)
        let console = invocation.console
        console.progress("正在读取\(search.files.count)个文件…")
        let finished = Mutex(0)
        let settings = try invocation.reviewFiles(
            search, arguments, results: [arguments["previous"], arguments["output"] ?? "out"].compactMap(\.self), tables)
        let outcome = try await run.run(search, settings: settings, to: output) { town, total in
            let count = finished.withLock { count in
                count += 1
                return count
            }
            console.progress("已完成 \(count)/\(total)：\(town.prefix(20))")
        }
        console.clearProgress()
        invocation.tell(skipped: search.skipped, notices: outcome.notices, failures: outcome.failures)
        for diagnostic in outcome.diagnostics where diagnostic.severity > .hint {
            console.error("\(diagnostic.severity.title)：\(diagnostic)")
        }
        if console.isInteractive, outcome.towns > 0 {
            console.error("完成\(outcome.towns)个乡镇，结果在 \(output.appending(path: "index.html").relativePath)")
        }
        return invocation.exitCode(towns: outcome.towns, failures: outcome.failures)
    }

    static func jobs(_ arguments: Arguments) throws(UsageError) -> Int {
        guard let word = arguments["jobs"] else { return ProcessInfo.processInfo.activeProcessorCount }
        guard let jobs = Int(word), (1...256).contains(jobs) else { throw UsageError("--jobs 应是1到256之间的整数，写的是“\(word)”") }
        return jobs
    }

    private static func kinds(_ arguments: Arguments) throws(UsageError) -> Set<OutputKind> {
        guard let only = arguments["only"] else { return OutputKind.standard }
        var kinds: Set<OutputKind> = []
        for word in only.split(whereSeparator: { ",，".contains($0) }) {
            guard let kind = OutputKind(rawValue: String(word)) else {
                throw UsageError("--only 不认识“\(word)”，可以写 \(OutputKind.allCases.map(\.rawValue).joined(separator: "、"))")
            }
            kinds.insert(kind)
        }
        guard !kinds.isEmpty else { throw UsageError("--only 后面没有写种类") }
        return kinds
    }

    private static func previous(_ arguments: Arguments) throws(UsageError) -> PreviousResults {
        guard let folder = arguments["previous"] else { return PreviousResults() }
        do { return try PreviousResults(folder) } catch { throw UsageError("--previous \(error.reason)") }
    }

    private static func preset(_ arguments: Arguments, of tables: Tables) throws(UsageError) -> PagePreset {
        let name = arguments["preset"]
        guard let preset = tables.presets[name] else {
            throw UsageError("--preset 不认识“\(name ?? "")”，可以写 \(tables.presets.names.joined(separator: "、"))")
        }
        return preset
    }

    private static func shard(_ arguments: Arguments) throws(UsageError) -> Shard? {
        guard let words = arguments["shard"] else { return nil }
        guard let shard = Shard(words) else { throw UsageError("--shard 应写成 K/N，如 3/8（8份中的第3份），写的是“\(words)”") }
        return shard
    }

    /// The day on which what is agreed to be kept must still hold, where one is given.
    static func judgement(_ arguments: Arguments) throws(UsageError) -> CalendarDay? {
        if let day = try day(arguments) { return day }
        return try sourceDate().flatMap(CalendarDay.init(utc:))
    }

    private static func day(_ arguments: Arguments) throws(UsageError) -> CalendarDay? {
        guard let word = arguments["as-of"] else { return nil }
        guard let day = CalendarDay(iso: word) else { throw UsageError("--as-of 应是如 2026-05-31 的日期，写的是“\(word)”") }
        return day
    }

    /// The date inside the files that `SOURCE_DATE_EPOCH` (seconds since 1970) sets.
    static func sourceDate() throws(UsageError) -> Date? {
        guard let word = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !word.isEmpty else { return nil }
        guard let seconds = Int64(word), (0...253_402_300_799).contains(seconds) else {
            throw UsageError("环境变量 SOURCE_DATE_EPOCH 应是秒数，写的是“\(word)”")
        }
        return Date(timeIntervalSince1970: TimeInterval(seconds))
    }
}
