internal import Delivery
internal import Diagnostics
internal import Facts
internal import Foundation
internal import Reporting
internal import SourceFiles
internal import Text

/// `goalbook compare`: what changed from one book to another.
enum CompareCommand: Command {
    static let name = "compare"
    static let summary = Bilingual("比较两个年度或两个版本", en: "compare two years or two versions")
    static let details = Bilingual(
        """
        比较两份目标书：新增、取消和变动的项目，金额，支出计划，指标，改好的和新出现的问题。
        “原来”和“现在”各是一个文件、一个文件夹、一个结果文件夹或一个 facts.json。\
        几个乡镇按单位编码一一对应，只在一边的会点名；项目按编码认，编码不同时按名称认；只有年度不同不算变化。
        同一年度的两稿按文件名、文件夹名称呼（一审稿、二审稿），或用 --names 写明；改好的和新出现的问题与 check --baseline 算的相同。
        """,
        en: """
            Tells what changed: projects, amounts, plans, indicators, findings. OLD and NEW are each a file, a folder, \
            a folder of results or a facts.json; several towns are matched by unit, projects by code and then by name. Two versions \
            of a year are called as their files or folders are, or as --names says; findings are known as by check --baseline.
            """)
    static let operands = Operands(
        Value("原来 现在", en: "OLD NEW", .files(SourceReader.extensions.sorted())), 2...2,
        demand: "请写明两份，如 goalbook compare 2024年 2025年")
    static let options = [output, format, names, .jobs]

    private static let output = Option(
        "output", short: "o", .folder, "写成网页（变化.html）、Excel（变化.xlsx）和数据（变化.json）", en: "write a page, a workbook and JSON")
    private static let format = Option(
        "format", .choice(CompareFormat.allCases.map(\.rawValue)), "不写 -o 时输出什么，默认 text",
        en: "what to print without -o, default text")

    private static let names = Option(
        "names", Value("原来,现在", en: "OLD,NEW"), "两份各叫什么，如 --names 一审稿,二审稿；不写时按文件名、文件夹名",
        en: "what the two are called; default by their files")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let tables = try invocation.tables()
        let results = CompareResults(tables: tables, created: try SourceDate.date(), tool: Program.nameAndVersion)
        let run = await CompareRun.running(
            arguments.operands[0], arguments.operands[1], named: try versions(arguments), tables: tables,
            jobs: try arguments.jobs())
        invocation.tell(skipped: run.skipped, notices: run.notices, failures: run.failures)
        for town in run.comparison.onlyOlder { invocation.console.note("说明：\(town)只在“原来”一边，没有比较") }
        for town in run.comparison.onlyNewer { invocation.console.note("说明：\(town)只在“现在”一边，没有比较") }
        guard !run.comparison.towns.isEmpty else {
            let sides = [(run.books.older, "原来"), (run.books.newer, "现在")].filter { $0.0 == 0 }.map { $0.1.quoted }
            invocation.console.error(
                sides.isEmpty
                    ? "两边没有相同的乡镇，没有可以比较的。请核对单位编码和乡镇名称"
                    : "\(sides.joined(separator: "和"))一边没有可以读取的目标书。请写文件、文件夹、结果文件夹或 facts.json")
            return .nothingReadable
        }
        if let path = arguments[output] {
            for remark in try results.write(run.comparison, to: URL(filePath: path)) { invocation.console.error("警告：\(remark)") }
        } else {
            switch arguments.choice(format, otherwise: CompareFormat.text) {
            case .json: invocation.console.out(try CompareFile(run.comparison).json())
            case .html: invocation.console.out(Data(results.page(run.comparison).utf8))
            case .text:
                for town in run.comparison.towns {
                    invocation.console.out(CompareText(town: town, columns: invocation.console.width).text)
                }
            }
        }
        return run.failures.isEmpty ? .done : .someFailed
    }

    private static func versions(_ arguments: Arguments) throws(UsageError) -> VersionNames? {
        guard let text = arguments[names] else { return nil }
        let parts = text.split(omittingEmptySubsequences: false) { ",，".contains($0) }.map { String($0).trimmed }
        guard parts.count == 2, !parts.contains("") else {
            throw UsageError("--names 应是用逗号分开的两个名称，如 --names 一审稿,二审稿，写的是\(text.quoted)")
        }
        return VersionNames(chosen: parts[0], parts[1])
    }
}

/// How changes are printed.
private enum CompareFormat: String, CaseIterable {
    case text, json, html
}
