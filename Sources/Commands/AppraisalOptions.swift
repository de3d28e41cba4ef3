internal import Appraisal
internal import Delivery
internal import Diagnostics
internal import Facts
internal import Foundation
internal import Intake
internal import Print

/// What `monitor` and `evaluate` have in common.
enum AppraisalOptions {
    static let actuals = Option(
        "actuals", .file("xlsx", "csv"), isRepeated: true,
        "执行数据：goalbook template --actuals 生成、填好的表，或文件名含“执行数据”的文件所在的文件夹；可以写几次；目标书本身是填好的自评表的，可以不写",
        en: "the filled workbook of goalbook template --actuals, CSV, or a folder of them; may be repeated")
    static let output = Option("output", short: "o", .folder, "把结果写在文件夹里，而不是标准输出", en: "write the results to a folder")
    static let format = Option(
        "format", .choice(AppraisalFormat.allCases.map(\.rawValue)), "输出格式，默认 text", en: "default text")

    /// Runs, and prints or writes what came out.
    static func run(
        _ arguments: Arguments, _ invocation: Invocation, _ task: AppraisalRun.Task,
        text: (AppraisalReport, Int) -> String, json: ([AppraisalReport]) throws -> Data
    ) async throws -> ExitCode {
        // Several files behind one --actuals stand among the inputs.
        let others = arguments.operands.filter { ActualsFile.isOne(URL(filePath: $0).lastPathComponent) }
        let paths = arguments.every(actuals) + others
        let search = InputSearch(arguments.operands.filter { !others.contains($0) })
        let tables = try invocation.tables()
        var run = await AppraisalRun.running(
            search, tables: tables, settings: try invocation.reviewFiles(search, arguments, tables), actuals: paths, task,
            jobs: try arguments.jobs())
        if !run.reports.isEmpty {
            if let folder = arguments[output] {
                let results = AppraisalResults(
                    run.reports, missing: run.missing, tables: tables, preset: tables.presets[nil] ?? .official,
                    created: try SourceDate.date(),
                    jobs: try arguments.jobs())
                let told = try await results.write(to: URL(filePath: folder))
                run.notices += told.notices
                run.failures += told.failures
            } else if arguments.choice(format, otherwise: AppraisalFormat.text) == .json {
                invocation.console.out(try json(run.reports))
            } else {
                if run.reports.count > 1 {
                    let county = AppraisalCounty(run.reports, missing: run.missing)
                    invocation.console.out(AppraisalCountyText(county: county, columns: invocation.console.width).text)
                }
                for report in run.reports { invocation.console.out(text(report, invocation.console.width)) }
            }
        }
        invocation.tell(skipped: search.skipped, notices: run.notices, failures: run.failures)
        if run.reports.isEmpty, paths.isEmpty {
            throw UsageError("没有写明执行数据，如 --actuals 执行数据.xlsx。空表用 goalbook template --actuals 生成")
        }
        if run.books == 0 { return invocation.exitCode(towns: 0, failures: run.failures) }
        guard !run.reports.isEmpty else {
            invocation.console.error("没有可以用的执行数据。请用 goalbook template --actuals 目标书 -o 执行数据.xlsx 生成空表，填好再试")
            return .nothingReadable
        }
        return run.failures.isEmpty ? .done : .someFailed
    }
}

/// How a monitoring or a self-evaluation is printed.
enum AppraisalFormat: String, CaseIterable {
    case text, json
}
