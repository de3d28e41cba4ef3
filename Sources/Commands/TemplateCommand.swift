internal import Appraisal
internal import Delivery
internal import Diagnostics
internal import Foundation
internal import Intake
internal import SourceFiles
internal import Tables
internal import Text

/// `goalbook template`: an Excel file to fill in.
enum TemplateCommand: Command {
    static let name = "template"
    static let summary = Bilingual("生成填报模板（Excel）", en: "make an Excel file to fill in")
    static let details = Bilingual(
        """
        生成一个可以直接填写的Excel文件，有说明、部门、项目、指标四张表，带下拉框、填写要求、检查和示例。
        填好以后运行 goalbook build 填报模板.xlsx -o 结果。
        加 --actuals 和目标书，生成执行数据表：项目执行、指标完成、部门整体、填表说明四张表，目标书里有的已经填好、锁住；\
        填好以后用于 goalbook monitor 和 goalbook evaluate。文件名以 .csv 结尾时写成两个CSV文件。
        """,
        en: """
            Makes an Excel file to fill in: four sheets with drop-downs, input messages, checks and examples.
            Then build from it: goalbook build FILE.xlsx -o DIR.
            With --actuals and goal books it makes the workbook for actual figures, filled in from the books as far as these \
            go, for goalbook monitor and goalbook evaluate; a name that ends in .csv gives two CSV files.
            """)
    static let operands = Operands(
        Value("[目标书…]", en: "[GOAL-BOOK...]", .files(SourceReader.extensions.sorted())), 0...(.max), demand: "")
    static let options = [output, actuals, .profile, .jobs]

    private static let output = Option(
        "output", short: "o", Value("文件.xlsx", en: "FILE.xlsx", .files(["xlsx", "csv"])), isRequired: true,
        "写到哪里；已经有的文件不会被覆盖", en: "where to write; a file that is there is never overwritten")
    private static let actuals = Option(
        "actuals", "生成执行数据表，内容取自后面写的目标书（几个乡镇可以在一张表上）", en: "make the workbook for actual figures of the goal books")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let isForActuals = arguments.has(actuals)
        guard isForActuals || arguments.operands.isEmpty else { throw UsageError("这个命令后面不带内容，文件名写在 -o 后面；要生成执行数据表，请加 --actuals") }
        guard let path = arguments[output] else {
            throw UsageError("没有写明写到哪里，如 goalbook template \(isForActuals ? "--actuals 目标书 -o 执行数据.xlsx" : "-o 填报模板.xlsx")")
        }
        let ending = URL(filePath: path).pathExtension.lowercased()
        guard ending == "xlsx" || (isForActuals && ending == "csv") else {
            throw UsageError("模板是Excel文件，文件名应以 .xlsx 结尾，写的是\(path.quoted)")
        }
        guard isForActuals else {
            try ReportFile.writeNew(try FormTemplate.bytes(), to: path)
            if invocation.console.isInteractive { invocation.console.error("已生成 \(path)") }
            return .done
        }
        return try await writeActuals(to: path, isCSV: ending == "csv", arguments, invocation)
    }

    private static func writeActuals(
        to path: String, isCSV: Bool, _ arguments: Arguments, _ invocation: Invocation
    ) async throws -> ExitCode {
        guard !arguments.operands.isEmpty else { throw UsageError("没有写明目标书，如 goalbook template --actuals 目标书 -o 执行数据.xlsx") }
        let search = InputSearch(arguments.operands)
        let tables = try invocation.tables()
        let run = await AppraisalRun.books(
            search, tables: tables, settings: try invocation.reviewFiles(search, arguments, tables), jobs: try arguments.jobs())
        invocation.tell(skipped: search.skipped, notices: [], failures: run.failures)
        if run.books.isEmpty { return invocation.exitCode(towns: 0, failures: run.failures) }
        let template = ActualsTemplate(run.books, settings: run.settings ?? AppraisalSettings())
        var written: [String] = []
        if isCSV {
            let stem = String(path.dropLast(4))
            for (sheet, bytes) in template.csv {
                written.append("\(stem)-\(sheet.rawValue).csv")
                try ReportFile.writeNew(bytes, to: written[written.count - 1])
            }
        } else {
            written.append(path)
            try ReportFile.writeNew(try template.bytes(), to: path)
        }
        if invocation.console.isInteractive { invocation.console.error("已生成 \(written.joined(separator: "、"))") }
        return run.failures.isEmpty ? .done : .someFailed
    }
}
