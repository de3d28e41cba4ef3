internal import Delivery
internal import Diagnostics
internal import Facts
internal import Foundation
internal import Glibc
internal import GoalModel
internal import Linting
internal import Outputs
internal import Reporting
internal import Text

/// `goalbook check`: findings only.
enum CheckCommand: Command {
    static let name = "check"
    static let summary = Bilingual("只检查，不生成文件", en: "check only, write nothing")
    static let options: [Arguments.Option] = [
        .value("format"), .value("output", short: "o"), .value("fail-on"), .value("baseline"), .value("write-baseline"),
        .value("previous"), .value("jobs"), .value("profile"), .value("as-of"), .flag("show-config"),
    ]
    static let help = Bilingual(
        """
        用法：goalbook check 文件或文件夹… [选项]

        检查各乡镇的绩效目标，列出每个问题的位置、原因和改法。

        选项：
          --format text|json|sarif|junit|xlsx     输出格式，默认 text；xlsx 是审核意见表
          -o, --output 文件                       写到文件里，而不是标准输出
          --fail-on error|warning|hint|never      出现这一级别（或更重）的问题时退出码为1，默认 error
          --write-baseline 文件                   把现有的问题记成基线；退出码为0
          --baseline 文件                         与基线比较：只列出、只计新的问题，说明已解决的
          --previous 文件夹                       读取以前结果中审核意见表上的答复
          --profile 文件                          县级审核设定；不写时用输入文件夹里的 审核设定.json5
          --as-of 年-月-日                        以这一天判断同意保留的问题是否到期，默认今天
          --show-config                           列出审核所依据的每一项设定和它的来源，不检查
        """,
        en: """
            Usage: goalbook check FILE-OR-FOLDER... [OPTIONS]

            Checks the towns' goals and lists each finding with its place, reason and remedy.

            Options:
              --format text|json|sarif|junit|xlsx  default text; xlsx is the sheet of findings to answer
              -o, --output FILE                    write to a file instead of standard output
              --fail-on error|warning|hint|never   exit code 1 at or above this severity, default error
              --write-baseline FILE                remember what is found now; exit code 0
              --baseline FILE                      list and count only what is new, tell what is fixed
              --previous DIR                       read the answers on the sheets of earlier results
              --profile FILE                       settings of the county's review; default 审核设定.json5 in the input folder
              --as-of DATE                         the day on which agreements to keep a finding must hold, default today
              --show-config                        list every setting and where it comes from instead of checking
            """)

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard !arguments.positional.isEmpty else { throw UsageError("没有写明要读取的文件或文件夹") }
        let format = try CheckFormat(arguments)
        let failOn = try arguments.choice("fail-on", of: ["error", "warning", "hint", "never"], otherwise: "error")
        let baseline = try baseline(arguments)
        let search = InputSearch(arguments.positional)
        let tables = try invocation.tables()
        let run = await CheckRun.running(
            search, tables: tables,
            settings: try invocation.reviewFiles(
                search, arguments, results: [arguments["previous"]].compactMap(\.self), tables),
            judgedOn: try BuildCommand.judgement(arguments) ?? CalendarDay(utc: Date()),
            jobs: try BuildCommand.jobs(arguments))
        let limit = Severity(rawValue: failOn)
        let towns = run.reports.map { CheckedTown($0, since: baseline) }
        let text =
            arguments.has("show-config")
            ? Data(configuration(run, invocation.console.width).displayable.utf8)
            : try format.bytes(towns, run.failures, failingOn: limit, columns: invocation.console.width)
        if let path = arguments["output"] {
            try ReportFile.write(text, to: path, sparing: search)
        } else {
            invocation.console.out(text)
        }
        if arguments.has("show-config") {
            invocation.tell(skipped: search.skipped, notices: [], failures: run.failures)
            return invocation.exitCode(towns: run.reports.count, failures: run.failures)
        }
        invocation.tell(skipped: search.skipped, notices: run.notices, failures: run.failures)
        let code = invocation.exitCode(towns: run.reports.count, failures: run.failures)
        if code != .nothingReadable, let path = arguments["write-baseline"] {
            try ReportFile.write(try ReadableJSON.data(Baseline(run.reports.map(\.found))), to: path, sparing: search)
            // What is written down is no reason to fail; what a baseline of before lacks still is.
            if baseline == nil { return code }
        }
        guard code == .done, let limit else { return code }
        return towns.compactMap(\.worst).max().map { $0 >= limit } == true ? .findings : .done
    }

    private static func baseline(_ arguments: Arguments) throws(UsageError) -> Baseline? {
        guard let path = arguments["baseline"] else { return nil }
        do {
            return try Baseline(json: try ReportFile.bytes(of: path))
        } catch let error as Baseline.Unusable {
            throw UsageError("--baseline “\(path)”\(error.reason)")
        } catch {
            throw UsageError("--baseline “\(path)”：\((error as? TownFailure)?.reason ?? "\(error)")")
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

    init(_ arguments: Arguments) throws(UsageError) {
        let word = try arguments.choice("format", of: Self.allCases.map(\.rawValue), otherwise: Self.text.rawValue)
        self = Self(rawValue: word) ?? .text
        if self == .xlsx, arguments["output"] == nil, isatty(STDOUT_FILENO) == 1 {
            throw UsageError("--format xlsx 是Excel文件，不能显示在屏幕上。请用 -o 写明文件名，如 -o 审核意见表.xlsx")
        }
    }

    func bytes(
        _ towns: [CheckedTown], _ failures: [TownFailure], failingOn limit: Severity?, columns: Int
    ) throws -> Data {
        let failures = failures.map { (path: $0.path, reason: $0.reason) }
        switch self {
        case .text: return Data(towns.map { FindingsText($0, columns: columns).text + "\n" }.joined().displayable.utf8)
        case .json: return try FindingsFile(towns).json()
        case .sarif: return try SarifLog(towns, failures: failures, version: Program.version).json()
        case .xlsx: return try OpinionSheet(towns.map(\.report)).written().bytes
        case .junit: return Data(JUnitFile(towns, failures: failures, failingOn: limit).xml.utf8)
        }
    }
}
