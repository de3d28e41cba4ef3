internal import Delivery
internal import Diagnostics
internal import Facts
internal import Foundation
internal import GoalModel
internal import Intake
internal import Linting
internal import Reporting
internal import Tables
internal import Text

/// `goalbook check`: findings only.
enum CheckCommand: Command {
    static let name = "check"
    static let summary = Bilingual("只检查，不生成文件", en: "check only, write nothing")
    static let details = Bilingual(
        "检查各乡镇的绩效目标，列出每个问题的位置、原因和改法；不生成文件。",
        en: "Checks the towns' goals and lists each finding with its place, reason and remedy.")
    static let operands = Operands.books
    static let options = [format, output, failOn, writeBaseline, baseline, previous, .profile, asOf, showConfig, .jobs]

    private static let format = Option(
        "format", .choice(CheckFormat.allCases.map(\.rawValue)),
        "输出格式，默认 text；sarif 是 SARIF 2.1.0；junit 是 JUnit XML，一个乡镇一组，一条规则一项；xlsx 是审核意见表",
        en: "default text; sarif is SARIF 2.1.0, junit JUnit XML, xlsx the sheet of findings to answer")
    private static let output = Option(
        "output", short: "o", .file(), "写到文件里，而不是标准输出", en: "write to a file instead of standard output")
    private static let failOn = Option(
        "fail-on", .choice(Severity.allCases.reversed().map(\.rawValue) + ["never"]), "到哪一级别退出码为1（更重的也算），默认 error",
        en: "exit code 1 at or above this severity, default error")
    private static let writeBaseline = Option(
        "write-baseline", .file("json"), "把现有的问题记成基线；退出码为0", en: "remember what is found now; exit code 0")
    private static let baseline = Option(
        "baseline", .file("json"), "与基线比较：只列出、只计新的问题，说明已解决的。问题按乡镇、项目编码、规则和文字辨认，重新排版、改变序号不算新的",
        en: "list and count only what is new, tell what is fixed; findings are known by town, project code, rule and text")
    private static let previous = Option(
        "previous", .folder, "读取以前结果中审核意见表上的答复；输入旁边的审核意见表总会读取", en: "read the answers on the sheets of earlier results")
    private static let asOf = Option(
        "as-of", .date, "以这一天判断同意保留的问题是否到期；不写时依 SOURCE_DATE_EPOCH，否则为今天",
        en: "the day on which agreements to keep a finding must hold, default SOURCE_DATE_EPOCH or today")
    private static let showConfig = Option(
        "show-config", "列出审核所依据的每一项设定和它的来源，不检查", en: "list every setting and where it comes from instead of checking")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let form = arguments.choice(format, otherwise: CheckFormat.text)
        try form.checkTerminal(isWritten: arguments.has(output))
        let known = try earlier(arguments)
        let search = InputSearch(arguments.operands)
        let tables = try invocation.tables()
        let run = await CheckRun.running(
            search, tables: tables,
            settings: try invocation.reviewFiles(search, arguments, results: [arguments[previous]].compactMap(\.self), tables),
            judgedOn: try arguments.day(asOf) ?? SourceDate.day() ?? CalendarDay(utc: Date()), jobs: try arguments.jobs())
        let limit = Severity(rawValue: arguments[failOn] ?? Severity.error.rawValue)
        let towns = run.reports.map { CheckedTown($0, since: known) }
        let text =
            arguments.has(showConfig)
            ? Data(configuration(run, invocation.console.width).displayable.utf8)
            : try form.bytes(towns, run.failures, failingOn: limit, columns: invocation.console.width)
        if let path = arguments[output] {
            try ReportFile.write(text, to: path, sparing: search)
        } else {
            invocation.console.out(text)
        }
        let notices = arguments.has(showConfig) ? [] : run.notices
        invocation.tell(skipped: search.skipped, notices: notices, failures: run.failures)
        let code = invocation.exitCode(towns: run.reports.count, failures: run.failures)
        if arguments.has(showConfig) { return code }
        if code != .nothingReadable, let path = arguments[writeBaseline] {
            try ReportFile.write(try ReadableJSON.data(Baseline(run.reports.map(\.found))), to: path, sparing: search)
            // What is written down is no reason to fail; what a baseline of before lacks still is.
            if known == nil { return code }
        }
        guard code == .done, let limit else { return code }
        return towns.compactMap(\.worst).max().map { $0 >= limit } == true ? .findings : .done
    }

    private static func earlier(_ arguments: Arguments) throws(UsageError) -> Baseline? {
        guard let path = arguments[baseline] else { return nil }
        do { return try Baseline(json: try ReportFile.bytes(of: path)) } catch {
            throw UsageError("--baseline \(path.quoted)：\((error as? InputFailure)?.reason ?? "\(error)")")
        }
    }

    private static func configuration(_ run: CheckRun, _ columns: Int) -> String {
        run.engines.map { towns, engine in
            TerminalText.wrap("# \(towns.joined(separator: "、"))", columns: columns) + "\n"
                + ConfigurationText(basis: engine.basis, columns: columns).text
        }.joined(separator: "\n")
    }
}

/// How findings are written.
private enum CheckFormat: String, CaseIterable {
    case text, json, sarif, junit, xlsx

    func checkTerminal(isWritten: Bool) throws(UsageError) {
        guard self == .xlsx, !isWritten, isatty(STDOUT_FILENO) == 1 else { return }
        throw UsageError("--format xlsx 是Excel文件，不能显示在屏幕上。请用 -o 写明文件名，如 -o 审核意见表.xlsx")
    }

    func bytes(_ towns: [CheckedTown], _ failures: [InputFailure], failingOn limit: Severity?, columns: Int) throws -> Data {
        switch self {
        case .text: return Data(towns.map { FindingsText(town: $0, columns: columns).text + "\n" }.joined().displayable.utf8)
        case .json: return try FindingsFile(towns).json()
        case .sarif: return try SarifLog(towns, failures: failures, version: Program.version).json()
        case .xlsx: return try OpinionSheet(towns.map(\.report)).written().bytes
        case .junit: return Data(JUnitFile(towns, failures: failures, failingOn: limit).xml.utf8)
        }
    }
}
