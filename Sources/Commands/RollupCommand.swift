internal import Delivery
internal import Diagnostics
internal import Foundation
internal import Intake

/// `goalbook rollup`: the county's overview of facts files.
enum RollupCommand: Command {
    static let name = "rollup"
    static let summary = Bilingual("由各处的 facts.json 生成全县汇总", en: "make the county overview of facts files")
    static let options: [Arguments.Option] = [.value("output", short: "o"), .value("jobs")]
    static let help = Bilingual(
        """
        用法：goalbook rollup facts.json或文件夹… -o 文件夹

        由几台机器、几次运行的 facts.json 生成同样的县级汇总：index.html、汇总.xlsx、rollup.json。
        文件夹连同里面的结果文件夹一起查找；旁边有网页的乡镇可以点进去。完全相同的只计一次；
        损坏的、同一单位同一年度而内容不同的会点名，其他的照常汇总（退出码 3）。

        选项：
          -o, --output 文件夹   输出位置；原有的汇总整体替换，不是 goalbook 生成的非空文件夹不会被覆盖
          --jobs N              同时读几个文件，默认为处理器个数
        """,
        en: """
            Usage: goalbook rollup FACTS_JSON-OR-FOLDER... -o DIR

            Makes index.html, 汇总.xlsx and rollup.json of facts files from several machines or runs.
            Folders are searched to any depth, also folders of results; towns whose page lies beside their facts
            are linked. Identical books count once; damaged and contradicting ones are named (exit code 3).

            Options:
              -o, --output DIR   where to write; older results are replaced as a whole
              --jobs N           files at a time, default the number of processors
            """)

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard !arguments.positional.isEmpty else { throw UsageError("没有写明 facts.json 或放着它们的文件夹") }
        guard let path = arguments["output"] else { throw UsageError("没有写明写到哪里，如 goalbook rollup 各片 -o 全县") }
        let output = URL(filePath: path)
        let search = FactsSearch(arguments.positional, excluding: output)
        let run = RollupRun(
            tables: try invocation.tables(), jobs: try BuildCommand.jobs(arguments), created: try BuildCommand.sourceDate(),
            tool: Program.nameAndVersion)
        let start = ContinuousClock.now
        let outcome = try await run.run(search, to: output)
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
                "汇总\(outcome.towns)个乡镇，\(words[0])MB，\(words[1])秒（每秒\(words[2])MB），结果在 \(output.appending(path: "index.html").relativePath)"
            )
        }
        return outcome.failures.isEmpty ? .done : .someFailed
    }
}
