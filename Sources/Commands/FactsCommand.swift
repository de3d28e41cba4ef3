internal import Delivery
internal import Diagnostics
internal import Facts
internal import Intake

/// `goalbook facts`: model and figures as JSON on standard output.
enum FactsCommand: Command {
    static let name = "facts"
    static let summary = Bilingual("输出数据（JSON）", en: "print model and figures as JSON")
    static let details = Bilingual(
        "在标准输出上给出各乡镇的全部内容和汇总数字（JSON，schema goalbook.facts/1）。金额以分为单位。",
        en: "Prints everything that was read and added up as JSON (schema goalbook.facts/1). Money is in fen (1/100 yuan).")
    static let operands = Operands.books
    static let options: [Option] = [.jobs, .profile, explaining]

    private static let explaining = Option(
        "explain", "不输出数据，说明每张表的每一栏被认作什么、根据什么，哪些格没有认出",
        en: "say instead what each column of each table was taken for, why, and which cells nobody knows")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let search = InputSearch(arguments.operands)
        let tables = try invocation.tables()
        let run = await CheckRun.running(
            search, tables: tables, settings: try invocation.reviewFiles(search, arguments, tables),
            judgedOn: try SourceDate.day(), jobs: try arguments.jobs())
        if arguments.has(explaining) {
            let columns = invocation.console.width
            for (town, tables) in run.readTables {
                invocation.console.out(ReadingText(town: town, tables: tables, columns: columns).text)
            }
        } else if !run.reports.isEmpty {
            invocation.console.out(try FactsFile.json(run.reports))
        }
        invocation.tell(skipped: search.skipped, notices: run.notices, failures: run.failures)
        return invocation.exitCode(towns: run.reports.count, failures: run.failures)
    }
}
