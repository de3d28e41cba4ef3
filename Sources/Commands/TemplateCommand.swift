internal import Delivery
internal import Diagnostics
internal import Foundation
internal import Outputs

/// `goalbook template`: an Excel file to fill in.
enum TemplateCommand: Command {
    static let name = "template"
    static let summary = Bilingual("生成填报模板（Excel）", en: "make an Excel file to fill in")
    static let options: [Arguments.Option] = [.value("output", short: "o")]
    static let help = Bilingual(
        """
        用法：goalbook template -o 填报模板.xlsx

        生成一个可以直接填写的Excel文件，有说明、部门、项目、指标四张表，带下拉框、填写要求、检查和示例。
        填好以后运行 goalbook build 填报模板.xlsx -o 结果。

        选项：
          -o, --output 文件.xlsx   写到哪里；已经有的文件不会被覆盖
        """,
        en: """
            Usage: goalbook template -o FILE.xlsx

            Makes an Excel file to fill in: four sheets with drop-downs, input messages, checks and examples.
            Then build from it: goalbook build FILE.xlsx -o DIR.

            Options:
              -o, --output FILE.xlsx   where to write; a file that is there is never overwritten
            """)

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        guard arguments.positional.isEmpty else { throw UsageError("template 后面不带内容，文件名写在 -o 后面") }
        guard let path = arguments["output"] else { throw UsageError("没有写明写到哪里，如 goalbook template -o 填报模板.xlsx") }
        guard URL(filePath: path).pathExtension.lowercased() == "xlsx" else {
            throw UsageError("模板是Excel文件，文件名应以 .xlsx 结尾，写的是“\(path)”")
        }
        do {
            try NewFile.write(try FormTemplate.bytes(), to: path)
        } catch let error as WorkbookError {
            invocation.console.error(error.message)
            return .publishing
        }
        if invocation.console.isInteractive { invocation.console.error("已生成 \(path)") }
        return .done
    }
}
