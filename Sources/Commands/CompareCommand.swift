internal import Delivery
internal import Diagnostics
internal import Foundation
internal import Intake
internal import Outputs
internal import Reporting

/// `goalbook compare`: what changed from one book to another.
enum CompareCommand: Command {
    static let name = "compare"
    static let summary = Bilingual("比较两个年度或两个版本", en: "compare two years or two versions")
    static let options: [Arguments.Option] = [.value("output", short: "o"), .value("format"), .value("jobs")]
    static let help = Bilingual(
        """
        用法：goalbook compare 原来 现在 [选项]

        比较两份目标书：新增、取消和变动的项目，金额，支出计划，指标，改好的和新出现的问题。
        “原来”和“现在”各是一个文件、一个文件夹、一个结果文件夹或一个 facts.json。
        几个乡镇按单位编码一一对应；项目按编码认，编码不同时按名称认；只有年度不同不算变化。

        选项：
          -o, --output 文件夹        写成网页（变化.html）、Excel（变化.xlsx）和数据（变化.json）
          --format text|json|html    不写 -o 时输出什么，默认 text
          --jobs N                   同时读几个文件，默认为处理器个数
        """,
        en: """
            Usage: goalbook compare OLD NEW [OPTIONS]

            Tells what changed: projects, amounts, plans, indicators, findings. OLD and NEW are each a file, a folder,
            a folder of results or a facts.json; several towns are matched by unit, projects by code and then by name.

            Options:
              -o, --output DIR          write a page, a workbook and JSON
              --format text|json|html   what to print without -o, default text
              --jobs N                  files at a time, default the number of processors
            """)

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard arguments.positional.count == 2 else {
            throw UsageError("请写明两份，如 goalbook compare 2024年 2025年")
        }
        let format = try arguments.choice("format", of: ["text", "json", "html"], otherwise: "text")
        let tables = try invocation.tables()
        let results = CompareResults(tables: tables, created: try BuildCommand.sourceDate(), tool: Program.nameAndVersion)
        let run = await CompareRun.running(
            arguments.positional[0], arguments.positional[1], tables: tables, jobs: try BuildCommand.jobs(arguments))
        invocation.tell(skipped: run.skipped, notices: run.notices, failures: run.failures)
        for town in run.comparison.onlyOlder { invocation.console.error("说明：\(town)只在“原来”一边，没有比较") }
        for town in run.comparison.onlyNewer { invocation.console.error("说明：\(town)只在“现在”一边，没有比较") }
        guard !run.comparison.towns.isEmpty else {
            let sides = [(run.books.older, "原来"), (run.books.newer, "现在")].filter { $0.0 == 0 }.map { "“\($0.1)”" }
            invocation.console.error(
                sides.isEmpty
                    ? "两边没有相同的乡镇，没有可以比较的。请核对单位编码和乡镇名称"
                    : "\(sides.joined(separator: "和"))一边没有可以读取的目标书。请写文件、文件夹、结果文件夹或 facts.json")
            return .nothingReadable
        }
        if let path = arguments["output"] {
            for remark in try results.write(run.comparison, to: URL(filePath: path)) { invocation.console.error("警告：\(remark)") }
        } else {
            switch format {
            case "json": invocation.console.out(try CompareFile(run.comparison).json())
            case "html": invocation.console.out(Data(results.page(run.comparison).utf8))
            default:
                for town in run.comparison.towns {
                    invocation.console.out(CompareText(town, columns: invocation.console.width).text)
                }
            }
        }
        return run.failures.isEmpty ? .done : .someFailed
    }
}
