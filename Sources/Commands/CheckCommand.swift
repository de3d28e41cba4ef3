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
    static let options = [
        format, output, level, summaryOnly, group, failOn, writeBaseline, baseline, previous, .profile, asOf, showConfig, .jobs,
    ]

    private static let format = Option(
        "format", .choice(CheckFormat.allCases.map(\.rawValue)),
        "输出格式，默认 text；lines 一个问题一行（文件:位置: 级别 代码 内容）；sarif 是 SARIF 2.1.0；junit 是 JUnit XML，一个乡镇一组，一条规则一项；xlsx 是审核意见表",
        en:
            "default text; lines is FILE:PLACE: SEVERITY CODE MESSAGE; sarif is SARIF 2.1.0, junit JUnit XML, xlsx the sheet of findings to answer"
    )
    private static let output = Option(
        "output", short: "o", .file(), "写到文件里，而不是标准输出", en: "write to a file instead of standard output")
    private static let level = Option(
        "level", .choice(Severity.allCases.reversed().map(\.rawValue)), "text 和 lines 逐处列到哪一级别，更轻的只计数；默认 warning（lines 默认 hint）",
        en: "the least severity that text and lines tell place by place; default warning, for lines hint")
    private static let summaryOnly = Option("summary", "只列每条规则有几处，不列位置", en: "counts by rule, and no places")
    private static let group = Option(
        "group", .choice(FindingsText.Grouping.allCases.map(\.rawValue)), "按规则（默认）还是按项目列出", en: "by rule (default) or by project")
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
            : try form.bytes(
                towns, run.failures, failingOn: limit, files: search.locations,
                view: view(arguments, columns: invocation.console.width))
        let remembers = arguments.has(writeBaseline) && !arguments.has(output) && !arguments.has(showConfig)
        if remembers {
            // What is remembered is told, and not listed.
        } else if let path = arguments[output] {
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
            let count = run.reports.reduce(0) { $0 + $1.findings.count + $1.notes.count }
            if remembers { invocation.console.out("已把\(run.reports.count)个乡镇现有的\(count)处问题记在\(path.quoted)") }
            // What is written down is no reason to fail; what a baseline of before lacks still is.
            if known == nil { return code }
        }
        guard code == .done, let limit else { return code }
        return towns.compactMap(\.worst).max().map { $0 >= limit } == true ? .findings : .done
    }

    private static func view(_ arguments: Arguments, columns: Int) -> CheckView {
        CheckView(
            columns: columns, level: arguments[level].flatMap(Severity.init(rawValue:)),
            grouping: arguments[group].flatMap(FindingsText.Grouping.init(rawValue:)) ?? .rule,
            isSummary: arguments.has(summaryOnly))
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

/// What of the findings people read.
private struct CheckView {
    let columns: Int
    /// `nil` where nobody asked for one.
    let level: Severity?
    let grouping: FindingsText.Grouping
    let isSummary: Bool

    func text(of towns: [CheckedTown]) -> String {
        let table = towns.count > 1 ? CheckTable(towns: towns).text + "\n" : ""
        let texts = towns.map { town in
            FindingsText(
                town: town, columns: columns, level: level ?? .warning, grouping: grouping, isSummary: isSummary
            ).text + "\n"
        }
        return table + texts.joined()
    }

    func lines(of towns: [CheckedTown]) -> String {
        towns.map { FindingLines(town: $0, level: level ?? .hint).text }.joined()
    }
}

/// How findings are written.
private enum CheckFormat: String, CaseIterable {
    case text, lines, json, sarif, junit, xlsx

    func checkTerminal(isWritten: Bool) throws(UsageError) {
        guard self == .xlsx, !isWritten, isatty(STDOUT_FILENO) == 1 else { return }
        throw UsageError("--format xlsx 是Excel文件，不能显示在屏幕上。请用 -o 写明文件名，如 -o 审核意见表.xlsx")
    }

    func bytes(
        _ towns: [CheckedTown], _ failures: [InputFailure], failingOn limit: Severity?, files: [String: URL], view: CheckView
    ) throws -> Data {
        switch self {
        case .text: return Data(view.text(of: towns).displayable.utf8)
        case .lines: return Data(view.lines(of: towns).displayable.utf8)
        case .json: return try FindingsFile(towns).json()
        case .sarif:
            let folder = URL(filePath: FileManager.default.currentDirectoryPath)
            return try SarifLog(towns, failures: failures, files: files, in: folder, version: Program.version).json()
        case .xlsx: return try OpinionSheet(towns.map(\.report)).written().bytes
        case .junit: return Data(JUnitFile(towns, failures: failures, failingOn: limit).xml.utf8)
        }
    }
}
