internal import Delivery
internal import Diagnostics
internal import Facts
internal import Outputs

/// `goalbook facts`: model and figures as JSON on standard output.
enum FactsCommand: Command {
    static let name = "facts"
    static let summary = Bilingual("输出数据（JSON）", en: "print model and figures as JSON")
    static let options: [Arguments.Option] = [.value("jobs"), .value("profile")]
    static let help = Bilingual(
        """
        用法：goalbook facts 文件或文件夹…

        在标准输出上给出各乡镇的全部内容和汇总数字（JSON，schema goalbook.facts/1）。金额以分为单位。

        选项：
          --profile 文件   县级审核设定；不写时用输入文件夹里的 审核设定.json5
        """,
        en: """
            Usage: goalbook facts FILE-OR-FOLDER...

            Prints everything that was read and added up as JSON (schema goalbook.facts/1). Money is in fen (1/100 yuan).

            Options:
              --profile FILE   settings of the county's review; default 审核设定.json5 in the input folder
            """)

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard !arguments.positional.isEmpty else { throw UsageError("没有写明要读取的文件或文件夹") }
        let search = InputSearch(arguments.positional)
        let tables = try invocation.tables()
        let run = await CheckRun.running(
            search, tables: tables, settings: try invocation.reviewFiles(search, arguments, tables),
            judgedOn: try BuildCommand.judgement(arguments), jobs: try BuildCommand.jobs(arguments))
        if !run.reports.isEmpty { invocation.console.out(try FactsFile.json(run.reports)) }
        invocation.tell(skipped: search.skipped, notices: run.notices, failures: run.failures)
        return invocation.exitCode(towns: run.reports.count, failures: run.failures)
    }
}
