internal import Delivery
internal import Diagnostics
internal import Foundation

/// `goalbook rollup`: the county's overview of facts files.
enum RollupCommand: Command {
    static let name = "rollup"
    static let summary = Bilingual("由各处的 facts.json 生成全县汇总", en: "make the county overview of facts files")
    static let details = Bilingual(
        """
        由几台机器、几次运行的 facts.json 生成同样的县级汇总：index.html、汇总.xlsx、rollup.json。
        文件夹连同里面的结果文件夹一起查找；旁边有网页的乡镇可以点进去。完全相同的只计一次；\
        损坏的、同一单位同一年度而内容不同的会点名，其他的照常汇总（退出码 3）。
        """,
        en: """
            Makes index.html, 汇总.xlsx and rollup.json of facts files from several machines or runs.
            Folders are searched to any depth, also folders of results; towns whose page lies beside their facts \
            are linked. Identical books count once; damaged and contradicting ones are named (exit code 3).
            """)
    static let operands = Operands(
        Value("facts.json或文件夹…", en: "FACTS_JSON-OR-FOLDER...", .files(["json"])), 1...(.max), demand: "没有写明 facts.json 或放着它们的文件夹"
    )
    static let options = [output, .jobs]

    private static let output = Option(
        "output", short: "o", .folder, isRequired: true, "输出位置；原有的汇总整体替换，不是 goalbook 生成的非空文件夹不会被覆盖",
        en: "where to write; older results are replaced as a whole")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard let path = arguments[output] else { throw UsageError("没有写明写到哪里，如 goalbook rollup 各片 -o 全县") }
        let target = URL(filePath: path)
        let search = FactsSearch(arguments.operands, excluding: target)
        let run = RollupRun(
            tables: try invocation.tables(), jobs: try arguments.jobs(), created: try SourceDate.date(),
            tool: Program.nameAndVersion)
        let start = ContinuousClock.now
        let outcome = try await run.run(search, to: target)
        invocation.tell(skipped: [], notices: outcome.notices, failures: outcome.failures)
        guard outcome.towns > 0 else {
            invocation.console.error("没有可以汇总的 facts.json。请把 goalbook build 或 goalbook facts 生成的数据写在命令后面")
            return .nothingReadable
        }
        if invocation.console.isInteractive {
            let seconds = max(0.001, Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000)
            let size = Double(outcome.bytes) / 1_000_000
            let words = [size, seconds, size / seconds].map { String(format: "%.1f", $0) }
            invocation.console.error(
                "汇总\(outcome.towns)个乡镇，\(words[0])MB，\(words[1])秒（每秒\(words[2])MB），结果在 \(target.appending(path: "index.html").relativePath)"
            )
        }
        return outcome.failures.isEmpty ? .done : .someFailed
    }
}
