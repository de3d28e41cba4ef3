internal import Delivery
internal import Diagnostics
internal import Linting
internal import Outputs
internal import Reporting

/// `goalbook check`: findings only.
enum CheckCommand: Command {
    static let name = "check"
    static let summary = Words("只检查，不生成文件", en: "check only, write nothing")
    static let options: [Arguments.Option] = [.value("format"), .value("fail-on"), .value("jobs")]
    static let help = Words(
        """
        用法：goalbook check 文件或文件夹… [选项]

        检查各乡镇的绩效目标，列出每个问题的位置、原因和改法。

        选项：
          --format text|json                      输出格式，默认 text
          --fail-on error|warning|hint|never      出现这一级别（或更重）的问题时退出码为1，默认 error
        """,
        en: """
            Usage: goalbook check FILE-OR-FOLDER... [OPTIONS]

            Checks the towns' goals and lists each finding with its place, reason and remedy.

            Options:
              --format text|json                   default text
              --fail-on error|warning|hint|never   exit code 1 at or above this severity, default error
            """)

    static func run(_ arguments: Arguments, _ setting: Setting) async throws -> ExitCode {
        guard !arguments.positional.isEmpty else { throw UsageError("没有写明要读取的文件或文件夹") }
        let format = try arguments.choice("format", of: ["text", "json"], otherwise: "text")
        let failOn = try arguments.choice("fail-on", of: ["error", "warning", "hint", "never"], otherwise: "error")
        let search = InputSearch(arguments.positional)
        let run = await CheckRun.running(search, tables: try setting.tables(), jobs: try BuildCommand.jobs(arguments))
        if format == "json" {
            setting.console.out(try FindingsFile(run.reports).json())
        } else {
            for report in run.reports { setting.console.out(FindingsText(report, columns: setting.console.width).text) }
        }
        setting.tell(skipped: search.skipped, notices: run.notices, failures: run.failures)
        let code = setting.exitCode(towns: run.reports.count, failures: run.failures)
        guard code == .done, let limit = Severity(rawValue: failOn) else { return code }
        let worst = run.reports.flatMap { $0.findings.map(\.severity) + $0.diagnostics.map(\.severity) }.max()
        return worst.map { $0 >= limit } == true ? .findings : .done
    }
}
