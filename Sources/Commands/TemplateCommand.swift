internal import Delivery
internal import Diagnostics
internal import Foundation
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
        """,
        en: """
            Makes an Excel file to fill in: four sheets with drop-downs, input messages, checks and examples.
            Then build from it: goalbook build FILE.xlsx -o DIR.
            """)
    static let operands = Operands.none("，文件名写在 -o 后面")
    static let options = [output]

    private static let output = Option(
        "output", short: "o", Value("文件.xlsx", en: "FILE.xlsx", .files(["xlsx"])), isRequired: true, "写到哪里；已经有的文件不会被覆盖",
        en: "where to write; a file that is there is never overwritten")

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard let path = arguments[output] else { throw UsageError("没有写明写到哪里，如 goalbook template -o 填报模板.xlsx") }
        guard URL(filePath: path).pathExtension.lowercased() == "xlsx" else {
            throw UsageError("模板是Excel文件，文件名应以 .xlsx 结尾，写的是\(path.quoted)")
        }
        try ReportFile.writeNew(try FormTemplate.bytes(), to: path)
        if invocation.console.isInteractive { invocation.console.error("已生成 \(path)") }
        return .done
    }
}
