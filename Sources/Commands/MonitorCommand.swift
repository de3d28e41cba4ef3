internal import Delivery
internal import Diagnostics
internal import Facts

/// `goalbook monitor`: 绩效运行监控.
enum MonitorCommand: Command {
    static let name = "monitor"
    static let summary = Bilingual("绩效运行监控：支出和目标到哪一步了", en: "monitor spending and goals during the year")
    static let details = Bilingual(
        """
        把执行数据与目标书对照：支出进度与本项目的资金支出计划比，指标按月份比，红、黄、灰、绿、蓝五种灯；\
        估计全年能支出多少、完成多少，列出要补、要改的每一格（M01–M20）。
        加 -o：每个乡镇一个文件夹，有绩效运行监控表.pdf、监控.xlsx、运行监控.html；几个乡镇时另有运行监控汇总.html、监控汇总.xlsx。
        算法（预设 national、hebei、cost101、hubei、sichuan、guangxi）在审核设定的 appraisal 里改。
        """,
        en: """
            Compares actual figures with the goal book: money with the project's own plan, indicators with the month; \
            lamps, forecasts, and every cell to fill in or put right (M01-M20). Settings: appraisal in 审核设定.json5.
            """)
    static let operands = Operands.books
    static let options = [
        AppraisalOptions.actuals, asOf, AppraisalOptions.output, AppraisalOptions.format, .profile, .jobs,
    ]

    private static let asOf = Option(
        "as-of", .date, isRequired: true, "看到哪一天；用不晚于这一天的最新的数", en: "the day to look at; the newest figures up to it count")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard let day = try arguments.day(asOf) else { throw UsageError("没有写明看到哪一天，如 --as-of 2026-06-30") }
        return try await AppraisalOptions.run(
            arguments, invocation, .monitoring(day),
            text: { MonitoringText(report: $0, columns: $1).text }, json: { try MonitoringFile($0).json() })
    }
}
