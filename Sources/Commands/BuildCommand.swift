internal import Delivery
internal import Diagnostics
internal import Foundation
internal import Intake
internal import Outputs
internal import Print
internal import Synchronization
internal import Text

/// `goalbook build`: the main job.
enum BuildCommand: Command {
    static let name = "build"
    static let summary = Bilingual("生成目标书、网页和邮件", en: "make books, pages and mails")
    static let details = Bilingual(
        """
        读取各乡镇的绩效目标书，在输出文件夹中生成：
          index.html、汇总.xlsx  汇总页、汇总表
          县级合订本.pdf  各乡镇的目标书合为一册（两个乡镇以上；超过600页时分册）
          <区划>-<单位编码>-<乡镇>-<年度>/  每个乡镇一个文件夹：\(OutputFormat.usualFiles.joined(separator: "、"))\
        （有较早的一份时才有 变化.html）
          manifest.json  全部输入和结果的校验值；有这个文件的文件夹才会被替换
        原有结果整体替换；不是 goalbook 生成的非空文件夹不会被覆盖。
        完成的乡镇一行一个（项目、金额、得分、错误、警告、打开哪个文件），最后一行是全部乡镇；失败的写明要改的文件，每处一行。
        """,
        en: """
            Reads the towns' goal books and makes in the output folder:
              index.html, 汇总.xlsx  the overview
              县级合订本.pdf  all books bound in one, from two towns on
              a folder a town  \(OutputFormat.usualFiles.joined(separator: ", "))
            Older results are replaced as a whole; a non-empty folder that is not ours is refused.
            Prints a line a town and one for all of them; what failed goes to standard error, a line a place.
            """)
    static let operands = Operands.books
    static let options = [output, .jobs, only, asOf, previous, mask, preset, noProof, shard, .profile]

    private static let output = Option("output", short: "o", .folder, "输出位置，默认 out", en: "where to write, default out")
    private static let only = Option(
        "only", Value("种类,…", en: "KIND,...", .list(OutputKind.allCases.map(\.rawValue))),
        "只生成写明的种类：" + OutputKind.allCases.map { "\($0.rawValue)（\($0.title.chinese)）" }.joined(separator: "、")
            + "；每个项目一份表的 sheets、原文件加批注的 annotated 只在写明时生成",
        en: "only these: " + OutputKind.allCases.map { "\($0.rawValue) (\($0.title.english))" }.joined(separator: ", ")
            + "; sheets and annotated only when named")
    private static let asOf = Option("as-of", .date, "以这一天说明下一步该支出什么", en: "tell what is due next from this day (2026-05-31)")
    private static let previous = Option(
        "previous", .folder, "与这个文件夹里以前的结果比较，说明有什么变化；读取其中审核意见表上的答复",
        en: "tell what changed since the results in this folder; read the answers on its sheets of findings")
    private static let mask = Option(
        "mask",
        "把所有结果中的身份证号、手机号、银行卡号打上星号（13812345678 → 138******78），也包括同意保留的；能确定是姓名的只留姓；"
            + "去掉“内部资料”字样，不生成读入对照.html，不能与 --only annotated 一起用",
        en: """
            hide identity, mobile and bank card numbers and, where they are certain, names of persons in all results; no notice of \
            internal use, no page of what was read; not with --only annotated
            """)
    private static let preset = Option(
        "preset", Value("版式", en: "NAME", .names(["official", "office"])),
        "版式：official（公文，双面，默认）或 office（办公，单面），也可以是 presets.json5 中另加的版式",
        en: "official (GB/T 9704, duplex, default), office (simplex), or one more of presets.json5")
    private static let noProof = Option(
        "no-proof", "不把印好的目标书读回来与原文逐格核对", en: "do not read the finished books back to compare them with their sources")
    private static let shard = Option(
        "shard", Value("K/N", en: "K/N"), "只做全部乡镇的第 K 份（共 N 份），供几台机器分担",
        en: "make the K-th of N parts of the towns, so that several machines share the work")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let folder = arguments[output] ?? "out"
        let target = URL(filePath: folder)
        let jobs = try arguments.jobs()
        let kinds = arguments.has(only) ? Set(arguments.all(only).compactMap(OutputKind.init(rawValue:))) : OutputKind.standard
        let libraries = ResultLibraries(kinds, jobs: jobs, verifiesPrint: !arguments.has(noProof))
        async let _ = libraries?.loadFirst()
        let tables = try invocation.tables()
        if arguments.has(mask), arguments.all(only).contains(OutputKind.annotated.rawValue) {
            throw UsageError("--mask 不能与 --only annotated 一起用：原文件里的号码不会打上星号。只要批注打星号的，请用 goalbook annotate --mask")
        }
        let run = BuildRun(
            tables: tables, jobs: jobs, kinds: kinds, asOf: try arguments.day(asOf), previous: try earlier(arguments),
            masked: arguments.has(mask), preset: try pages(arguments, tables.presets),
            verifiesPrint: !arguments.has(noProof), created: try SourceDate.date(), tool: Program.nameAndVersion,
            shard: try part(arguments))
        let search = InputSearch(arguments.operands, excluding: target)
        let console = invocation.console
        console.progress("正在读取\(search.files.count)个文件…")
        let finished = Mutex(0)
        let settings = try invocation.reviewFiles(
            search, arguments, results: [arguments[previous]].compactMap(\.self), tables)
        let outcome = try await run.run(search, settings: settings, to: target) { town, total in
            let count = finished.withLock { count in
                count += 1
                return count
            }
            console.progress("已完成 \(count)/\(total)：\(town.prefix(20))")
        }
        console.clearProgress()
        invocation.tell(skipped: search.skipped, notices: outcome.notices, failures: [])
        if let county = outcome.county {
            let text = BuildText(
                county: county, made: outcome.made, folder: target.relativePath, entryFile: run.entryFile, columns: console.width)
            text.lines.forEach(console.result)
        }
        for fault in outcome.faults { console.error("\(fault.severity.title)：\(fault)") }
        outcome.failures.forEach(invocation.tell)
        if outcome.isEmptyPart { return .done }
        return invocation.exitCode(towns: outcome.towns, failures: outcome.failures)
    }

    private static func earlier(_ arguments: Arguments) throws(UsageError) -> PreviousResults {
        guard let folder = arguments[previous] else { return PreviousResults() }
        do { return try PreviousResults(folder) } catch { throw UsageError("--previous \(error.message)") }
    }

    private static func pages(_ arguments: Arguments, _ presets: PagePresets) throws(UsageError) -> PagePreset {
        let name = arguments[preset]
        if let pages = presets[name] { return pages }
        throw .value("--preset 不认识\((name ?? "").quoted)", name ?? "", among: presets.names)
    }

    private static func part(_ arguments: Arguments) throws(UsageError) -> Shard? {
        guard let words = arguments[shard] else { return nil }
        guard let part = Shard(words) else { throw UsageError("--shard 应写成 K/N，如 3/8（8份中的第3份），写的是\(words.quoted)") }
        return part
    }
}
