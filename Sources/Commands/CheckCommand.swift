internal import Delivery
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Linting
internal import Outputs
internal import Reporting

/// `goalbook check`: findings only.
enum CheckCommand: Command {
    static let name = "check"
    static let summary = Words("只检查，不生成文件", en: "check only, write nothing")
    static let options: [Arguments.Option] = [
        .value("format"), .value("fail-on"), .value("jobs"), .value("profile"), .value("as-of"), .flag("show-config"),
    ]
    static let help = Words(
        """
        用法：goalbook check 文件或文件夹… [选项]

        检查各乡镇的绩效目标，列出每个问题的位置、原因和改法。

        选项：
          --format text|json                      输出格式，默认 text
          --fail-on error|warning|hint|never      出现这一级别（或更重）的问题时退出码为1，默认 error
          --profile 文件                          县级审核设定；不写时用输入文件夹里的 审核设定.json5
          --as-of 年-月-日                        以这一天判断同意保留的问题是否到期，默认今天
          --show-config                           列出审核所依据的每一项设定和它的来源，不检查
        """,
        en: """
            Usage: goalbook check FILE-OR-FOLDER... [OPTIONS]

            Checks the towns' goals and lists each finding with its place, reason and remedy.

            Options:
              --format text|json                   default text
              --fail-on error|warning|hint|never   exit code 1 at or above this severity, default error
              --profile FILE                       settings of the county's review; default 审核设定.json5 in the input folder
              --as-of DATE                         the day on which agreements to keep a finding must hold, default today
              --show-config                        list every setting and where it comes from instead of checking
            """)

    static func run(_ arguments: Arguments, _ setting: Setting) async throws -> ExitCode {
        guard !arguments.positional.isEmpty else { throw UsageError("没有写明要读取的文件或文件夹") }
        let format = try arguments.choice("format", of: ["text", "json"], otherwise: "text")
        let failOn = try arguments.choice("fail-on", of: ["error", "warning", "hint", "never"], otherwise: "error")
        let search = InputSearch(arguments.positional)
        let tables = try setting.tables()
        let run = await CheckRun.running(
            search, tables: tables, settings: try setting.reviewFiles(search, arguments, tables),
            judgedOn: try BuildCommand.judgement(arguments) ?? CalendarDay(utc: Date()),
            jobs: try BuildCommand.jobs(arguments))
        if arguments.has("show-config") {
            for (towns, engine) in run.engines {
                setting.console.out(TerminalText.wrap("# \(towns.joined(separator: "、"))", columns: setting.console.width))
                setting.console.out(ConfigurationText(basis: engine.basis, columns: setting.console.width).text)
            }
            setting.tell(skipped: search.skipped, notices: [], failures: run.failures)
            return setting.exitCode(towns: run.reports.count, failures: run.failures)
        }
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
